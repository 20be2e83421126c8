"""Rule undefined-key: a key that is cited and not there."""

from __future__ import annotations

from collections.abc import Iterator

from rvc.analysis.cited_report import further_keys, is_label
from rvc.lint.bib_rule import BibData, BibRemark, BibRule
from rvc.model.finding import Severity
from rvc.model.nearest import did_you_mean


def check(data: BibData) -> Iterator[BibRemark]:
    """Yield a remark for every cited key without an entry, at the place that cites it."""
    if data.citations is None:
        return
    known = {work.entry.key for work in data.works}
    known.update(further_keys((work.entry.key, work.values.get("ids", "")) for work in data.works))
    folded = {key.lower(): key for key in known}
    for key, place in data.citations.places.items():
        if key in known or is_label(key, place.file):
            continue
        same = folded.get(key.lower())
        hint = f"did you mean {same!r}? (case counts for biber)" if same else ""
        severity = Severity.WARNING if same else None
        hint = hint or did_you_mean(key, known)
        message = "is cited and not in the bibliography"
        yield BibRemark(0, key, message, hint, severity=severity, place=place)


RULE = BibRule(
    name="undefined-key",
    severity=Severity.ERROR,
    summary="A key that is cited and not there.",
    why="""\
The reader gets a question mark instead of a source. Judged for laws.yaml and for the manuscripts
that are named on the command line.""",
    bad="""\
% cited: day2004
@misc{day2005, title = {Gramsci Is Dead}, year = {2005}}
""",
    good="""\
% cited: day2005
@misc{day2005, title = {Gramsci Is Dead}, year = {2005}}
""",
    check=check,
)
