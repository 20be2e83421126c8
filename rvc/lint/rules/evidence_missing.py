"""Rule evidence-missing: a grade above none without a place in the text or without a source."""

from __future__ import annotations

from collections.abc import Iterator

from rvc.lint.rule import Data, Remark, Rule
from rvc.lint.walk import address, codings
from rvc.model.codebook import Basis
from rvc.model.demand import Coding
from rvc.model.finding import Severity


def check(data: Data) -> Iterator[Remark]:
    """Yield a remark for every coding that claims something without saying where or who."""
    for path, law, demand, version_id, coding in codings(data):
        subject = address(law, demand, version_id)
        if coding.attainment.rank > 0 and not (coding.locator or coding.phrase):
            message = f"'{coding.attainment}' without evidence: no locator and no phrase"
            yield Remark(subject, message, path, "say where in the text", severity=_soft(coding))
        if coding.attainment.rank >= 0 and not coding.sources and coding.basis in _SOURCED:
            message = f"'{coding.attainment}' is {coding.basis} by no source"
            yield Remark(subject, message, path, "name the source, or write basis: recalled")


_SOURCED = {Basis.OFFICIAL_TEXT, Basis.REPORTED, Basis.INFERRED}


def _soft(coding: Coding) -> Severity:
    # What a source reports without an article number is weak evidence, not none.
    return Severity.WARNING if coding.sources else Severity.ERROR


RULE = Rule(
    name="evidence-missing",
    severity=Severity.ERROR,
    summary="A grade above none without a place in the text or without a source.",
    why="""\
A grade is a claim: it says where in the version it was found, and who says so. Only what is
recalled has no source, and is marked as recalled.""",
    bad="""\
          bill-1: {attainment: substantial, basis: reported}
""",
    good="""\
          bill-1:
            attainment: substantial
            basis: reported
            locator: art. 1
            sources: [report2015]
""",
    check=check,
)
