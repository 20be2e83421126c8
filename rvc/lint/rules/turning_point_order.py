"""Rule turning-point-order: a turning point between versions in the wrong order."""

from __future__ import annotations

from collections.abc import Iterator

from rvc.lint.rule import Data, Remark, Rule
from rvc.lint.walk import turning_points
from rvc.model.finding import Severity
from rvc.model.law import REVERSION


def check(data: Data) -> Iterator[Remark]:
    """Yield a remark for every turning point whose versions are in the wrong order."""
    for path, law, point in turning_points(data):
        order = {version.id: number for number, version in enumerate(law.versions)}
        order[REVERSION] = -1
        before, after = point.between
        if before in order and after in order and order[before] >= order[after]:
            message = f"'{before}' does not come before '{after}'"
            yield Remark(f"{law.id}/{point.id}", message, (*path, "between"))


RULE = Rule(
    name="turning-point-order",
    severity=Severity.ERROR,
    summary="A turning point between versions in the wrong order.",
    why="""\
A turning point lies between an earlier and a later version: the wrong way round it explains a
change that went the other way.""",
    bad="""\
      - id: committee-vote
        between: [bill-2, bill-1]
""",
    good="""\
      - id: committee-vote
        between: [bill-1, bill-2]
""",
    check=check,
)
