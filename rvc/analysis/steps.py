"""Where the grade of a demand moved on its way, and at which turning points."""

from __future__ import annotations

from itertools import pairwise

from msgspec import Struct

from rvc.analysis.cells import Cell
from rvc.model.demand import Demand
from rvc.model.law import REVERSION, Law, TurningPoint, Version


class Step(Struct, frozen=True):
    """Two checked versions, one after the other, between which the grade moved.

    Versions that only repeat an earlier wording are passed over: the step starts at the version
    whose wording it is.
    """

    before: Cell
    after: Cell
    turning_points: tuple[TurningPoint, ...] = ()

    @property
    def fell(self) -> bool:
        """Whether the later version meets the demand less."""
        return self.after.attainment.rank < self.before.attainment.rank

    @property
    def firm(self) -> bool:
        """Whether it moved that way whatever the grades that are lower bounds really are."""
        before, after = self.before.possible, self.after.possible
        if self.fell:
            return max(after) < min(before)
        return min(after) > max(before)


class Moments(Struct, frozen=True):
    """The steps of a demand, and the turning points that changed its wording but not its grade."""

    steps: tuple[Step, ...] = ()
    within: tuple[TurningPoint, ...] = ()


def moments(law: Law, demand: Demand, cells: tuple[Cell, ...]) -> Moments:
    """Return where a demand moved along the cells of its path.

    A turning point belongs to the step that it lies in; one that spans several steps, to those
    that it reaches into and that have none of their own. A first bill takes nothing away from the
    law before it, so there is no fall from the reversion point.
    """
    order = places(law)
    last = cells[-1]
    checked = [c for c in cells if c.checked and (not c.inherited_from or c is last)]
    moved = [
        Step(before, after)
        for before, after in pairwise(checked)
        if before.attainment is not after.attainment
    ]
    moved = [step for step in moved if not (step.fell and step.before.version.id == REVERSION)]
    about = [
        point
        for point in between(law, cells[0].version, last.version)
        if demand.id in point.demands
    ]
    steps = tuple(Step(s.before, s.after, _of_step(s, about, order)) for s in moved)
    used = {point.id for step in steps for point in step.turning_points}
    return Moments(steps, tuple(point for point in about if point.id not in used))


def between(law: Law, start: Version, end: Version) -> list[TurningPoint]:
    """Return the turning points that reach into the way from `start` to `end`, in time order."""
    order = places(law)
    low, high = order[start.id], order[end.id]
    found = [point for point in law.turning_points if _reaches(point, low, high, order)]
    return sorted(found, key=lambda point: (point.date, point.id))


def places(law: Law) -> dict[str, int]:
    """Return the place of each version in time, the law before at -1."""
    order = {version.id: place for place, version in enumerate(law.versions)}
    return {REVERSION: -1, **order}


def _of_step(
    step: Step, points: list[TurningPoint], order: dict[str, int]
) -> tuple[TurningPoint, ...]:
    low, high = order[step.before.version.id], order[step.after.version.id]
    reaching = [point for point in points if _reaches(point, low, high, order)]
    inside = [
        point
        for point in reaching
        if low <= order[point.between[0]] and order[point.between[1]] <= high
    ]
    return tuple(inside or reaching)


def _reaches(point: TurningPoint, low: int, high: int, order: dict[str, int]) -> bool:
    before, after = (order.get(id) for id in point.between)
    return before is not None and after is not None and before < high and after > low
