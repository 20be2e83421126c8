from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rvc.adapters.laws_yaml import read_register
from rvc.analysis.changes import Direction, compare, direction_of, version_of
from rvc.errors import RvcError
from rvc.model.law import Law
from rvc.model.register import Register
from toys import TOY


@pytest.fixture(scope="module")
def register() -> Register:
    found = read_register((TOY / "laws.yaml").read_text(encoding="utf-8")).register
    assert found is not None
    return found


@pytest.fixture(scope="module")
def law(register: Register) -> Law:
    return register.laws[0]


def test_without_ids_from_the_first_proposal_to_the_final_text(law: Law) -> None:
    comparison = compare(law)
    assert (comparison.start.id, comparison.end.id) == ("toy-bill-1", "toy-act-2003")
    went = {change.demand.id: change.direction for change in comparison.changes}
    assert went == {
        "toy-d1": Direction.LOST,
        "toy-d2": Direction.GAINED,
        "toy-d3": Direction.NOT_CHECKED,
    }


def test_a_demand_about_the_process_is_kept_apart(law: Law) -> None:
    assert [demand.id for demand in compare(law).process] == ["toy-d4"]


def test_the_law_before_is_a_version_to_compare_with(law: Law) -> None:
    change = compare(law, "reversion").changes[0]
    assert change.before.version.id == "reversion"
    assert change.direction is Direction.ABSENT


def test_the_path_skips_versions_without_text(law: Law) -> None:
    path = [cell.version.id for cell in compare(law).changes[0].path]
    assert path == ["toy-bill-1", "toy-bill-2", "toy-bill-3", "toy-act-2003"]


def test_steps_name_their_turning_points(law: Law) -> None:
    steps = compare(law).changes[0].steps
    assert [(step.before.version.id, step.after.version.id, step.fell) for step in steps] == [
        ("toy-bill-1", "toy-bill-2", True),
        ("toy-bill-2", "toy-act-2003", True),
    ]
    assert [point.id for point in steps[0].turning_points] == ["toy-turn-1"]
    assert steps[1].turning_points == ()


def test_a_lower_bound_makes_a_direction_firm_only_when_no_other_is_possible(law: Law) -> None:
    gained = compare(law).changes[1]
    assert gained.firm
    held = compare(law, "toy-bill-2").changes[1]
    assert held.direction is Direction.HELD
    assert not held.firm


def test_a_version_is_not_compared_with_itself(law: Law) -> None:
    with pytest.raises(RvcError, match="with itself"):
        compare(law, "toy-bill-2", "toy-bill-2")


def test_a_version_without_text_cannot_be_compared(law: Law) -> None:
    with pytest.raises(RvcError, match="carries no text"):
        compare(law, "toy-bill-1", "toy-rejection")


def test_the_latest_text_may_come_after_the_final_one(law: Law) -> None:
    later = replace(law.versions[-1], id="toy-act-2010", date="2010", same_as=None)
    amended = replace(law, versions=(*law.versions, later))
    assert version_of(amended, "latest").id == "toy-act-2010"
    assert version_of(amended, "final").id == "toy-act-2003"


def test_the_wrong_order_is_refused(law: Law) -> None:
    with pytest.raises(RvcError, match="comes after"):
        compare(law, "toy-act-2003", "toy-bill-1")


def test_an_unknown_version_suggests_the_nearest(law: Law) -> None:
    with pytest.raises(RvcError) as caught:
        version_of(law, "toy-bil-1")
    assert "toy-bill-1" in caught.value.hint


def test_a_law_under_negotiation_has_no_final_text(register: Register) -> None:
    treaty = register.laws[1]
    assert version_of(treaty, "latest").id == "toy-draft-1"
    with pytest.raises(RvcError, match="unknown version 'final'"):
        version_of(treaty, "final")


def test_what_is_not_checked_is_never_lost(law: Law) -> None:
    unread = replace(law, demands=(replace(law.demands[0], codings={}),))
    (change,) = compare(unread).changes
    assert change.direction is Direction.NOT_CHECKED
    assert change.basis is None


ranks = st.integers(-1, 4)


@given(ranks, ranks)
def test_directions_mirror_each_other(before: int, after: int) -> None:
    mirror = {
        Direction.LOST: Direction.GAINED,
        Direction.GAINED: Direction.LOST,
        Direction.WEAKENED: Direction.STRENGTHENED,
        Direction.STRENGTHENED: Direction.WEAKENED,
    }
    there, back = direction_of(before, after), direction_of(after, before)
    assert back is mirror.get(there, there)


@given(ranks)
def test_not_checked_and_absent_are_never_confused(rank: int) -> None:
    assert direction_of(-1, rank) is Direction.NOT_CHECKED
    assert (direction_of(0, rank) is Direction.ABSENT) == (rank == 0)
