"""references.lock.yaml: what was found out about the works of references.bib, kept in git."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

import msgspec

from rvc.adapters.atomic import locked, write_atomic
from rvc.adapters.yaml_text import Problem, read_yaml
from rvc.adapters.yaml_writing import Plain, write_yaml
from rvc.errors import RvcError
from rvc.model.evidence import Agreement, Evidence, EvidenceFile, FieldCheck, Snapshot

FORMAT = 1

_COMMENT = """What was found out about the references: asked of whom, when, and what agreed.
Written by `rvc refs verify`; `rvc refs verify --offline` reads nothing else.
Review changes here like changes of code; an entry that changed since is not verified."""


def read_evidence(path: Path) -> EvidenceFile:
    """Return the evidence in the file, nothing when there is no file.

    Raises RvcError with the place of the first thing that cannot be read, conflict marks included.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return EvidenceFile()
    except OSError as error:
        raise RvcError(
            f"cannot read this file: {error.strerror or error}", where=str(path)
        ) from error
    return evidence_in(data, path)


def evidence_in(data: bytes, path: Path) -> EvidenceFile:
    """Return the evidence in the bytes of the file at `path`; RvcError as `read_evidence`."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _damaged(path, Problem("this is not UTF-8", line, 1)) from error
    conflict = re.search(r"^<{7} ", text, re.M)
    if conflict is not None:
        line = text.count("\n", 0, conflict.start()) + 1
        raise _damaged(path, Problem("git left a conflict here", line, 1))
    value, problems = read_yaml(text)
    if problems:
        raise _damaged(path, problems[0])
    return _convert(path, value)


def save_evidence(
    path: Path,
    found: Iterable[Evidence],
    *,
    keep: Collection[str] | None = None,
    snapshot: Snapshot | None = None,
) -> EvidenceFile:
    """Put `found` into the file, atomically and under its lock, and return what it holds now.

    Evidence that others wrote in the meantime stays. With `keep`, that of all other cite keys
    goes. The same evidence always gives the same bytes.
    """
    with locked(path):
        now = read_evidence(path)
        works = now.works | {evidence.key: evidence for evidence in found}
        if keep is not None:
            works = {key: evidence for key, evidence in works.items() if key in keep}
        changed = EvidenceFile(works, snapshot or now.snapshot)
        text = format_evidence(changed)
        if not path.exists() or path.read_bytes() != text.encode():
            write_atomic(path, text.encode())
    return changed


def format_evidence(file: EvidenceFile) -> str:
    """Return the text of the file: sorted by cite key, one line a fact."""
    data: dict[str, Plain] = {"format": FORMAT}
    if file.snapshot is not None:
        data["snapshot"] = {
            "sha256": file.snapshot.sha256,
            "time": file.snapshot.time,
            "rows": file.snapshot.rows,
        }
    data["works"] = [_work(file.works[key]) for key in sorted(file.works)]
    return write_yaml(data, _COMMENT)


def _work(evidence: Evidence) -> dict[str, Plain]:
    return {
        "key": evidence.key,
        "status": evidence.status.value,
        "reason": evidence.reason,
        "compared": evidence.compared,
        "record": evidence.record,
        "asked": [
            {
                "service": one.service,
                "question": one.question,
                "time": one.time,
                "answer": one.answer,
            }
            for one in evidence.asked
        ],
        "fields": [_field(check) for check in evidence.fields],
        "updates": [
            {
                "kind": one.kind.value,
                "doi": one.doi,
                "date": one.date,
                "source": one.source,
                "label": one.label,
            }
            for one in evidence.updates
        ],
        "published_as": list(evidence.published_as),
    }


def _field(check: FieldCheck) -> dict[str, Plain]:
    """Return one comparison; where both say the same, what they say need not be repeated."""
    same = check.agreement is Agreement.AGREES and not check.reason
    silent = not check.theirs
    return {
        "field": check.field,
        "agreement": check.agreement.value,
        "ours": "" if same or silent else check.ours,
        "theirs": "" if same else check.theirs,
        "reason": check.reason,
    }


def _convert(path: Path, value: Any) -> EvidenceFile:
    if value is None:
        # taken for "nothing was verified" it would forget retractions without a word
        raise _damaged(path, Problem("there is nothing in this file", 1, 1))
    if not isinstance(value, dict) or value.get("format") != str(FORMAT):
        raise RvcError(
            f"this is not evidence in format {FORMAT}",
            where=str(path),
            hint="it may be from a newer version; move it away to begin again",
        )
    try:
        works = msgspec.convert(value.get("works") or [], tuple[Evidence, ...], strict=False)
        snapshot = msgspec.convert(value.get("snapshot"), Snapshot | None, strict=False)
    except msgspec.ValidationError as error:
        raise RvcError(
            f"the evidence cannot be used: {error}",
            where=str(path),
            hint="delete the entry that this is about and verify it again",
        ) from error
    keys = [evidence.key for evidence in works]
    twice = (
        next((key for key in keys if keys.count(key) > 1), None)
        if len(set(keys)) < len(keys)
        else None
    )
    if twice is not None:
        raise RvcError(f"evidence for '{twice}' stands here twice", where=str(path))
    return EvidenceFile({evidence.key: evidence for evidence in works}, snapshot)


def _damaged(path: Path, problem: Problem) -> RvcError:
    return RvcError(
        problem.message,
        where=f"{path}:{problem.line}:{problem.column}",
        hint=problem.hint or "restore the file from git, or delete it and verify again",
    )
