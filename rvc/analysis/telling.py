"""From a comparison to a brief: every id looked up, every change put into words."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from rvc.analysis.cells import Cell
from rvc.analysis.changes import Change, Comparison
from rvc.analysis.steps import Step
from rvc.analysis.wording import headline, role, sentence
from rvc.model.brief import (
    Brief,
    Called,
    Endpoint,
    Move,
    Opposite,
    ProcessStory,
    Seen,
    Side,
    Source,
    Story,
    Turn,
)
from rvc.model.citation import parse_cite
from rvc.model.demand import Demand
from rvc.model.law import Law, TurningPoint, Version
from rvc.model.reference import Bibliography
from rvc.model.register import Register
from rvc.model.verified import Verified

UNRESOLVED = "stands for a citation that nobody could resolve"
MISSING = "not in the bibliography"


class Teller(Struct, frozen=True):
    """Looks up names of organisations, dimensions and works while a story is told.

    `doubts` says, by cite key, why a work is a weak support (retracted, not verified …);
    `verified` the phrases that were found in the official texts.
    """

    register: Register
    bibliography: Bibliography
    doubts: dict[str, str] = {}
    verified: dict[tuple[str, str, str], Verified] = {}

    def sources(self, cites: Iterable[str]) -> tuple[Source, ...]:
        """Return the cited works, in the order in which they are cited."""
        return tuple(self._source(text) for text in cites)

    def _source(self, text: str) -> Source:
        cite = parse_cite(text)
        work = self.bibliography.works.get(cite.key)
        doubt = self.doubts.get(cite.key, "")
        if work is None:
            doubt = MISSING
        elif not work.resolved:
            doubt = UNRESOLVED
        return Source(cite.key, self.bibliography.label(cite.key), cite.pinpoint, doubt)

    def organisations(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return the names of the organisations; an unknown id stays as it is."""
        names = {found.id: found.short or found.name for found in self.register.organisations}
        return tuple(names.get(id, id) for id in ids)

    def called(self, demands: Iterable[Demand]) -> tuple[Called, ...]:
        """Return who asked, each once, in the order of the alphabet; unknown ids are left out."""
        used = {id for demand in demands for id in demand.by}
        found = [
            Called(
                body.short if body.short != body.name else "", body.name, body.kind, body.country
            )
            for body in self.register.organisations
            if body.id in used
        ]
        return tuple(sorted(found, key=lambda body: (body.short or body.name).casefold()))

    def dimension(self, id: str) -> str:
        """Return the label of a dimension; an unknown id stays as it is."""
        labels = {found.id: found.label for found in self.register.codebook.dimensions}
        return labels.get(id, id)


def tell(
    comparison: Comparison,
    teller: Teller,
    keep: Callable[[Change], bool] = lambda _: True,
    keep_process: Callable[[Demand], bool] = lambda _: True,
) -> Brief:
    """Return the brief of a comparison: stories of what `keep` and `keep_process` let through.

    The order is the order of the telling: by direction, then as registered.
    """
    law = comparison.law
    told = {change.demand.id: change for change in comparison.changes}
    order = list(comparison.counts)
    kept = sorted(filter(keep, comparison.changes), key=lambda c: order.index(c.direction))
    stories = tuple(_story(law, change, told, teller) for change in kept)
    on_process = [demand for demand in comparison.process if keep_process(demand)]
    process = tuple(_process(demand, teller) for demand in on_process)
    return Brief(
        law=law.id,
        title=law.title,
        short=law.short,
        jurisdiction=law.jurisdiction,
        status=law.status,
        state=law.state,
        start=_endpoint(law, comparison.start),
        end=_endpoint(law, comparison.end),
        headline=headline(comparison),
        counts={direction.value: number for direction, number in comparison.counts.items()},
        stories=stories,
        process=process,
        turns=tuple(turn(point, teller) for point in comparison.turning_points),
        organisations=teller.called([*(change.demand for change in kept), *on_process]),
        gaps=law.gaps,
    )


def _endpoint(law: Law, version: Version) -> Endpoint:
    called = role(law, version)
    return Endpoint(version.id, version.name, version.date, called, version.label, version.basis)


def _story(law: Law, change: Change, told: dict[str, Change], teller: Teller) -> Story:
    demand = change.demand
    return Story(
        id=demand.id,
        title=demand.title,
        dimension=demand.dimension,
        dimension_label=teller.dimension(demand.dimension),
        asked=demand.asked,
        asked_basis=demand.basis,
        asked_by=teller.organisations(demand.by),
        asked_by_note=demand.by_note,
        asked_in=teller.sources(demand.asked_in),
        first_seen=demand.first_seen,
        origin=demand.origin,
        direction=change.direction,
        firm=change.firm,
        basis=change.basis,
        sentence=sentence(law, change),
        before=side(law, demand, change.before, teller),
        after=side(law, demand, change.after, teller),
        path=tuple(side(law, demand, found, teller) for found in change.path),
        moves=tuple(_move(law, demand, step, teller) for step in change.steps),
        within=tuple(turn(point, teller) for point in change.within),
        side=demand.side,
        opposes=tuple(_opposite(told[id]) for id in demand.opposes if id in told),
        tags=demand.tags,
        note=demand.note,
    )


def side(law: Law, demand: Demand, cell: Cell, teller: Teller) -> Side:
    """Return a cell ready to be told."""
    coding = cell.coding
    coded = cell.inherited_from or cell.version.id
    found = teller.verified.get((law.id, demand.id, coded))
    return Side(
        version=cell.version.id,
        name=cell.version.name,
        date=cell.version.date,
        label=cell.version.label,
        attainment=coding.attainment,
        degree=coding.degree,
        basis=cell.basis,
        locator=coding.locator,
        phrase=coding.phrase,
        language=(coding.language or law.language) if coding.phrase else "",
        phrase_basis=coding.phrase_basis,
        rationale=coding.rationale,
        note=coding.note,
        sources=teller.sources(coding.sources),
        confidence=coding.confidence,
        inherited_from=cell.inherited_from,
        coder=coding.coder or law.coded.coder,
        coded_on=coding.date or law.coded.date,
        text_sha256=found.sha256 if found else "",
    )


def _move(law: Law, demand: Demand, step: Step, teller: Teller) -> Move:
    return Move(
        side(law, demand, step.before, teller),
        side(law, demand, step.after, teller),
        step.fell,
        step.firm,
        tuple(turn(point, teller) for point in step.turning_points),
    )


def turn(point: TurningPoint, teller: Teller) -> Turn:
    """Return a turning point ready to be told."""
    return Turn(
        id=point.id,
        date=point.date,
        effect=point.effect,
        moved_by=point.moved_by,
        basis=point.basis,
        mover_basis=point.mover_basis,
        movers=teller.organisations(point.movers),
        sources=teller.sources(point.sources),
        reported_by=teller.sources(point.reported_by),
        confidence=point.confidence,
        note=point.note,
    )


def _opposite(change: Change) -> Opposite:
    demand = change.demand
    return Opposite(
        demand.id,
        demand.title,
        demand.side,
        change.direction,
        change.before.attainment,
        change.after.attainment,
    )


def _process(demand: Demand, teller: Teller) -> ProcessStory:
    seen = tuple(
        Seen(found.date, found.what, found.basis, teller.sources(found.sources))
        for found in demand.observations
    )
    return ProcessStory(
        demand.id,
        demand.title,
        demand.asked,
        demand.basis,
        teller.organisations(demand.by),
        demand.by_note,
        teller.sources(demand.asked_in),
        demand.first_seen,
        seen,
        demand.note,
    )
