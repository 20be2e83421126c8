"""Rule required-field: a field that works of this type need is not there."""

from __future__ import annotations

from collections.abc import Iterator

from rvc.lint.bib_rule import BibData, BibRemark, BibRule, Dialect, Work
from rvc.lint.required_fields import Row, has, needed
from rvc.model.finding import Severity


def check(data: BibData) -> Iterator[BibRemark]:
    """Yield a remark for every entry that lacks something; what a parent entry may give counts."""
    rows: dict[str, Row] = {}
    strict = data.dialect is Dialect.BIBTEX
    for work in data.works:
        type_ = work.entry.type
        if type_ not in rows:
            rows[type_] = needed(type_, data.dialect) or ()
        missing = [
            row for row in rows[type_] if not has(work.values, row.lstrip("?"), strict=strict)
        ]
        if missing and not work.values.get("crossref") and not work.values.get("xdata"):
            yield from _remarks(work, missing)


def _remarks(work: Work, missing: list[str]) -> Iterator[BibRemark]:
    entry = work.entry
    must = [row for row in missing if not row.startswith("?")]
    may = [row.lstrip("?") for row in missing if row.startswith("?")]
    if must:
        yield BibRemark(entry.start, entry.key, f"@{entry.type} without {_said(must)}")
    if may:
        message = f"@{entry.type} without {_said(may)}"
        yield BibRemark(entry.start, entry.key, message, severity=Severity.NOTE)


def _said(rows: list[str]) -> str:
    names = [row.replace("|", " or ").replace("date", "year") for row in rows]
    return ", ".join(names)


RULE = BibRule(
    name="required-field",
    severity=Severity.WARNING,
    summary="A field that works of this type need is not there.",
    why="""\
A reference without its journal or year cannot be printed or found. What each type needs is listed
in the documentation of BibTeX (section 3.1) and of biblatex (section 2.1.1); the setting `dialect`
chooses. What biblatex lists but web pages often do not have (a date, a name) is only a note.""",
    bad="""\
@article{day2004,
  author = {Day, Richard J. F.},
  title  = {From Hegemony to Affinity},
  year   = {2004},
}
""",
    good="""\
@article{day2004,
  author  = {Day, Richard J. F.},
  title   = {From Hegemony to Affinity},
  journal = {Cultural Studies},
  year    = {2004},
}
""",
    check=check,
)
