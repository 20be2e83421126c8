"""Rule unused-organisation: an organisation that nothing in the register names."""

from __future__ import annotations

from collections.abc import Iterator

from rvc.lint.rule import Data, Remark, Rule
from rvc.lint.walk import demands, turning_points
from rvc.model.finding import Severity


def check(data: Data) -> Iterator[Remark]:
    """Yield a remark for every organisation without a demand, a move or a tag."""
    named = {id for _, _, demand in demands(data) for id in demand.by}
    named |= {id for _, _, point in turning_points(data) for id in point.movers}
    for number, body in enumerate(data.register.organisations):
        if body.id not in named and not body.tags:
            message = f"'{body.id}' asks nothing, moves nothing and carries no tag"
            yield Remark(body.id, message, ("organisations", number))


RULE = Rule(
    name="unused-organisation",
    severity=Severity.NOTE,
    summary="An organisation that nothing in the register names.",
    why="""\
It asks nothing and moves nothing here: a leftover, or a demand or turning point that lost its
author.""",
    bad="""\
organisations:
  - {id: nobody, name: Nobody, kind: ngo}
""",
    good="""\
organisations:
  - {id: sherpa, name: Sherpa, kind: ngo}
laws:
  - id: act
    demands:
      - {id: d1, by: [sherpa]}
""",
    check=check,
)
