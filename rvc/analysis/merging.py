"""What becomes of each field when entries of one work are made into one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from rvc.analysis.containers import same_container
from rvc.analysis.names import compare_authors
from rvc.analysis.titles import words
from rvc.bib.identifier_forms import bare_doi
from rvc.bib.latex import decode
from rvc.bib.names import NAME_FIELDS, parse_names
from rvc.bib.page_ranges import dashed
from rvc.model.identifiers import normal_isbn
from rvc.model.record import Person

_LISTS = frozenset({"keywords"})
"""Fields that are lists: what is merged holds the words of all."""

_PLACES = frozenset({"journal", "journaltitle", "booktitle", "publisher", "series"})

_OWN = frozenset({"timestamp", "date-added", "date-modified", "owner", "groups", "urldate"})
"""Fields about the entry and not the work: the kept one is as good as any."""

_ASIDE = _OWN | _LISTS


class Choice(Struct, frozen=True):
    """A field of the merged entry: its value, the number of the entry that gives it, and the rest.

    `others` are the values that are left behind because they say something else, with the numbers
    of their entries.
    """

    field: str
    value: str
    source: int
    others: tuple[tuple[int, str], ...] = ()


def richest(entries: Sequence[Mapping[str, str]]) -> int:
    """Return the number of the entry to keep: with a DOI, with most about the work, the first."""
    filled = [
        (bool(values.get("doi")), sum(bool(values[name]) for name in values.keys() - _ASIDE))
        for values in entries
    ]
    return filled.index(max(filled))


def choices(entries: Sequence[Mapping[str, str]], kept: int) -> tuple[Choice, ...]:
    """Return, field by field, what the merged entry holds (values as BibTeX holds them).

    The kept entry's values stay; what it lacks comes from the others in turn; lists are joined,
    and of names that are the same the fuller ones are taken.
    """
    order = [kept, *(number for number in range(len(entries)) if number != kept)]
    names = dict.fromkeys(name for number in order for name in entries[number])
    return tuple(_choice(name, entries, order) for name in names)


def _choice(name: str, entries: Sequence[Mapping[str, str]], order: Sequence[int]) -> Choice:
    said = [(number, entries[number][name]) for number in order if entries[number].get(name)]
    if not said:
        return Choice(name, "", order[0])
    source, value = said[0]
    if name in NAME_FIELDS:
        alike = [one for one in said if same_value(name, value, one[1])]
        # Full names before initials, as they read: `M{\\"u}ller` is no fuller than `Müller`.
        source, value = max(alike, key=lambda one: len(decode(one[1])))
    if name in _LISTS:
        return Choice(name, _joined([text for _, text in said]), source)
    others = tuple(
        (number, text)
        for number, text in said
        if number != source and name not in _OWN and not same_value(name, value, text)
    )
    return Choice(name, value, source, others)


def _joined(lists: Sequence[str]) -> str:
    found = dict.fromkeys(
        word.strip() for text in lists for word in re.split(r"[,;]", text) if word.strip()
    )
    return ", ".join(found)


def same_value(name: str, one: str, other: str) -> bool:
    """Say whether two values of a field mean the same, whatever their form."""
    if one == other:
        return True
    if name == "doi":
        return bool(bare_doi(one)) and bare_doi(one).lower() == bare_doi(other).lower()
    if name == "isbn":
        return bool(normal_isbn(one)) and normal_isbn(one) == normal_isbn(other)
    if name == "pages":
        return dashed(one) == dashed(other)
    if name in NAME_FIELDS:
        return _same_people(one, other)
    if name == "url":
        return _bare_address(one) == _bare_address(other)
    left, right = decode(one), decode(other)
    if name in _PLACES and same_container(left, right):
        return True
    return bool(words(left)) and words(left) == words(right)


def _bare_address(url: str) -> str:
    return re.sub(r"^https?://(?:www\.)?|/$", "", url.strip())


def _same_people(one: str, other: str) -> bool:
    left, right = (
        [
            Person(name=name.literal)
            if name.literal
            else Person(f"{name.prefix} {name.family}".strip(), name.given, name.suffix)
            for name in parse_names(text).people
        ]
        for text in (one, other)
    )
    return len(left) == len(right) and compare_authors(left, right).share == 1.0
