"""Rule unused-key: an entry that nothing cites."""

from __future__ import annotations

from collections.abc import Iterator

from rvc.analysis.cited_report import further_keys
from rvc.lint.bib_rule import BibData, BibRemark, BibRule
from rvc.model.finding import Severity

_LINKS = ("crossref", "xref", "xdata", "related", "entryset")


def check(data: BibData) -> Iterator[BibRemark]:
    """Yield a remark for every entry that neither a text nor another entry points to."""
    cited = data.citations
    if cited is None or not cited.unused or cited.all:
        return
    used = {key.lower() for key in cited.places}
    others = further_keys((work.entry.key, work.values.get("ids", "")) for work in data.works)
    used.update(others[key].lower() for key in cited.places if key in others)
    for work in data.works:
        for name in _LINKS:
            if name in work.values:
                used.update(key.strip().lower() for key in work.values[name].split(","))
    for work in data.works:
        if work.entry.key.lower() not in used:
            yield BibRemark(work.entry.start, work.entry.key, "nothing cites this entry")


RULE = BibRule(
    name="unused-key",
    severity=Severity.NOTE,
    summary="An entry that nothing cites.",
    why="""\
Harmless in a library, but in the bibliography of one paper a work that nothing cites was often
forgotten in the text. Judged only when manuscripts are named on the command line.""",
    bad="""\
% cited: day2004
@misc{day2004, title = {From Hegemony to Affinity}, year = {2004}}
@misc{day2005, title = {Gramsci Is Dead}, year = {2005}}
""",
    good="""\
% cited: day2004
@misc{day2004, title = {From Hegemony to Affinity}, year = {2004}}
""",
    check=check,
)
