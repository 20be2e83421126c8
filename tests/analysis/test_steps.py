from __future__ import annotations

from msgspec.structs import replace

from registers import toy_register
from rvc.analysis.changes import compare
from rvc.analysis.steps import between, moments
from rvc.model.codebook import Attainment, Degree
from rvc.model.law import Law


def act() -> Law:
    return toy_register().laws[0]


def with_between(law: Law, start: str, end: str, *demands: str) -> Law:
    (point,) = law.turning_points
    moved = replace(point, between=(start, end), demands=demands or point.demands)
    return replace(law, turning_points=(moved,))


def turning_points(law: Law) -> list[list[str]]:
    change = compare(law).changes[0]
    return [[point.id for point in step.turning_points] for step in change.steps]


def test_a_turning_point_belongs_to_the_step_it_lies_in() -> None:
    assert turning_points(act()) == [["toy-turn-1"], []]


def test_a_turning_point_that_spans_steps_belongs_to_those_it_reaches_into() -> None:
    assert turning_points(with_between(act(), "toy-bill-1", "toy-act-2003")) == [
        ["toy-turn-1"],
        ["toy-turn-1"],
    ]
    assert turning_points(with_between(act(), "toy-bill-3", "toy-rejection")) == [
        [],
        ["toy-turn-1"],
    ]


def test_a_turning_point_that_moved_no_grade_is_told_all_the_same() -> None:
    law = with_between(act(), "toy-bill-2", "toy-bill-3", "toy-d2")
    change = compare(law).changes[1]
    assert [step.turning_points for step in change.steps] == [()]
    assert [point.id for point in change.within] == ["toy-turn-1"]


def test_a_move_from_a_lower_bound_is_not_firm() -> None:
    law = act()
    demand = law.demands[0]
    loose = replace(demand.codings["toy-bill-2"], degree=Degree.AT_LEAST)
    demand = replace(demand, codings={**demand.codings, "toy-bill-2": loose})
    change = compare(replace(law, demands=(demand,))).changes[0]
    assert [step.firm for step in change.steps] == [False, True]


def test_a_bill_takes_nothing_away_from_the_law_before_it() -> None:
    law = act()
    demand = law.demands[0]
    before = replace(demand.codings["reversion"], attainment=Attainment.FULL)
    first = replace(demand.codings["toy-bill-1"], attainment=Attainment.NONE)
    demand = replace(demand, codings={**demand.codings, "reversion": before, "toy-bill-1": first})
    change = compare(replace(law, demands=(demand,)), "reversion").changes[0]
    assert all(step.before.version.id != "reversion" for step in change.steps)


def test_turning_points_are_told_in_the_order_of_time() -> None:
    law = act()
    (point,) = law.turning_points
    later = replace(point, id="later", date="2002", between=("toy-bill-3", "toy-act-2003"))
    law = replace(law, turning_points=(later, point))
    start, end = law.versions[0], law.versions[-1]
    assert [found.id for found in between(law, start, end)] == ["toy-turn-1", "later"]
    assert moments(law, law.demands[0], compare(law).changes[0].path).within == ()
