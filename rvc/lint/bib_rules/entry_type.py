"""Rule entry-type: a type of entry that the program does not know."""

from __future__ import annotations

from collections.abc import Iterator

from rvc.lint.bib_rule import BibData, BibRemark, BibRule
from rvc.lint.required_fields import known_types
from rvc.model.finding import Severity
from rvc.model.nearest import did_you_mean


def check(data: BibData) -> Iterator[BibRemark]:
    """Yield a remark for every entry of a type that nobody knows."""
    known = known_types(data.dialect)
    hints: dict[str, str] = {}
    for work in data.works:
        entry = work.entry
        if entry.type in known:
            continue
        if entry.type not in hints:
            hints[entry.type] = did_you_mean(entry.type, known)
        message = f"the type @{entry.type} is not known"
        yield BibRemark(entry.start, entry.key, message, hints[entry.type])


RULE = BibRule(
    name="entry-type",
    severity=Severity.WARNING,
    summary="A type of entry that the program does not know.",
    why="""\
BibTeX prints an entry of an unknown type as @misc and leaves out most of its fields. With the
dialect `bibtex` the types of biblatex are unknown too.""",
    bad="""\
@artcle{day2004, author = {Day, Richard J. F.}, title = {From Hegemony to Affinity},
  journal = {Cultural Studies}, year = {2004}}
""",
    good="""\
@article{day2004, author = {Day, Richard J. F.}, title = {From Hegemony to Affinity},
  journal = {Cultural Studies}, year = {2004}}
""",
    check=check,
)
