"""Citations in running text, as authors write them: `(Bair and Werner, 2011; Day 2004, 2005)`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct

_YEAR = r"(?:1[5-9]\d\d|20\d\d)[a-z]?"
_YEARS = re.compile(rf"\b{_YEAR}\b|\bn\.d\.|\bforthcoming\b|\bin press\b", re.IGNORECASE)
_GROUP = re.compile(rf"\(([^()]*?(?:\b{_YEAR}\b|\bn\.d\.)[^()]*)\)")
_PARTICLE = r"(?:van|von|de|del|della|der|den|la|le|du|da|dos|ten|ter|al|el)"
_NAME = rf"(?:{_PARTICLE}\s+){{0,3}}[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'\-]+"
_BEFORE = re.compile(
    rf"({_NAME}(?:(?:,\s+{_NAME})*,?\s+(?:and|&|et|und|y)\s+{_NAME})?(?:,?\s+et\s+al\.?)?)"
    rf"(?:[’']s?)?\s*$"
)
_LEAD = re.compile(
    r"^(?:see(?:\s+also)?|e\.g\.,?|cf\.|for\s+example,?|inter\s+alia,?|in|also|and|voir|siehe)\s+",
    re.IGNORECASE,
)
_ET_AL = re.compile(r",?\s*(?:\bet\s+al\b\.?|\band\s+(?:others|colleagues)\b|\bu\.\s*a\.)", re.I)
_BETWEEN = re.compile(r"\s*(?:,|;|&|\band\b|\bet\b|\bund\b|\by\b)\s*")
_WORKED = re.compile(rf"^{_NAME}(?:\s+{_NAME})*$")
_POSSESSIVE = re.compile(r"[’']s?$")
_MOST_NAMES = 8
_WINDOW = 200
"""Characters before a bracket in which the names are looked for."""


class InText(Struct, frozen=True):
    """One citation of one year: the names as printed, the year, and where it stands.

    `year` may end in a letter (`2011a`); `others` says that the names end in "et al.". `start` and
    `end` are offsets of what is printed for this work; `line` counts from 1.
    """

    names: tuple[str, ...]
    year: str
    printed: str
    start: int
    end: int
    line: int
    others: bool = False


def intext_citations(text: str) -> list[InText]:
    """Return the citations of `text` in their order, one for each year that is cited.

    Read are groups in round brackets that hold a year, separated by semicolons, and names before
    a bracket that holds only years and pages. Brackets that hold a year but no name (a date, "in
    1974") are none.
    """
    found: list[InText] = []
    lines = [match.end() for match in re.finditer("\n", text)]
    for group in _GROUP.finditer(text):
        start = group.start(1)
        for piece in group[1].split(";"):
            found += _piece(text, group, piece, start, lines)
            start += len(piece) + 1
    return found


def _piece(
    text: str, group: re.Match[str], piece: str, start: int, lines: list[int]
) -> Iterator[InText]:
    years = list(_YEARS.finditer(piece))
    if not years:
        return
    said = piece[: years[0].start()]
    names, others = _names(said)
    begin = text.find(names[0].split()[0], start) if names else start
    if not said.strip(" (,"):
        window = max(0, group.start() - _WINDOW)
        before = _BEFORE.search(text[window : group.start()])
        if before is None:
            return
        names, others = _names(before[1])
        begin = window + before.start(1)
    if not names:
        return
    line = bisect_right(lines, begin) + 1
    for year in years:
        end = start + year.end()
        who = " and ".join(names) if len(names) < 3 else ", ".join(names)
        printed = f"{who}{' et al.' if others else ''}, {year[0]}"
        yield InText(names, year[0].lower(), printed, begin, end, line, others)


def _names(text: str) -> tuple[tuple[str, ...], bool]:
    """Return the family names in front of a year, and whether others are meant too."""
    said = " ".join(text.split()).strip(" ,:(")
    while (shorter := _LEAD.sub("", said)) != said:
        said = shorter
    others = bool(_ET_AL.search(said))
    said = _ET_AL.sub("", said).strip(" ,")
    parts = [part for part in _BETWEEN.split(said) if part]
    if not parts or len(parts) > _MOST_NAMES or not all(_WORKED.match(part) for part in parts):
        return (), False
    return tuple(_POSSESSIVE.sub("", part) for part in parts), others
