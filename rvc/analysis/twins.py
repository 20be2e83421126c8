"""Is a work in the bibliography already, perhaps under another key?

The same DOI or arXiv number, the same ISBN for two books, or the same title by the same people in
the same year (thresholds: `rvc.analysis.matching`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from rvc.analysis.matching import SAME_TITLE, YEARS_APART
from rvc.analysis.titles import fold, likeness
from rvc.model.identifiers import arxiv_of_doi, normal_doi, normal_isbn
from rvc.model.reference import Reference

_BOOKS = frozenset({"book", "mvbook", "collection", "mvcollection", "proceedings", "manual"})


class Twin(Struct, frozen=True):
    """A work that is there already, and why it is taken for the same."""

    key: str
    reason: str


def twin_of(work: Reference, known: Iterable[Reference]) -> Twin | None:
    """Return the known work that is the same as `work`, the surest first; None when none is.

    Different DOIs are different works, however alike the rest is.
    """
    numbers = _numbers(work)
    alike: Twin | None = None
    for other in known:
        theirs = _numbers(other)
        shared = next((name for name in numbers if theirs.get(name) == numbers[name]), "")
        if shared:
            return Twin(other.key, f"the same {shared} {numbers[shared]}")
        both = "DOI" in numbers and "DOI" in theirs
        if alike is None and not both and _alike(work, other):
            alike = Twin(other.key, "the same title, people and year")
    return alike


def _numbers(work: Reference) -> dict[str, str]:
    fields = work.fields
    doi = normal_doi(fields.get("doi", ""))
    preprint = fields.get("eprint", "") if "arxiv" in _archive(fields) else ""
    isbn = normal_isbn(fields.get("isbn", "")) if work.type in _BOOKS else ""
    found = {
        "DOI": doi,
        "arXiv number": re.sub(r"v\d+$", "", preprint) or arxiv_of_doi(doi),
        "ISBN": isbn,
    }
    return {name: number for name, number in found.items() if number}


def _archive(fields: dict[str, str]) -> str:
    return (fields.get("archiveprefix", "") + fields.get("eprinttype", "")).lower()


def _alike(work: Reference, other: Reference) -> bool:
    if not work.title or not other.title or not _same_years(work, other):
        return False
    people = {fold(family) for family, _ in work.people}
    if people and other.people and not people & {fold(family) for family, _ in other.people}:
        return False
    signed = bool(people and other.people)
    same = likeness(work.title, other.title)
    return same >= SAME_TITLE if signed else same == 1.0 and bool(work.year)


def _same_years(work: Reference, other: Reference) -> bool:
    ours, theirs = work.year[:4], other.year[:4]
    if ours.isdecimal() and theirs.isdecimal():
        return abs(int(ours) - int(theirs)) <= YEARS_APART
    return not ours or not theirs
