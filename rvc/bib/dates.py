"""When a work appeared: biblatex dates (EDTF levels 0 and 1) and year with month, as one value.

The forms are those of the biblatex manual (date and time specifications) and of the Extended
Date/Time Format (ISO 8601-2): `2013`, `2013-11`, `2013-11-06T10:00:00`, `2013-21` (spring),
`2013/2014`, `2013/..`, `/2013`, `201X`, `-0044`, `y-17000`, and the marks ? (uncertain),
~ (approximate), % (both).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping

from msgspec import Struct

from rvc.bib.macros import MONTHS

_MONTH_NUMBERS = {name: i for i, name in enumerate(MONTHS, 1)}
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}
"""Months of the seasons of the northern hemisphere, within one year, to sort by."""

_POINT = re.compile(
    r"(?:[yY](?P<long>-?\d{5,})|(?P<year>-?\d{4}|-?\d{1,3}[XxuU]{1,3})"
    r"(?:-(?P<month>\d\d|[XxuU]{2})(?:-(?P<day>\d\d|[XxuU]{2}))?)?)"
    r"(?P<time>T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?P<mark>[?~%]?)"
)


class Point(Struct, frozen=True, order=True, omit_defaults=True):
    """A day, a month (`day` 0), or a year (`month` 0); month 21 to 24 is a season."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        year = f"{self.year:04d}" if self.year >= 0 else f"-{-self.year:04d}"
        return (
            year
            + (f"-{self.month:02d}" if self.month else "")
            + (f"-{self.day:02d}" if self.day else "")
        )


class BibDate(Struct, frozen=True, omit_defaults=True):
    """A date or an interval. An open or unknown end is None; `start == end` for one date."""

    text: str
    """As written: the date, or year and month."""
    start: Point | None
    end: Point | None
    uncertain: bool = False
    approximate: bool = False

    @property
    def year(self) -> int | None:
        """The year to print and to compare: of the start, of the end when there is no start."""
        point = self.start or self.end
        return point.year if point else None


def parse_bib_date(text: str) -> BibDate:
    """The date in a biblatex date field; ValueError says what is wrong with it."""
    said = text.strip()
    first, slash, second = said.partition("/")
    if not slash:
        low, high, mark = _point(said, said)
        return BibDate(said, low, high, mark in "?%" and mark != "", mark in "~%" and mark != "")
    start, end, marks = None, None, ""
    if first.strip() not in ("", ".."):
        start, _, mark = _point(first.strip(), said)
        marks += mark
    if second.strip() not in ("", ".."):
        _, end, mark = _point(second.strip(), said)
        marks += mark
    if start is None and end is None:
        raise ValueError(f"{said!r} has neither a beginning nor an end")
    if start and end and _bounds(start)[0] > _bounds(end)[1]:
        raise ValueError(f"{said!r} ends before it begins")
    return BibDate(said, start, end, bool({*"?%"} & {*marks}), bool({*"~%"} & {*marks}))


def _point(text: str, whole: str) -> tuple[Point, Point, str]:
    found = _POINT.fullmatch(text)
    if found is None:
        raise ValueError(f"{whole!r} is not a date like 2013, 2013-11, 2013-11-06 or 2013/2014")
    if found["long"]:
        point = Point(int(found["long"]))
        return point, point, found["mark"]
    low_year, high_year = (int(re.sub("[XxuU]", n, found["year"])) for n in "09")
    if found["year"].startswith("-"):
        low_year, high_year = high_year, low_year
    month = _number(found["month"])
    day = _number(found["day"])
    _check(low_year, month, day, whole)
    return Point(low_year, month, day), Point(high_year, month, day), found["mark"]


def _number(digits: str | None) -> int:
    return int(digits) if digits and digits.isdigit() else 0


def _check(year: int, month: int, day: int, whole: str) -> None:
    if month and month not in _SEASONS and not 1 <= month <= 12:
        raise ValueError(f"{whole!r}: there is no month {month:02d}")
    if day and (month > 12 or not 1 <= day <= monthrange(_like(year), month or 1)[1]):
        raise ValueError(f"{whole!r}: there is no day {day:02d} in that month")


def _like(year: int) -> int:
    """A year with the same leap day, within what the calendar module counts."""
    return 2000 + year % 400


def _bounds(point: Point) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    first, last = _SEASONS.get(point.month, (point.month or 1, point.month or 12))
    return (point.year, first, point.day or 1), (point.year, last, point.day or 31)


_YEAR = re.compile(r"\D*(\d{4})(?!\d)")


def date_of(values: Mapping[str, str]) -> BibDate | None:
    """The date of an entry from its fields (name in lower case → value); None when it has none.

    `date` counts before `year`, `month` and `day`; a `date` that cannot be read is left to the
    checks, and the year is taken. A `year` in words ("ca. 1950", "in press") gives its four
    digits, marked as approximate, or nothing.
    """
    if values.get("date"):
        try:
            return parse_bib_date(values["date"])
        except ValueError:
            found = _YEAR.match(values["date"])
            if not found and "year" not in values:
                return None
            if found:
                point = Point(int(found[1]))
                return BibDate(values["date"], point, point, approximate=True)
    year = values.get("year", "")
    found = _YEAR.match(year)
    if not found:
        return None
    month = month_number(values.get("month", ""))
    day = _day(values, month)
    point = Point(int(found[1]), month, day)
    exact = year.strip("{} []") == found[1]
    said = " ".join(filter(None, (year, values.get("month", ""))))
    return BibDate(said, point, point, approximate=not exact)


_WORD = re.compile(r"[a-z]{3,}")


def month_number(text: str) -> int:
    """The month in a `month` field: a number, a name or its beginning in English; 0 for none."""
    said = text.strip(" {}.").lower()
    if said.isascii() and said.isdigit():
        return int(said) if 1 <= int(said[:4]) <= 12 else 0
    found = _WORD.search(said)
    return _MONTH_NUMBERS.get(found[0][:3], 0) if found else 0


def _day(values: Mapping[str, str], month: int) -> int:
    said = values.get("day", "").strip(" {}")
    if month and said.isascii() and said.isdigit() and 1 <= int(said[:4]) <= 31:
        return int(said)
    return 0
