"""Is a work in the bibliography already, perhaps under another key?

The same DOI or arXiv number, the same ISBN for two books, or the same title by the same people in
the same year (thresholds: `rvc.analysis.matching`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from rvc.analysis.matching import SAME_TITLE, YEARS_APART
from rvc.analysis.titles import fold, likeness, without_mark, words
from rvc.model.identifiers import arxiv_of_doi, normal_doi, normal_isbn
from rvc.model.reference import Reference

_BOOKS = frozenset({"book", "mvbook", "collection", "mvcollection", "proceedings", "manual"})


class Twin(Struct, frozen=True):
    """A work that is there already, and why it is taken for the same."""

    key: str
    reason: str


class Twins:
    """Works that are known, laid out so that a twin among them is found without asking each.

    Works of the same title share its letters; those of a title that is nearly the same must share
    a person, too, and appear within a year of each other.
    """

    def __init__(self, known: Iterable[Reference]) -> None:
        self._works: list[Reference] = []
        self._numbers: dict[tuple[str, str], int] = {}
        """The first work with a number."""
        self._titles: dict[str, list[int]] = defaultdict(list)
        """Works by the letters of their titles."""
        self._people: dict[str, dict[int | None, list[int]]] = defaultdict(dict)
        """Works by one of their people and their year, None for what is no year."""
        for work in known:
            self.add(work)

    def add(self, work: Reference) -> None:
        """Make one work more known."""
        place = len(self._works)
        self._works.append(work)
        for number in _numbers(work).items():
            self._numbers.setdefault(number, place)
        self._titles[_letters(work.title)].append(place)
        for person in _families(work):
            self._people[person].setdefault(_year(work), []).append(place)

    def twin_of(self, work: Reference) -> Twin | None:
        """Return the known work that is the same as `work`, the surest first; None when none is.

        Different DOIs are different works, however alike the rest is.
        """
        numbers = _numbers(work)
        shared = [self._numbers[one] for one in numbers.items() if one in self._numbers]
        if shared:
            other = self._works[min(shared)]
            theirs = _numbers(other)
            name = next(name for name in numbers if theirs.get(name) == numbers[name])
            return Twin(other.key, f"the same {name} {numbers[name]}")
        for place in self._near(work):
            other = self._works[place]
            both = "DOI" in numbers and "DOI" in _numbers(other)
            if not both and _alike(work, other):
                return Twin(other.key, "the same title, people and year")
        return None

    def _near(self, work: Reference) -> list[int]:
        """The places of all works that may be alike, in their order."""
        if not work.title:
            return []
        found = set(self._titles[_letters(work.title)])
        year = _year(work)
        for person in _families(work):
            by_year = self._people.get(person, {})
            span = () if year is None else range(year - YEARS_APART, year + YEARS_APART + 1)
            for one in (*span, None) if work.year else by_year:
                found.update(by_year.get(one, ()))
        return sorted(found)


def _letters(title: str) -> str:
    return "".join(words(without_mark(title)))


def _families(work: Reference) -> set[str]:
    return {fold(family) for family, _ in work.people}


def _year(work: Reference) -> int | None:
    said = work.year[:4]
    return int(said) if said.isdecimal() else None


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
    people, others = _families(work), _families(other)
    signed = bool(people and others)
    if signed and not people & others:
        return False
    same = likeness(work.title, other.title)
    return same >= SAME_TITLE if signed else same == 1.0 and bool(work.year)


def _same_years(work: Reference, other: Reference) -> bool:
    ours, theirs = work.year[:4], other.year[:4]
    if ours.isdecimal() and theirs.isdecimal():
        return abs(int(ours) - int(theirs)) <= YEARS_APART
    return not ours or not theirs
