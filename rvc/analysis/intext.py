"""Citations in running text, as authors write them: `(Bair and Werner, 2011; Day 2004, 2005)`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from msgspec import Struct

from rvc.analysis.intext_names import (
    BEFORE,
    Bare,
    family_names,
    is_date,
    is_place,
    known_before,
    known_name,
)
from rvc.analysis.intext_years import (
    CITED_IN,
    LIKE_A_YEAR,
    YEARS,
    Between,
    Place,
    after_link,
    each_year,
    stands_between,
)

_GROUP = re.compile(r"\(([^()]*)\)|（([^（）]*)）|\[([^\[\]()]*)\]")
_PIECE = re.compile(r"[^;；]+")
_BY_KEY = re.compile(r"(?:@[\w:.#$%&+?<>~/-]+\s*|\\[A-Za-z]+\*?(?:\[[^\]]*\])?)$")
_NO_PROSE = re.compile(r"@|\\|://|\bwww\.")
_LETTER = re.compile(r"[^\W\d_]")
_ASIDE = re.compile(
    r"\(\s*(?:eds?|hrsg|hg|dirs?|coords?|trans)\b\.?\s*\)|\[\s*(?:orig[.\w]*\s+)?\d{4}[a-z]?\s*\]",
    re.IGNORECASE,
)
"""Brackets within a citation that say nothing of who and when: `(eds.)`, `[1999]` of a reprint."""
_CITED_IN = re.compile(rf"(?<!\w)(?:{CITED_IN})(?!\w)", re.IGNORECASE)
_JOINED = re.compile(r"\s*(?:,|&|and|or|et|und|y)(?:\s+(?:also|again|auch|aussi))?\s*")
_ACT = re.compile(r"\s*\d{4}/\d+(?:/[A-Z]{2,4})?\s*")
"""The number of an act and nothing else: `(2011/83/EU)` behind its name."""
_WINDOW = 200
"""Characters before a bracket in which the names are looked for."""
_LONGEST = 160
"""Characters of a citation that is not understood, as it is printed."""


class InText(Struct, frozen=True):
    """One citation of one year: the names as printed, the year, and where it stands.

    `year` may end in a letter (`2011a`); `others` says that the names end in "et al.". `start` and
    `end` are offsets of what is printed for this work; `line` and `column` count from 1. Without
    names it is not understood: a bracket that holds a year and words, `printed` says which.
    """

    names: tuple[str, ...]
    year: str
    printed: str
    start: int
    end: int
    line: int
    column: int
    others: bool = False


class _Reading(Struct, frozen=True):
    """A text that is read: the names that are known, and where its lines end."""

    text: str
    known: AbstractSet[Bare]
    lines: list[int]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, from 1."""
        before = bisect_right(self.lines, offset)
        return before + 1, offset - (self.lines[before - 1] if before else 0) + 1


class _Who(Struct, frozen=True):
    """The names of a citation and the offset at which they begin."""

    names: tuple[str, ...]
    begin: int
    others: bool = False


def intext_citations(text: str, known: AbstractSet[Bare] = frozenset()) -> list[InText]:
    """Return the citations of `text` in their order, one for each year that is cited.

    Read are groups in round or square brackets that hold a year, separated by semicolons, and
    names before a bracket that holds only years and pages, or before one such bracket and another
    (`Day (2004) and (2005)`). A name need not look like one when it is among the `known` (see
    `rvc.analysis.intext_match.known_names`): `(Assemblée nationale 2015)`. Brackets that hold a
    date ("in 1974") are none.
    """
    found: list[InText] = []
    plain = _ASIDE.sub(_blank_aside, text)
    reading = _Reading(plain, known, [match.end() for match in re.finditer("\n", text)])
    before: _Who | None = None  # whom the last bracket takes from the words in front of it
    last = 0
    for group in _GROUP.finditer(plain):
        inside = group[group.lastindex or 1]
        if not (YEARS.search(inside) or LIKE_A_YEAR.search(inside)) or _BY_KEY.search(
            plain[max(0, group.start() - 60) : group.start()]
        ):
            continue
        joined = before if _JOINED.fullmatch(plain, last, group.start()) else None
        who, before = joined or _in_front(reading, group.start()), None
        start = group.start(group.lastindex or 1)
        for number, piece in enumerate(_PIECE.finditer(inside)):
            citing = _Piece(reading, piece[0], start + piece.start(), who)
            found += citing.citations()
            who = citing.who
            if not number and citing.in_front:
                before = who
        last = group.end()
    return found


def _blank_aside(aside: re.Match[str]) -> str:
    """Blank a bracket inside another, or behind a name; `Day [2004]` is a citation."""
    before = aside.string[: aside.start()].rstrip()
    within = (
        aside[0].startswith("(") or before[-1:].isdigit() or _opens(aside.string, aside.start())
    )
    return " " * len(aside[0]) if within else aside[0]


