"""Rule asker-missing: a demand of civil society that nobody is said to have made."""

from __future__ import annotations

from collections.abc import Iterator

from rvc.lint.rule import Data, Remark, Rule
from rvc.lint.walk import address, demands
from rvc.model.demand import Origin
from rvc.model.finding import Severity


def check(data: Data) -> Iterator[Remark]:
    """Yield a remark for every demand of civil society without an asker."""
    for path, law, demand in demands(data):
        if demand.origin is Origin.CIVIL_SOCIETY and not (demand.by or demand.by_note):
            hint = "name who asked, or write origin: unknown"
            yield Remark(address(law, demand), "nobody is said to have asked", path, hint)


RULE = Rule(
    name="asker-missing",
    severity=Severity.WARNING,
    summary="A demand of civil society that nobody is said to have made.",
    why="""\
"What was asked" without "by whom" cannot be checked. Where no organisation is known, `by_note`
or the origin says so.""",
    bad="""\
      - {id: d1, origin: civil-society}
""",
    good="""\
      - {id: d1, origin: unknown}
""",
    check=check,
)
