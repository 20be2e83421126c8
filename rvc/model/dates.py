"""Dates as they are known: EDTF (ISO 8601-2) levels 0 and 1, as biblatex also reads them.

`2013-11-06`, `2013-11`, `2013`, a season (`2012-21` is spring), an interval (`2014-10/2014-12`),
an open one (`2019-07-16/..`), and a mark of doubt (`2009-12?`, `2016~`).
"""

from __future__ import annotations

import re
from calendar import monthrange
from functools import lru_cache

from msgspec import Struct

_ONE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([?~%]?)")
_SEASONS = {
    21: ("spring", 3, 5),
    22: ("summer", 6, 8),
    23: ("autumn", 9, 11),
    24: ("winter", 12, 12),
}
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


class Day(Struct, frozen=True, order=True):
    """A day of the calendar, compared in time."""

    year: int
    month: int
    day: int


class Date(Struct, frozen=True):
    """A date as it is known: the text as written and the first and last day that it can mean."""

    text: str
    earliest: Day
    latest: Day


_BEGINNING, _END = Day(0, 1, 1), Day(9999, 12, 31)


@lru_cache(maxsize=4096)
def parse_date(text: str) -> Date:
    """Return the date written in `text`; ValueError says what is wrong with it."""
    start, slash, end = text.partition("/")
    if not slash:
        earliest, latest = _bounds(text)
        return Date(text, earliest, latest)
    earliest = _BEGINNING if start == ".." else _bounds(start)[0]
    latest = _END if end == ".." else _bounds(end)[1]
    if start == end == ".." or earliest > latest:
        raise ValueError(f"'{text}' is not an interval: it must begin before it ends")
    return Date(text, earliest, latest)


def _bounds(text: str) -> tuple[Day, Day]:
    match = _ONE.fullmatch(text)
    if match is None:
        raise ValueError(f"'{text}' is not a date such as 2013-11-06, 2013-11 or 2014-10/2014-12")
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    if month in _SEASONS and not day:
        _, first, last = _SEASONS[month]
        return Day(year, first, 1), Day(year, last, monthrange(year, last)[1])
    if match[2] and not 1 <= month <= 12:
        raise ValueError(f"'{text}' is not a date: there is no month {match[2]}")
    if year < 1:
        raise ValueError(f"'{text}' is not a date: there is no year 0000 in the register")
    days = monthrange(year, month)[1] if month else 31
    if match[3] and not 1 <= day <= days:
        raise ValueError(f"'{text}' is not a date: {year}-{match[2]} has {days} days")
    return Day(year, month or 1, day or 1), Day(year, month or 12, day or days)


def say_date(text: str) -> str:
    """Return `text` for a reader (`2013-11-06` as `6 Nov 2013`), unchanged when unreadable."""
    start, slash, end = text.partition("/")
    if slash:
        if start == "..":
            return f"until {_say(end)}"
        return f"{_say(start)} or later" if end == ".." else f"{_say(start)} to {_say(end)}"
    return _say(text)


def _say(text: str) -> str:
    match = _ONE.fullmatch(text)
    if match is None:
        return text
    month = int(match[2] or 0)
    name = _SEASONS[month][0] if month in _SEASONS else ""
    if 1 <= month <= 12:
        name = _MONTHS[month - 1]
    said = " ".join(part for part in (match[3] and str(int(match[3])), name, match[1]) if part)
    return f"about {said}" if match[4] in {"~", "%"} else f"{said} (?)" if match[4] else said
