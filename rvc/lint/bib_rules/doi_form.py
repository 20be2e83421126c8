"""Rule doi-form: a DOI that is none, or that is written as an address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rvc.bib.identifier_forms import bare_doi
from rvc.lint.bib_rule import BibData, BibRemark, BibRule, Work, value_fix
from rvc.model.finding import Severity

_GOOD = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s{}\\%]*[^\s{}\\.,;%]")


def check(data: BibData) -> Iterator[BibRemark]:
    """Yield a remark for every `doi` field that does not hold just a DOI."""
    for work in data.works:
        said = work.values.get("doi")
        if said and not _GOOD.fullmatch(said):
            yield from _remark(work, said)


def _remark(work: Work, said: str) -> Iterator[BibRemark]:
    field = work.entry.field("doi")
    bare = bare_doi(said)
    if not bare or field is None:
        yield BibRemark(work.start("doi"), work.entry.key, f"{said!r} is no DOI")
    elif bare != said:
        fix = value_fix(field, said, bare, safe=True)
        message = f"{said!r} is more than a DOI"
        hint = f"write {bare!r}"
        yield BibRemark(field.start, work.entry.key, message, hint, fix, Severity.WARNING)


RULE = BibRule(
    name="doi-form",
    severity=Severity.ERROR,
    summary="A DOI that is none, or that is written as an address.",
    why="""\
Styles put `https://doi.org/` before the field, so an address there becomes a dead link, and
programs that compare DOIs do not find the work. A DOI begins with `10.`, a number and a slash
(DOI Handbook, section 2.2).""",
    bad="""\
@article{phillips2011, author = {Phillips, Nicola}, title = {Informality},
  journal = {Global Networks}, year = {2011},
  doi = {https://doi.org/10.1111/j.1471-0374.2011.00331.x}}
""",
    good="""\
@article{phillips2011, author = {Phillips, Nicola}, title = {Informality},
  journal = {Global Networks}, year = {2011}, doi = {10.1111/j.1471-0374.2011.00331.x}}
""",
    check=check,
    fixes="safe",
)
