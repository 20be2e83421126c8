"""Checking a .bib file by the rules of the bibliography, and repairing what they can repair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from rvc.adapters.atomic import locked
from rvc.adapters.bib_files import read_bib, write_bib
from rvc.adapters.refs_settings import RefsSettings
from rvc.bib.guard import safely
from rvc.bib.library import Library
from rvc.bib.reader import read
from rvc.errors import RvcError
from rvc.lint.bib_rule import BibData, BibRemark, BibRule, Citations, Dialect
from rvc.lint.bib_table import BIB_RULES, bib_remarks
from rvc.lint.table import in_order
from rvc.model.finding import Finding, Place, Severity
from rvc.model.nearest import did_you_mean

PASSES = 5
"""How often a file is looked at again after repairs; one repair can make another one possible."""

Judged = list[tuple[BibRule, BibRemark, Severity]]


class Fixed(NamedTuple):
    """What repairing did: the new text, how often each rule was applied, and what is left."""

    text: str
    done: Counter[str]
    left: Judged
    library: Library


def rules_of(
    settings: RefsSettings, only: Sequence[str] = (), without: Sequence[str] = ()
) -> list[BibRule]:
    """Return the rules that settings and command line choose; RvcError for unknown names."""
    known = {rule.name: rule for rule in BIB_RULES}
    selected = list(only) or list(settings.select)
    ignored = [*without, *(name for name in settings.ignore if name not in only)]
    for name in (*selected, *ignored, *settings.severity):
        if name not in known:
            hint = did_you_mean(name, known) or "rvc refs check --rules lists them"
            where = "" if name in (*only, *without) else "tool.rvc.refs in pyproject.toml"
            raise RvcError(f"unknown rule '{name}'", where=where, hint=hint)
    chosen = selected or list(known)
    return [rule for rule in BIB_RULES if rule.name in chosen and rule.name not in ignored]


def judge(
    library: Library,
    settings: RefsSettings,
    rules: Iterable[BibRule] = BIB_RULES,
    citations: Citations | None = None,
) -> Judged:
    """Return what the rules remark on a library, with the severities of the settings."""
    data = BibData(library, Dialect(settings.dialect), citations, settings.doubts)
    chosen = {name: Severity(value) for name, value in settings.severity.items()}
    return list(bib_remarks(data, rules, chosen))


def findings(judged: Judged, library: Library, shown: str) -> tuple[Finding, ...]:
    """Return remarks as findings in the order of the file, which messages call `shown`."""
    found = []
    for rule, remark, severity in judged:
        place = remark.place
        if place is None:
            position = library.position(remark.start)
            place = Place(shown, position.line, position.column)
        subject = _clean(remark.key) or shown
        found.append(
            Finding(
                rule.name, severity, subject, _clean(remark.message), _clean(remark.hint), place
            )
        )
    return in_order(found)


_LONGEST = 400


def _clean(text: str) -> str:
    """Text that can be written anywhere: not endless, and without bytes of no encoding."""
    short = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return short if short.isascii() else short.encode("utf-8", "replace").decode("utf-8")


def fixable(judged: Judged) -> tuple[int, int]:
    """Return how many remarks have a safe fix, and how many one that is not."""
    fixes = [remark.fix for _, remark, _ in judged if remark.fix]
    safe = sum(fix.safe for fix in fixes)
    return safe, len(fixes) - safe


def repair(
    library: Library,
    settings: RefsSettings,
    rules: Sequence[BibRule] = BIB_RULES,
    citations: Citations | None = None,
    *,
    unsafe: bool = False,
) -> Fixed:
    """Apply all fixes of the rules; each one only when all else in the file reads as before."""
    done: Counter[str] = Counter()
    judged = judge(library, settings, rules, citations)
    for _ in range(PASSES):
        offered = [
            (rule.name, remark.fix.edits)
            for rule, remark, _ in judged
            if remark.fix and (unsafe or remark.fix.safe)
        ]
        if not offered:
            break
        text, applied = safely(library, [edits for _, edits in offered])
        if not applied:
            break
        done.update(offered[number][0] for number in applied)
        library = read(text)
        judged = judge(library, settings, rules, citations)
    return Fixed(library.text, done, judged, library)


def repair_file(
    path: Path,
    settings: RefsSettings,
    rules: Sequence[BibRule] = BIB_RULES,
    citations: Citations | None = None,
    *,
    unsafe: bool = False,
) -> Fixed:
    """Repair a file in place, whole or not at all, under its lock."""
    with locked(path):
        file = read_bib(path)
        fixed = repair(file.library(), settings, rules, citations, unsafe=unsafe)
        if fixed.text != file.text:
            write_bib(file, fixed.text)
    return fixed
