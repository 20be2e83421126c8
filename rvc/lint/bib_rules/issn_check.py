"""Rule issn-check: an ISSN whose check digit is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rvc.lint.bib_rule import BibData, BibRemark, BibRule, value_fix
from rvc.model.finding import Severity

_WORDS = re.compile(r"\([^)]*\)|e?-?issn(?:-?l)?:?|[{}]", re.I)
_GOOD = re.compile(r"\d{4}-\d{3}[\dX]")


def check(data: BibData) -> Iterator[BibRemark]:
    """Yield a remark for every number in an `issn` field that is no ISSN."""
    for work in data.works:
        said = work.values.get("issn")
        if not said:
            continue
        for number in re.split(r"[,;/\s]+", _WORDS.sub(" ", said).strip()):
            digits = re.sub(r"[‐-―-]", "", number).upper()
            if not _right(digits):
                message = f"{number!r} is no ISSN"
                yield BibRemark(work.start("issn"), work.entry.key, message)
            elif not _GOOD.fullmatch(number):
                form = f"{digits[:4]}-{digits[4:]}"
                field = work.entry.field("issn")
                fix = value_fix(field, number, form, safe=True) if field else None
                message = f"an ISSN is written {form}, not {number}"
                yield BibRemark(work.start("issn"), work.entry.key, message, fix=fix)


def _right(digits: str) -> bool:
    """Say whether eight digits are an ISSN (ISO 3297: weights 8 to 1, modulus 11, X is 10)."""
    if not re.fullmatch(r"[0-9]{7}[0-9X]", digits):
        return False
    return sum((8 - i) * (10 if c == "X" else int(c)) for i, c in enumerate(digits)) % 11 == 0


RULE = BibRule(
    name="issn-check",
    severity=Severity.ERROR,
    summary="An ISSN whose check digit is wrong, or without its hyphen.",
    why="""\
The last digit of an ISSN is computed from the others (ISO 3297), so that mistakes of copying show.
Catalogues search for the form with a hyphen.""",
    bad="""\
@article{day2004, author = {Day, Richard J. F.}, title = {From Hegemony to Affinity},
  journal = {Cultural Studies}, year = {2004}, issn = {0950-2387}}
""",
    good="""\
@article{day2004, author = {Day, Richard J. F.}, title = {From Hegemony to Affinity},
  journal = {Cultural Studies}, year = {2004}, issn = {0950-2386}}
""",
    check=check,
    fixes="safe",
)
