"""The cell of a demand and a version: the coding that holds there, its own or inherited."""

from __future__ import annotations

from msgspec import Struct

from rvc.model.codebook import Attainment, Basis, Degree
from rvc.model.demand import Coding, Demand
from rvc.model.law import Carries, Law, Version

_NOBODY = Coding(Attainment.NOT_CHECKED)


class Cell(Struct, frozen=True):
    """What is known of one demand in one version.

    `inherited_from` names the version of the same wording whose coding this is. `basis` is what
    the grade rests on here: never firmer than the statement that the wordings are the same; None
    when nothing was checked.
    """

    version: Version
    coding: Coding
    inherited_from: str = ""
    basis: Basis | None = None

    @property
    def attainment(self) -> Attainment:
        """The grade."""
        return self.coding.attainment

    @property
    def checked(self) -> bool:
        """Whether anybody looked."""
        return self.coding.attainment is not Attainment.NOT_CHECKED

    @property
    def possible(self) -> range:
        """The ranks that the grade may really have: one, or more where it is a lower bound."""
        rank = self.coding.attainment.rank
        return range(rank, 5 if self.coding.degree is Degree.AT_LEAST else rank + 1)


def cell(law: Law, demand: Demand, version: Version) -> Cell:
    """Return the cell of `demand` at `version`; not checked when there is no coding for it.

    A version with the wording of an earlier one takes over its coding unless it has its own. A
    circle of such versions ends where it closes.
    """
    basis: Basis | None = None
    current, seen = version, {version.id}
    while (coding := demand.codings.get(current.id)) is None and current.same_as:
        basis = weaker(basis, current.same_as.basis)
        earlier = law.version(current.same_as.version)
        if earlier is None or earlier.id in seen:
            break
        seen.add(earlier.id)
        current = earlier
    if coding is None:
        return Cell(version, _NOBODY)
    own = coding.basis if coding.attainment is not Attainment.NOT_CHECKED else None
    inherited = current.id if current is not version else ""
    return Cell(version, coding, inherited, weaker(basis, own) if own else None)


def coding_at(law: Law, demand: Demand, version: Version) -> Coding | None:
    """Return the coding that holds at `version`, its own or inherited; None for an empty cell."""
    found = cell(law, demand, version).coding
    return None if found is _NOBODY else found


def weaker(one: Basis | None, other: Basis | None) -> Basis | None:
    """Return the less firm of two bases; None counts as no statement at all."""
    if one is None or other is None:
        return one or other
    return max(one, other, key=lambda basis: basis.weakness)


def path_between(law: Law, start: Version, end: Version) -> tuple[Version, ...]:
    """Return the versions from `start` to `end` that carry text, both included, in time order."""
    order = [law.reversion] if law.reversion else []
    order += [v for v in law.versions if v.carries is not Carries.NONE or v in (start, end)]
    first, last = order.index(start), order.index(end)
    return tuple(order[first : last + 1])
