"""Rule isbn-check: an ISBN whose check digit is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rvc.lint.bib_rule import BibData, BibRemark, BibRule
from rvc.model.finding import Severity
from rvc.model.identifiers import normal_isbn

_WORDS = re.compile(r"\([^)]*\)|isbn(?:-1[03])?:?|[{}]", re.I)


def check(data: BibData) -> Iterator[BibRemark]:
    """Yield a remark for every number in an `isbn` field that is no ISBN."""
    for work in data.works:
        said = work.values.get("isbn")
        if not said or normal_isbn(said):
            continue
        text = _WORDS.sub(" ", said)
        for number in _numbers(text):
            if not normal_isbn(number):
                message = f"{number!r} is no ISBN: {_why(number)}"
                yield BibRemark(work.start("isbn"), work.entry.key, message)


def _numbers(text: str) -> list[str]:
    """What is parted by commas, semicolons or slashes; two numbers may also stand side by side."""
    found: list[str] = []
    for part in re.split(r"[,;/]", text):
        words = part.split()
        whole = len(words) < 2 or all(len(word) < 10 for word in words)
        found += [part.strip()] if whole else words
    return [number for number in found if number]


def _why(number: str) -> str:
    digits = re.sub(r"[\s‐-―\-]", "", number)
    if not re.fullmatch(r"\d{9}[\dXx]|\d{13}", digits):
        return f"it has {sum(c.isdigit() or c in 'Xx' for c in digits)} digits, not 10 or 13"
    return "its check digit is wrong"


RULE = BibRule(
    name="isbn-check",
    severity=Severity.ERROR,
    summary="An ISBN whose check digit is wrong.",
    why="""\
The last digit of an ISBN is computed from the others (ISO 2108), so that one wrong or two swapped
digits show. A wrong ISBN finds another book, or none.""",
    bad="""\
@book{day2005, author = {Day, Richard J. F.}, title = {Gramsci Is Dead},
  publisher = {Pluto Press}, year = {2005}, isbn = {0-7453-2112-8}}
""",
    good="""\
@book{day2005, author = {Day, Richard J. F.}, title = {Gramsci Is Dead},
  publisher = {Pluto Press}, year = {2005}, isbn = {0-7453-2112-7}}
""",
    check=check,
)