def _opens(text: str, at: int) -> bool:
    """Whether a round bracket is open at an offset."""
    head = text[max(0, at - _WINDOW) : at]
    return head.rfind("(") > head.rfind(")")


class _Piece:
    """What stands between two semicolons of a bracket, read from its first year to its last."""

    def __init__(self, reading: _Reading, text: str, start: int, who: _Who | None) -> None:
        self.who = who
        """Who is cited: at first whoever is named in front, in the end whoever was named last."""
        self.in_front = False
        """Whether the piece names nobody, and means who is named in front of it."""
        self._reading, self._text, self._start = reading, text, start

    def citations(self) -> Iterator[InText]:
        """Yield the citations in their order."""
        years = list(YEARS.finditer(self._text))
        if _NO_PROSE.search(self._text):
            return
        if not years:
            yield from self._number_of_an_act()
            return
        first, rest = years[0], years[1:]
        if not self._begins(first):
            if self._silent(first):
                return
            yield self._not_understood(0, len(self._text))
            self.who = None
            return
        yield from self._cite(first)
        place, last = Place(), first.end()
        for year in rest:
            said = self._text[last : year.start()]
            meant, place = stands_between(said, place, self._text[year.end() :])
            if meant is Between.NAMES:
                named = _inside(self._reading, said, after_link(said), self._start + last)
                place = Place()
                self.who = named
            if meant is Between.UNCLEAR or self.who is None:
                yield self._not_understood(last, year.end())
            elif meant is not Between.NONE:
                yield from self._cite(year)
            last = year.end()

    def _begins(self, first: re.Match[str]) -> bool:
        """Find out who is cited with the first year; say whether anybody is."""
        said = self._text[: first.start()]
        if _LETTER.search(said):
            cited_in = [found.end() for found in _CITED_IN.finditer(said)]
            names = said[cited_in[-1] :] if cited_in else said
            self.who = _inside(self._reading, said, names, self._start)
        else:
            self.in_front = self.who is not None
        return self.who is not None

    def _silent(self, first: re.Match[str]) -> bool:
        """Whether a piece in which nobody is cited is but a date or a page."""
        return is_date(self._text[: first.start()]) and is_place(self._text[first.end() :])

    def _number_of_an_act(self) -> Iterator[InText]:
        """A number like `2017-399` is no year, but what holds it may be a citation."""
        said = self._text
        if LIKE_A_YEAR.search(said) and not is_date(said) and not _ACT.fullmatch(said):
            yield self._not_understood(0, len(said))

    def _cite(self, year: re.Match[str]) -> Iterator[InText]:
        for asked, printed in each_year(year):
            if self.who is not None:
                yield _citation(self._reading, self.who, asked, printed, self._start + year.end())

    def _not_understood(self, start: int, end: int) -> InText:
        return _unread(self._reading, self._text[start:end], self._start + start)


def _inside(reading: _Reading, piece: str, said: str, start: int) -> _Who | None:
    """Return who is named before a year in a bracket; None when it is a date or nobody."""
    name = known_name(said, reading.known)
    if not name and is_date(said):
        return None
    names, others = family_names(said)
    names = names or ((name,) if name else ())
    if not names:
        return None
    begin = reading.text.find(names[0].split()[0], start, start + len(piece))
    return _Who(names, max(begin, start), others)


def _in_front(reading: _Reading, bracket: int) -> _Who | None:
    """Return who is named before a bracket; what is known goes before what looks like a name."""
    window = max(0, bracket - _WINDOW)
    text = reading.text[window:bracket]
    before, known = BEFORE.search(text), known_before(text, reading.known)
    if known >= 0 and (before is None or known < before.start(1)):
        name = known_name(text[known:], reading.known)
        return _Who((name,), window + known) if name else None
    if before is None:
        return None
    names, others = family_names(before[1])
    return _Who(names, window + before.start(1), others) if names else None


def _citation(reading: _Reading, who: _Who, asked: str, year: str, end: int) -> InText:
    names = " and ".join(who.names) if len(who.names) < 3 else ", ".join(who.names)
    printed = f"{names}{' et al.' if who.others else ''}, {year}"
    place = reading.place(who.begin)
    return InText(who.names, asked, printed, who.begin, end, *place, who.others)


def _unread(reading: _Reading, piece: str, start: int) -> InText:
    begin = start + len(piece) - len(piece.lstrip(" ,\t\n"))
    end = start + len(piece.rstrip())
    year = (YEARS.search(piece) or LIKE_A_YEAR.search(piece) or [""])[0].lower()
    printed = " ".join(piece.strip(" ,\t\n").split())
    if len(printed) > _LONGEST:
        printed = printed[: _LONGEST - 1] + "…"
    return InText((), year, printed, begin, end, *reading.place(begin))
