"""Rule month-form: a month that is none, or that is not written as a macro."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rvc.bib.macros import MONTHS
from rvc.bib.months import month_macro
from rvc.lint.bib_rule import BibData, BibRemark, BibRule, raw_fix
from rvc.model.finding import Severity

_MORE = re.compile(
    r"(?:\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|spring|summer|autumn|fall|winter)",
    re.I,
)


def check(data: BibData) -> Iterator[BibRemark]:
    """Yield a remark for every month that a style cannot translate or shorten."""
    for work in data.works:
        said = work.values.get("month")
        if not said:
            continue
        field = work.entry.field("month")
        if field is None or field.raw.lower() in MONTHS:
            continue
        macro = month_macro(said)
        if macro and field.raw[0] in '{"0123456789' and "#" not in field.raw:
            fix = raw_fix(field, macro, safe=True)
            message = f"the month {said!r} has a macro"
            yield BibRemark(
                field.start, work.entry.key, message, f"write {macro}", fix, Severity.NOTE
            )
        elif not macro and not _MORE.search(said):
            yield BibRemark(field.start, work.entry.key, f"{said!r} is no month")


RULE = BibRule(
    name="month-form",
    severity=Severity.WARNING,
    summary="A month that is none, or that is not written as a macro.",
    why="""\
`month = jul` is shortened and translated by the style; `{July}` is printed as it stands, and
`{7}` as a number. Text that names a day or a season is left alone.""",
    bad="""\
@misc{day2004, author = {Day, Richard J. F.}, title = {From Hegemony to Affinity}, year = {2004},
  month = {September}}
""",
    good="""\
@misc{day2004, author = {Day, Richard J. F.}, title = {From Hegemony to Affinity}, year = {2004},
  month = sep}
""",
    check=check,
    fixes="safe",
)
