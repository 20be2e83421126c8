"""Rule opposition: a demand that opposes one which does not oppose it."""

from __future__ import annotations

from collections.abc import Iterator

from rvc.lint.rule import Data, Remark, Rule
from rvc.lint.walk import address, demands
from rvc.model.finding import Severity


def check(data: Data) -> Iterator[Remark]:
    """Yield a remark for every opposition that only one side knows of."""
    for path, law, demand in demands(data):
        others = {other.id: other for other in law.demands}
        for id in demand.opposes:
            if id == demand.id:
                yield Remark(address(law, demand), "opposes itself", (*path, "opposes"))
            elif id in others and demand.id not in others[id].opposes:
                message = f"opposes '{id}', which does not oppose it"
                hint = f"add '{demand.id}' to what '{id}' opposes"
                yield Remark(address(law, demand), message, (*path, "opposes"), hint)


RULE = Rule(
    name="opposition",
    severity=Severity.ERROR,
    summary="A demand that opposes one which does not oppose it.",
    why="""\
Where civil society was split, one change is a gain for one side and a loss for the other. Both
sides say so, or one of them is told as if nobody disagreed.""",
    bad="""\
      - {id: all-companies, opposes: [big-companies]}
      - {id: big-companies}
""",
    good="""\
      - {id: all-companies, opposes: [big-companies]}
      - {id: big-companies, opposes: [all-companies]}
""",
    check=check,
)
