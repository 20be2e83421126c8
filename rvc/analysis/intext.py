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

_YEARS = re.compile(
    r"(?<![\w/])(?:1[5-9]\d\d|20\d\d)[a-rt-z]?(?!\w|-\d{3}\b|/\d{1,3}/)"  # 1990s, 2017-399: none
    r"|\b[ns]\.\s?d\.|\bforthcoming\b|\bin\s+press\b|\bà\s+paraître\b|\bim\s+Erscheinen\b",
    re.IGNORECASE,
)
_GROUP = re.compile(r"\(([^()]*)\)|（([^（）]*)）|\[([^\[\]()]*)\]")
_PIECE = re.compile(r"[^;；]+")
_BY_KEY = re.compile(r"(?:@[\w:.#$%&+?<>~/-]+\s*|\\[A-Za-z]+\*?(?:\[[^\]]*\])?)$")
_NO_PROSE = re.compile(r"@|\\|://|\bwww\.")
_GOES_ON = re.compile(r"[\s,]*(?:(?:and|et|und|y|&|also)\b\s*|&\s*)*", re.IGNORECASE)
"""What is between two years, or two brackets, of the same names."""
_PAGE_NEXT = re.compile(
    r"(?:\b(?:p|pp|pages?|chap|ch|sec|art|vol|no|fn|para|paras|S|Seiten?|Kap)\b\.?|§§?|n°|№|:)\s*$",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s*[-–—]\s*")
_LETTER = re.compile(r"[^\W\d_]")
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
    names before a bracket that holds only years and pages. A name need not look like one when it
    is among the `known` (see `rvc.analysis.intext_match.known_names`): `(Assemblée nationale
    2015)`. Brackets that hold a date ("in 1974") are none.
    """
    found: list[InText] = []
    reading = _Reading(text, known, [match.end() for match in re.finditer("\n", text)])
    end, who = 0, None
    for group in _GROUP.finditer(text):
        inside = group[group.lastindex or 1]
        if not _YEARS.search(inside) or _BY_KEY.search(
            text[max(0, group.start() - 60) : group.start()]
        ):
            continue
        if not _GOES_ON.fullmatch(text, end, group.start()):
            who = None
        start = group.start(group.lastindex or 1)
        for piece in _PIECE.finditer(inside):
            found += _piece(reading, group.start(), piece[0], start + piece.start(), who)
        end = group.end()
        if found and found[-1].names and found[-1].end > group.start():
            who = _Who(found[-1].names, found[-1].start, found[-1].others)
    return found


def _piece(
    reading: _Reading, bracket: int, piece: str, start: int, before: _Who | None
) -> Iterator[InText]:
    """Yield the citations between two semicolons.

    `bracket` is where their bracket opens; `before` is who is cited in the bracket before it when
    nothing but "and" is between the two.
    """
    years = list(_YEARS.finditer(piece))
    if not years or _NO_PROSE.search(piece):
        return
    said = piece[: years[0].start()]
    if _LETTER.search(said):
        who = _inside(reading, piece, said, start)
        dated = is_date(said)
    else:
        who = before or _ending(reading, max(0, bracket - _WINDOW), bracket)
        dated = is_place(piece[years[0].end() :])
    if who is None:
        if not dated:
            yield _not_understood(reading, piece, start)
        return
    yield from _of_years(reading, piece, start, who)


def _of_years(reading: _Reading, piece: str, start: int, who: _Who | None) -> Iterator[InText]:
    """Yield a citation for each year; what is said before the first one names `who`."""
    last, paging = -1, False
    for year in _YEARS.finditer(piece):
        said, begin = piece[max(last, 0) : year.start()], max(last, 0)
        if said.endswith("["):  # of the first edition: `2004 [1999]`
            continue
        first, last = last < 0, year.end()
        paging = not first and bool(
            _PAGE_NEXT.search(said) or (paging and not _LETTER.search(said))
        )
        if paging or (not first and _RANGE.fullmatch(said)):
            continue
        if not first and _LETTER.search(said) and not _GOES_ON.fullmatch(said):
            who = who if _is_page_then(said) else _another(reading, said, start + begin)
        if who is None:
            begin += len(said) - len(said.lstrip(" ,"))
            yield _not_understood(reading, piece[begin : year.end()], start + begin)
        else:
            yield _citation(reading, who, year[0], start + year.end())


def _is_page_then(said: str) -> bool:
    """Whether a year after a page goes on with the same names: `2004, p. 12, 2005`."""
    return is_place(said) and said.rstrip().endswith(",")


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


def _ending(reading: _Reading, start: int, end: int) -> _Who | None:
    """Return whose names end a stretch; what is known goes before what looks like a name."""
    text = reading.text[start:end]
    before, known = BEFORE.search(text), known_before(text, reading.known)
    if known >= 0 and (before is None or known < before.start(1)):
        name = known_name(text[known:], reading.known)
        return _Who((name,), start + known) if name else None
    if before is None or is_date(before[1]):
        return None
    names, others = family_names(before[1])
    return _Who(names, start + before.start(1), others) if names else None


def _another(reading: _Reading, said: str, start: int) -> _Who | None:
    """Return who is named between two years, as in `(Day 2004, cited in Bair 2011)`.

    None when words are there and name nobody: then the second year is not understood.
    """
    for names in (said, said.partition(",")[2]):
        if _LETTER.search(names) and not is_place(names):
            who = _inside(reading, said, names, start)
            if who is not None:
                return who
    return _ending(reading, start, start + len(said.rstrip(" ,:(")))


def _citation(reading: _Reading, who: _Who, year: str, end: int) -> InText:
    names = " and ".join(who.names) if len(who.names) < 3 else ", ".join(who.names)
    printed = f"{names}{' et al.' if who.others else ''}, {' '.join(year.split())}"
    asked = " ".join(year.lower().split())
    place = reading.place(who.begin)
    return InText(who.names, asked, printed, who.begin, end, *place, who.others)


def _not_understood(reading: _Reading, piece: str, start: int) -> InText:
    begin = start + len(piece) - len(piece.lstrip())
    end = start + len(piece.rstrip())
    year = next(_YEARS.finditer(piece))[0].lower()
    printed = " ".join(piece.split())
    if len(printed) > _LONGEST:
        printed = printed[: _LONGEST - 1] + "…"
    return InText((), year, printed, begin, end, *reading.place(begin))
