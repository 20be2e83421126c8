"""Dates by which or from which something is due, in English and French."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_MONTHS = {
    "en": ("january", "february", "march", "april", "may", "june", "july", "august", "september",
           "october", "november", "december"),
    "fr": ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
           "octobre", "novembre", "décembre"),
}  # fmt: skip
_MONTH_NUMBER = {name: at for names in _MONTHS.values() for at, name in enumerate(names, 1)}
_NAME = "|".join(_MONTH_NUMBER)
_LEAD = {
    "<=": r"n(?:ot|o)\s+later\s+than|by|until|till|on\s+or\s+before|au\s+plus\s+tard|"
    r"jusqu[’']a[ux]|jusqu[’']en|d[’']ici(?:\s+à|\s+au)?",
    "<": r"before|avant",
    ">=": r"on\s+or\s+after|from|as\s+(?:of|from)|with\s+effect\s+from|beginning\s+(?:with|on)|"
    r"n(?:ot|o)\s+earlier\s+than|à\s+compter\s+d[ue]|à\s+partir\s+d[ue]",
    ">": r"after|après",
    "": r"into\s+force\s+on|en\s+vigueur|fixée?s?\s+au",
}
_BOUNDS = tuple(_LEAD)
_DATE = re.compile(
    rf"(?<![\w-])(?:{'|'.join(f'(?P<lead{at}>{_LEAD[b]})' for at, b in enumerate(_BOUNDS))})"
    r"(?:\s+(?:the|le|l[’']année|end\s+of|fin))*\s+"
    rf"(?P<date>(?P<day>\d{{1,2}})(?:st|nd|rd|th|er)?\s+(?P<month>{_NAME})(?:\s+(?P<year>\d{{4}}))?"
    rf"|(?P<first>{_NAME})\s+(?P<second>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(?P<last>\d{{4}}))?"
    rf"|(?P<whole>{_NAME})\s+(?P<its>\d{{4}})"
    r"|(?P<alone>(?:19|20)\d\d)(?!\s+(?:act|order|regulations?|law|bill|code)\b|[\d/-]))(?!\w)",
    re.IGNORECASE,
)


class FoundDate(NamedTuple):
    """A date at `start`:`end` of the text: 2018-01-01, 2018-01, 2018, or 01-31 of any year."""

    start: int
    end: int
    date: str
    bound: str


def read_dates(text: str) -> Iterator[FoundDate]:
    """The dates in the text that a word says to be a term: "not later than 1 January 2018".

    Dates that only name a law, a session or a report are left out.
    """
    for found in _DATE.finditer(text):
        lead = next(at for at in range(len(_BOUNDS)) if found[f"lead{at}"])
        if found["alone"] and found[f"lead{lead}"].lower() == "from":
            continue  # "from 2019 levels", "from 2019 to 2021"
        yield FoundDate(found.start("date"), found.end("date"), _iso(found), _BOUNDS[lead])


def _iso(found: re.Match[str]) -> str:
    month = found["month"] or found["first"] or found["whole"]
    day = found["day"] or found["second"]
    parts = [
        found["year"] or found["last"] or found["its"] or found["alone"],
        f"{_MONTH_NUMBER[month.lower()]:02}" if month else None,
        f"{int(day):02}" if day else None,
    ]
    return "-".join(part for part in parts if part)
