"""Which laws and demands a command was asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from rvc.analysis.changes import Change, Direction
from rvc.cli.reading import one_of
from rvc.model.demand import Demand
from rvc.model.law import REVERSION, Law
from rvc.model.register import Register


def holding(laws: list[Law], *versions: str) -> list[Law]:
    """Return the laws that have all of these versions; all laws when none has, for a message."""
    named = [id for id in versions if id not in {"", "first", "final", "latest", REVERSION}]
    return [law for law in laws if all(law.version(id) for id in named)] or laws


_DEMANDS = "rvc laws demands lists them"


def nothing(register: Register, wanted: Wanted, laws: Sequence[str]) -> str:
    """Return why nothing can be told: an empty register, demands of other laws, or no match."""
    if not register.laws:
        return "the register holds no law"
    owners = {law.id for law in register.laws for d in law.demands if d.id in wanted.demands}
    if laws and owners and not owners & set(laws):
        return f"that demand belongs to {', '.join(sorted(owners))}"
    return "no demand matches"


class Wanted:
    """The options --demand, --dimension, --direction and --tag, with their ids looked up.

    RvcError with the nearest id when one is unknown.
    """

    def __init__(
        self,
        register: Register,
        demands: Sequence[str] = (),
        dimensions: Sequence[str] = (),
        directions: Sequence[Direction] = (),
        tags: Sequence[str] = (),
    ) -> None:
        known = [demand.id for law in register.laws for demand in law.demands]
        scales = [dimension.id for dimension in register.codebook.dimensions]
        self.demands = {one_of(id, known, "demand", _DEMANDS) for id in demands}
        self.dimensions = {one_of(id, scales, "dimension") for id in dimensions}
        self.directions = set(directions)
        self.tags = {one_of(id, [tag.id for tag in register.tags], "tag") for id in tags}
        self._by_tag = {found.id: set(found.tags) for found in register.organisations if found.tags}

    @property
    def narrow(self) -> bool:
        """Whether anything was asked for at all."""
        return bool(self.demands or self.dimensions or self.directions or self.tags)

    def laws(self, laws: Iterable[Law]) -> list[Law]:
        """Return the laws that hold a demand asked for; all of them when nothing was asked.

        A tag of the law itself is enough for the law, and says nothing of its demands.
        """
        if not (self.demands or self.dimensions or self.tags):
            return list(laws)
        return [law for law in laws if self._holds(law)]

    def _holds(self, law: Law) -> bool:
        if self.tags & set(law.tags) and not (self.demands or self.dimensions):
            return True
        return any(self.asks(law, demand) for demand in law.demands)

    def of(self, law: Law) -> Callable[[Change], bool]:
        """Return what says of each change of `law` whether it was asked for."""

        def keeps(change: Change) -> bool:
            went = not self.directions or change.direction in self.directions
            return went and self.asks(law, change.demand)

        return keeps

    def of_process(self, law: Law) -> Callable[[Demand], bool]:
        """Return what says of each demand about the process whether it was asked for.

        Such a demand goes in no direction, so asking for directions leaves it out.
        """
        return lambda demand: not self.directions and self.asks(law, demand)

    def asks(self, _: Law, demand: Demand) -> bool:
        """Whether the demand is one that was asked for, whatever became of it."""
        return (
            (not self.demands or demand.id in self.demands)
            and (not self.dimensions or demand.dimension in self.dimensions)
            and (not self.tags or bool(self.tags & self._tags(demand)))
        )

    def _tags(self, demand: Demand) -> set[str]:
        askers = (self._by_tag.get(id, set()) for id in demand.by)
        return set(demand.tags).union(*askers)
