"""Rule date-form: a year or a date that is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rvc.bib.dates import parse_bib_date
from rvc.lint.bib_rule import BibData, BibRemark, BibRule, Work
from rvc.model.finding import Severity

_YEAR = re.compile(r"(?:1[0-9]|20)[0-9]{2}")
_WORDS = re.compile(
    r"(?:in press|forthcoming|to appear|submitted|accepted|n\.?\s?d\.?|no date|s\.?\s?d\.?|"
    r"in preparation|unpublished|under review)\.?",
    re.I,
)
_LOOSE = re.compile(
    r"(?:ca?\.|circa|about)?\s*\[?-?\d{3,4}[a-z]?(?:[-–/]{1,2}\d{2,4})?\??\]?", re.I
)
_DATES = ("date", "urldate", "origdate", "eventdate")


def check(data: BibData) -> Iterator[BibRemark]:
    """Yield a remark for what cannot be read as a year or date, and where the two disagree."""
    for work in data.works:
        values = work.values
        year = values.get("year")
        if year and not _YEAR.fullmatch(year):
            yield from _year(work, year)
        for name in _DATES:
            if values.get(name):
                yield from _date(work, name, values[name])


def _year(work: Work, year: str) -> Iterator[BibRemark]:
    bare = year.strip("{} ")
    if _WORDS.fullmatch(bare) or _LOOSE.fullmatch(bare):
        return
    try:
        parse_bib_date(bare)
    except ValueError:
        message = f"the year {year!r} is none"
    else:
        message = f"the year {year!r} is a date"
    hint = "write a date into the field date" if "date" in message else ""
    yield BibRemark(work.start("year"), work.entry.key, message, hint)


def _date(work: Work, name: str, said: str) -> Iterator[BibRemark]:
    try:
        found = parse_bib_date(said)
    except ValueError as error:
        yield BibRemark(work.start(name), work.entry.key, f"{name}: {error}")
        return
    year = work.values.get("year", "")
    if name == "date" and _YEAR.fullmatch(year) and found.year not in (None, int(year)):
        message = f"the date {said} is not in the year {year}"
        yield BibRemark(work.start(name), work.entry.key, message)


RULE = BibRule(
    name="date-form",
    severity=Severity.WARNING,
    summary="A year or a date that is none.",
    why="""\
Styles sort and cite by the year, so it is four digits; `in press`, `n.d.`, `ca. 1850`, `1999a` and
`1914/1918` are understood too. A `date` is ISO 8601-2 (`2013-11-06`, `2013/2014`, `2013?`), as the
manual of biblatex says in section 2.3.8, and its day must exist.""",
    bad="""\
@misc{day2004, author = {Day, Richard J. F.}, title = {Affinity}, date = {2004-02-30}}
""",
    good="""\
@misc{day2004, author = {Day, Richard J. F.}, title = {Affinity}, date = {2004-02-29}}
""",
    check=check,
)
