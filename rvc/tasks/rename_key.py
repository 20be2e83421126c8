"""Giving a work another cite key wherever it is cited, in one step: everywhere or nowhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

import msgspec
from msgspec import Struct

from rvc.adapters.atomic import locked, write_all
from rvc.adapters.bib_files import BibFile, read_bib
from rvc.adapters.data_folder import evidence_beside
from rvc.adapters.evidence import format_evidence, read_evidence
from rvc.adapters.journal import journal_of, unfinished
from rvc.adapters.laws_patch import with_new_key as laws_with_new_key
from rvc.adapters.laws_yaml import decode, read_register
from rvc.adapters.manuscript_files import read_manuscript
from rvc.analysis.citations import citings
from rvc.analysis.manuscripts import cited_keys, format_of, with_new_key
from rvc.bib.patch import rename_key
from rvc.errors import RvcError
from rvc.tasks.edit_work import entry_named


class Change(Struct, frozen=True):
    """One file that changes: its text before and after, its bytes, and what changes in it."""

    path: Path
    old_text: str
    new_text: str
    old: bytes
    new: bytes
    said: str
    """What changes, in words: `3 citations`."""


def rename(
    references: Path,
    old: str,
    new: str,
    *,
    laws: Path | None = None,
    manuscripts: Sequence[Path] = (),
    dry_run: bool = False,
) -> list[Change]:
    """Give the work `old` the key `new` in the .bib, and in laws.yaml and the manuscripts.

    Returns what changed (with `dry_run`: what would). Cross-references in the .bib follow. All
    files are replaced, or none. Raises RvcError when there is no `old` or more than one, `new` is
    taken or cannot be cited somewhere, or a file cannot be read or written.
    """
    return rewrite(
        references,
        lambda file: _renamed(file, old, new),
        {old: new},
        laws=laws,
        manuscripts=manuscripts,
        dry_run=dry_run,
    )


def rewrite(
    references: Path,
    edit: Callable[[BibFile], str],
    keys: dict[str, str],
    *,
    laws: Path | None = None,
    manuscripts: Sequence[Path] = (),
    once: bool = False,
    dry_run: bool = False,
) -> list[Change]:
    """Change the .bib by `edit` (file → new text) and every citation by `keys` (old → new).

    This is what a merge of two entries needs: the .bib loses one, and its citations move to the
    other; with `once`, a citation of both in a manuscript becomes one. See `rename` for the rest.
    """
    finished = _interrupted(references, keys, dry_run=dry_run)
    evidence = evidence_beside(references)
    files = [references, evidence, *([laws] if laws else []), *manuscripts]
    with ExitStack() as locks:
        for path in sorted({path.resolve() for path in files}):
            locks.enter_context(locked(path, mend=not dry_run))
        if finished:
            return finished
        file = read_bib(references)
        text = edit(file)
        found = [Change(references, file.text, text, file.data, file.encode(text), "the entry")]
        found += recited(keys, laws=laws, manuscripts=manuscripts, once=once)
        found += _evidence(evidence, keys)
        changes = [change for change in found if change.old != change.new]
        if not dry_run and changes:
            write_all(
                {change.path: change.new for change in changes},
                was={change.path: change.old for change in changes},
                journal=journal_of(references.resolve()),
                said=_said(keys),
            )
    return changes


def _interrupted(references: Path, keys: dict[str, str], *, dry_run: bool) -> list[Change]:
    """Return the changes that are still to be finished when this very change was interrupted.

    Taking the locks finishes them, as it does any other. RvcError in a dry run, which may not.
    """
    waiting = unfinished(references.resolve())
    if waiting and dry_run:
        raise RvcError(
            "a change of several files was interrupted here",
            where=str(references),
            hint="the next change of the bibliography finishes it first: leave out --dry-run",
        )
    return [
        Change(path, "", "", b"", b"", "the interrupted change is finished")
        for journal, read in waiting
        if read.said == _said(keys)
        for path in (journal.parent / step.target for step in read.steps)
    ]


def _said(keys: dict[str, str]) -> str:
    """Return what is written down of a change, so that it is known when it is asked for again."""
    return ", ".join(f"{old} → {new}" for old, new in keys.items())


def recited(
    keys: dict[str, str],
    *,
    laws: Path | None = None,
    manuscripts: Sequence[Path] = (),
    once: bool = False,
) -> list[Change]:
    """Return how laws.yaml and the manuscripts change when `keys` (old → new) are cited anew.

    Nothing is written; files that do not cite any of them are left out.
    """
    changes = [_in_laws(laws, keys)] if laws and laws.exists() else []
    changes += [_in_manuscript(path, keys, once=once) for path in dict.fromkeys(manuscripts)]
    return [change for change in changes if change.old != change.new]


def _renamed(file: BibFile, old: str, new: str) -> str:
    library = file.library()
    return rename_key(library, entry_named(library, old, file.path), new)


def _in_laws(path: Path, keys: dict[str, str]) -> Change:
    data = path.read_bytes()
    text, findings = decode(data, str(path))
    register = None if findings else read_register(text, str(path)).register
    if register is None:
        raise RvcError(
            "its citations cannot be found while it has errors",
            where=str(path),
            hint="rvc check lists them",
        )
    changed, count = text, 0
    for old, new in keys.items():
        paths = [found.path for found in citings(register) if found.cite.key == old]
        count += len(paths)
        if paths:
            changed = laws_with_new_key(changed, paths, old, new)
    bom = data[: len(data) - len(text.encode("utf-8"))] if data.startswith(b"\xef\xbb\xbf") else b""
    encoded = bom + changed.encode("utf-8")
    if bom + text.encode("utf-8") != data:
        if changed == text:
            return Change(path, text, text, data, data, "")
        raise RvcError("only UTF-8 can be changed in place", where=str(path))
    return Change(path, text, changed, data, encoded, _counted(count))


def _in_manuscript(path: Path, keys: dict[str, str], *, once: bool) -> Change:
    form = format_of(path.name)
    file = read_manuscript(path)
    text, count = file.text, 0
    for old, new in keys.items():
        try:
            count += sum(found.key == old for found in cited_keys(text, form))
            text = with_new_key(text, form, old, new, once=once)
        except ValueError as error:
            raise RvcError(f"not a notebook: {error}", where=str(path)) from None
        except RvcError as error:
            raise RvcError(error.problem, where=str(path), hint=error.hint) from None
    if text == file.text:
        return Change(path, text, text, file.data, file.data, "")
    return Change(path, file.text, text, file.data, file.encode(text), _counted(count))


def _evidence(path: Path, keys: dict[str, str]) -> list[Change]:
    """Let what was found out about a work follow it, unless its new key has evidence already."""
    if not path.exists():
        return []
    data = path.read_bytes()
    file = read_evidence(path)
    works = {
        keys.get(key, key): msgspec.structs.replace(found, key=keys.get(key, key))
        for key, found in file.works.items()
        if key not in keys or keys[key] not in file.works
    }
    if list(works.values()) == list(file.works.values()):
        return []
    text = format_evidence(msgspec.structs.replace(file, works=works))
    return [Change(path, data.decode("utf-8-sig"), text, data, text.encode(), "the evidence")]


def _counted(count: int) -> str:
    return "1 citation" if count == 1 else f"{count} citations"
