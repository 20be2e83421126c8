"""How each demand fared between two versions of a law."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum

from msgspec import Struct

from rvc.analysis.cells import Cell, cell, path_between, weaker
from rvc.analysis.steps import Step, between, moments
from rvc.errors import RvcError
from rvc.model.codebook import Basis
from rvc.model.demand import Demand, DemandKind
from rvc.model.law import REVERSION, Carries, Law, TurningPoint, Version
from rvc.model.nearest import did_you_mean


class Direction(StrEnum):
    """What became of a demand between two versions, in the order in which it is told."""

    LOST = "lost"
    """It was met to some degree, and is not in the later text."""
    WEAKENED = "weakened"
    """The later text meets it less."""
    HELD = "held"
    """Both texts meet it to the same degree."""
    STRENGTHENED = "strengthened"
    """The later text meets it more."""
    GAINED = "gained"
    """It was not in the earlier text, and is in the later one to some degree."""
    ABSENT = "absent"
    """Both texts were looked at, and it is in neither."""
    NOT_CHECKED = "not-checked"
    """One of the two texts was not checked for it: no comparison can be made."""


class Change(Struct, frozen=True):
    """One demand between two versions.

    `firm` is False where a grade is only a lower bound and another direction is possible.
    `basis` is the weaker of the two grades' bases, None when there is no comparison. `within` are
    turning points that changed the wording about it, but not its grade.
    """

    demand: Demand
    before: Cell
    after: Cell
    path: tuple[Cell, ...]
    direction: Direction
    firm: bool
    basis: Basis | None
    steps: tuple[Step, ...]
    within: tuple[TurningPoint, ...] = ()


class Comparison(Struct, frozen=True):
    """A law between two versions: a change for every demand that a text can answer.

    `process` holds the demands about the negotiation itself, which no text can answer;
    `turning_points` all that reach into the way, in the order of time.
    """

    law: Law
    start: Version
    end: Version
    changes: tuple[Change, ...]
    process: tuple[Demand, ...] = ()
    turning_points: tuple[TurningPoint, ...] = ()

    @property
    def counts(self) -> dict[Direction, int]:
        """How many changes there are of each direction, all seven in their order."""
        found = Counter(change.direction for change in self.changes)
        return {direction: found[direction] for direction in Direction}


def compare(law: Law, start: str = "", end: str = "") -> Comparison:
    """Return how each demand fared from `start` to `end`.

    Without ids: from the first proposal to the final text or, where there is none, the latest.
    RvcError when an id is unknown, a version carries no text, or the first does not come before
    the second.
    """
    before, after = version_of(law, start or law.first), version_of(law, end or law.end)
    for version in (before, after):
        if version.carries is Carries.NONE:
            hint = "name a version with text; rvc laws show lists them"
            raise RvcError(f"'{version.id}' carries no text to compare", where=law.id, hint=hint)
    if before is after:
        raise RvcError(f"'{after.id}' would be compared with itself", where=law.id)
    order = [law.reversion, *law.versions] if law.reversion else list(law.versions)
    if order.index(before) > order.index(after):
        raise RvcError(
            f"'{before.id}' comes after '{after.id}'", where=law.id, hint="swap --from and --to"
        )
    path = path_between(law, before, after)
    asked = [demand for demand in law.demands if demand.kind is DemandKind.TEXT]
    process = tuple(demand for demand in law.demands if demand.kind is DemandKind.PROCESS)
    changes = tuple(change_of(law, demand, path) for demand in asked)
    points = tuple(between(law, before, after))
    return Comparison(law, before, after, changes, process, points)


def version_of(law: Law, id: str) -> Version:
    """Return the version `id` of `law`; `first`, `final`, `latest` and `reversion` are known too.

    RvcError with a suggestion when there is none.
    """
    named = {"first": law.first, "final": law.final, "latest": _latest(law)}.get(id, id)
    found = law.version(named) if named else None
    if found is None:
        if not id:
            raise RvcError("names no first, final or latest version", where=law.id, hint=_CHECK)
        known = [version.id for version in law.versions] + ["first", "final", "latest"]
        hint = _NOT_THERE.get(id, "") or did_you_mean(id, known)
        hint = hint or f"known: {', '.join(version.id for version in law.versions)}"
        raise RvcError(f"unknown version '{id}'", where=law.id, hint=hint)
    return found


_CHECK = "rvc check says what else is missing"
_NOT_THERE = {
    "final": "this law has no final text yet, only a latest one",
    REVERSION: "the law before it is not registered for this law",
}


def _latest(law: Law) -> str:
    """Return the last version with text: after a final text came amendments, say."""
    carrying = [v.id for v in law.versions if v.carries is not Carries.NONE]
    return law.latest or (carrying[-1] if carrying else "")


def change_of(law: Law, demand: Demand, path: tuple[Version, ...]) -> Change:
    """Return how `demand` fared along `path`, from its first version to its last."""
    cells = tuple(cell(law, demand, version) for version in path)
    before, after = cells[0], cells[-1]
    direction = direction_of(before.attainment.rank, after.attainment.rank)
    possible = {direction_of(a, b) for a in before.possible for b in after.possible}
    basis = None if direction is Direction.NOT_CHECKED else weaker(before.basis, after.basis)
    found = moments(law, demand, cells)
    firm = possible == {direction}
    return Change(demand, before, after, cells, direction, firm, basis, found.steps, found.within)


def direction_of(before: int, after: int) -> Direction:
    """Return the direction between two ranks of attainment (-1: not checked)."""
    if before < 0 or after < 0:
        return Direction.NOT_CHECKED
    if before == after:
        return Direction.HELD if after else Direction.ABSENT
    if after > before:
        return Direction.STRENGTHENED if before else Direction.GAINED
    return Direction.WEAKENED if after else Direction.LOST
