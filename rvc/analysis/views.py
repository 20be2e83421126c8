"""Views of the register that compare nothing: lists, cards, timelines, the matrix."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rvc.analysis.cells import cell
from rvc.analysis.changes import version_of
from rvc.analysis.telling import Teller
from rvc.analysis.wording import role
from rvc.model.brief import weakest
from rvc.model.dates import Day, parse_date
from rvc.model.demand import Demand, DemandKind
from rvc.model.law import Event, Law, TurningPoint, Version, Votes
from rvc.model.output import (
    DemandLine,
    LawCard,
    LawLine,
    Matrix,
    MatrixColumn,
    MatrixEntry,
    MatrixRow,
    Moment,
    Timeline,
    VersionLine,
)


def law_line(law: Law) -> LawLine:
    """Return a law as the list shows it."""
    return LawLine(
        law.id,
        law.title,
        law.short,
        law.kind,
        law.status,
        law.jurisdiction,
        law.first,
        law.end,
        "final" if law.final else "latest",
        len(law.versions),
        len(law.demands),
        law.tags,
    )


def law_card(law: Law, teller: Teller) -> LawCard:
    """Return all of a law that is not a coding."""
    return LawCard(
        law_line(law),
        law.summary,
        law.state,
        law.language,
        tuple(_version(version, teller) for version in law.versions),
        tuple(demand_line(law, demand, teller) for demand in law.demands),
        _version(law.reversion, teller) if law.reversion else None,
        teller.sources(law.sources),
        law.gaps,
        teller.called(law.demands),
    )


def _version(version: Version, teller: Teller) -> VersionLine:
    return VersionLine(
        version.id,
        version.date,
        version.stage,
        version.label,
        version.name,
        version.number,
        version.carries,
        version.basis,
        version.same_as.version if version.same_as else "",
        tuple(page.url for page in version.pages if page.url),
        teller.sources(version.sources),
        version.confidence,
        version.note,
    )


def demand_line(law: Law, demand: Demand, teller: Teller) -> DemandLine:
    """Return a demand as it was asked."""
    by = teller.organisations(demand.by)
    return DemandLine(
        law.id,
        demand.id,
        demand.title,
        demand.dimension,
        teller.dimension(demand.dimension),
        demand.kind,
        demand.origin,
        demand.asked,
        demand.basis,
        by,
        demand.by_note,
        teller.sources(demand.asked_in),
        demand.first_seen,
        demand.side,
        demand.opposes,
        demand.tags,
        demand.confidence,
        demand.note,
    )


def timeline(law: Law, teller: Teller) -> Timeline:
    """Return a law's versions, events and turning points in the order of time.

    What has no date that can be read stands at the end.
    """
    moments = [_of_version(law, version, teller) for version in law.versions]
    moments += [_of_event(event, teller) for event in law.events]
    moments += [_of_turn(law, point, teller) for point in law.turning_points]
    return Timeline(law.id, law.title, law.state, tuple(sorted(moments, key=_when)))


def _when(moment: Moment) -> tuple[Day, Day]:
    try:
        date = parse_date(moment.date)
    except ValueError:
        return Day(9999, 12, 31), Day(9999, 12, 31)
    return date.earliest, date.latest


def _of_version(law: Law, version: Version, teller: Teller) -> Moment:
    called = role(law, version)
    title = version.name if called == version.name else f"{version.name} ({called})"
    detail = "" if version.carries == "full" else f"carries text: {version.carries}"
    if version.same_as:
        detail = f"same wording as {version.same_as.version}"
    return Moment(
        version.date,
        "version",
        version.stage,
        f"{title}: {version.label}",
        detail,
        version.basis,
        teller.sources(version.sources),
        version.confidence,
        version.note,
    )


def _of_event(event: Event, teller: Teller) -> Moment:
    detail = ", ".join(part for part in (_votes(event.votes), event.document) if part)
    return Moment(
        event.date,
        "event",
        event.kind,
        event.what,
        detail,
        event.basis,
        teller.sources(event.sources),
        event.confidence,
        event.note,
        (event.document_basis or event.basis) if event.document else None,
    )


def _votes(votes: Votes | None) -> str:
    if votes is None:
        return ""
    counted = ((votes.ayes, "for"), (votes.noes, "against"), (votes.abstentions, "abstaining"))
    return ", ".join(f"{number} {word}" for number, word in counted if number is not None)


def _of_turn(law: Law, point: TurningPoint, teller: Teller) -> Moment:
    names = [found.name if (found := law.version(id)) else id for id in point.between]
    return Moment(
        point.date,
        "turning point",
        " → ".join(names),
        point.effect,
        f"Moved by: {point.moved_by.rstrip('.')}",
        point.basis,
        teller.sources(point.reported_by or point.sources),
        point.confidence,
        point.note,
        point.mover_basis,
    )


def matrix(
    laws: Sequence[Law],
    teller: Teller,
    at: str = "",
    asks: Callable[[Law, Demand], bool] = lambda *_: True,
) -> Matrix:
    """Return laws by dimensions at the version `at` of each, the final or latest text if empty.

    Only dimensions that some law's demands use have a row, in the order of the codebook.
    """
    versions = [version_of(law, at or law.end) for law in laws]
    columns = tuple(
        MatrixColumn(law.id, law.short, version.id, version.name, role(law, version), version.date)
        for law, version in zip(laws, versions, strict=True)
    )
    rows = []
    for dimension in teller.register.codebook.dimensions:
        cells = tuple(
            _entries(law, version, dimension.id, asks, teller)
            for law, version in zip(laws, versions, strict=True)
        )
        if any(cells):
            rows.append(MatrixRow(dimension.id, dimension.label, cells))
    return Matrix(columns, tuple(rows))


def _entries(
    law: Law,
    version: Version,
    dimension: str,
    asks: Callable[[Law, Demand], bool],
    teller: Teller,
) -> tuple[MatrixEntry, ...]:
    entries = []
    for demand in law.demands:
        if demand.dimension == dimension and demand.kind is DemandKind.TEXT and asks(law, demand):
            found = cell(law, demand, version)
            entries.append(
                MatrixEntry(
                    demand.id,
                    demand.title,
                    found.attainment,
                    found.coding.degree,
                    found.basis,
                    weakest(teller.sources(found.coding.sources)),
                )
            )
    return tuple(entries)
