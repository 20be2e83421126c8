"""Rule coding-missing: a demand without a coding at a version that carries text."""

from __future__ import annotations

from collections.abc import Iterator

from rvc.analysis.cells import coding_at
from rvc.lint.rule import Data, Remark, Rule
from rvc.lint.walk import address, demands
from rvc.model.demand import DemandKind
from rvc.model.finding import Severity
from rvc.model.law import Carries


def check(data: Data) -> Iterator[Remark]:
    """Yield a remark for every empty cell of the demand by version matrix."""
    for path, law, demand in demands(data):
        if demand.kind is DemandKind.PROCESS:
            continue
        for version in law.versions:
            if version.carries is not Carries.NONE and coding_at(law, demand, version) is None:
                message = f"has no coding at '{version.id}', which carries text"
                hint = "write attainment: not-checked and why"
                yield Remark(address(law, demand, version.id), message, path, hint)


RULE = Rule(
    name="coding-missing",
    severity=Severity.WARNING,
    summary="A demand without a coding at a version that carries text.",
    why="""\
An empty cell reads like "not in the text". Say `not-checked`, with the reason, where nobody
looked.""",
    bad="""\
        codings:
          bill-1: {attainment: full, basis: reported}
          # bill-2 carries text too
""",
    good="""\
        codings:
          bill-1: {attainment: full, basis: reported}
          bill-2: {attainment: not-checked, rationale: The text was not found.}
""",
    check=check,
)
