"""Rule reason-missing: a coding that does not say why."""

from __future__ import annotations

from collections.abc import Iterator

from rvc.lint.rule import Data, Remark, Rule
from rvc.lint.walk import address, codings
from rvc.model.finding import Severity


def check(data: Data) -> Iterator[Remark]:
    """Yield a remark for every coding without a rationale."""
    for path, law, demand, version_id, coding in codings(data):
        if not coding.rationale:
            message = f"'{coding.attainment}' without a rationale"
            yield Remark(address(law, demand, version_id), message, path)


RULE = Rule(
    name="reason-missing",
    severity=Severity.WARNING,
    summary="A coding that does not say why.",
    why="""\
Somebody else must be able to disagree: the rationale says what the text has and lacks or, where
nothing was checked, why not.""",
    bad="""\
          bill-1: {attainment: not-checked}
""",
    good="""\
          bill-1: {attainment: not-checked, rationale: Article 3 could not be found.}
""",
    check=check,
)
