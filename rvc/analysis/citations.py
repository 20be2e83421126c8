"""Who rests on what: every place of the register that cites a work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from rvc.model.citation import Cite, parse_cite
from rvc.model.law import Law, Version
from rvc.model.register import Register

Path = tuple[str | int, ...]


class CitedFor(StrEnum):
    """What a work is cited for."""

    LAW = "law"
    VERSION = "version"
    EVENT = "event"
    TURNING_POINT = "turning point"
    MOVER = "who moved it"
    DEMAND = "demand"
    CODING = "coding"
    OBSERVATION = "observation"
    ORGANISATION = "organisation"
    TAG = "tag"
    MANUSCRIPT = "manuscript"
    CANDIDATE = "candidate of an ambiguous or unresolved citation"


class Citing(Struct, frozen=True):
    """One citation: the address that cites, what for, the work, and the way to it in laws.yaml."""

    subject: str
    what: CitedFor
    cite: Cite
    path: Path
    title: str = ""
    """What stands there, for a reader."""


def citings(register: Register) -> Iterator[Citing]:
    """Yield every citation of the register, in the order of the file's parts."""
    for number, tag in enumerate(register.tags):
        path: Path = ("tags", number, "works")
        yield from _each(tag.works, tag.id, CitedFor.TAG, path, tag.label)
    for number, body in enumerate(register.organisations):
        path = ("organisations", number, "sources")
        yield from _each(body.sources, body.id, CitedFor.ORGANISATION, path, body.name)
    for number, text in enumerate(register.manuscripts):
        path = ("manuscripts", number)
        yield from _each([text.work], text.id, CitedFor.MANUSCRIPT, (*path, "work"), "itself")
        for place, citation in enumerate(text.citations):
            at = (*path, "citations", place)
            printed = citation.printed
            yield from _each(citation.works, text.id, CitedFor.MANUSCRIPT, (*at, "works"), printed)
            yield from _each(
                citation.candidates, text.id, CitedFor.CANDIDATE, (*at, "candidates"), printed
            )
    for number, law in enumerate(register.laws):
        yield from _law(law, ("laws", number))


def _law(law: Law, path: Path) -> Iterator[Citing]:
    yield from _each(law.sources, law.id, CitedFor.LAW, (*path, "sources"), law.title)
    if law.reversion:
        yield from _version(law, law.reversion, (*path, "reversion"))
    for number, version in enumerate(law.versions):
        yield from _version(law, version, (*path, "versions", number))
    for number, event in enumerate(law.events):
        at = (*path, "events", number, "sources")
        yield from _each(event.sources, law.id, CitedFor.EVENT, at, f"{event.date}: {event.what}")
    for number, point in enumerate(law.turning_points):
        at = (*path, "turning_points", number)
        subject = f"{law.id}/{point.id}"
        yield from _each(
            point.sources, subject, CitedFor.TURNING_POINT, (*at, "sources"), point.effect
        )
        yield from _each(
            point.reported_by, subject, CitedFor.MOVER, (*at, "reported_by"), point.moved_by
        )
    for number, demand in enumerate(law.demands):
        at = (*path, "demands", number)
        subject = f"{law.id}/{demand.id}"
        yield from _each(demand.asked_in, subject, CitedFor.DEMAND, (*at, "asked_in"), demand.title)
        for version_id, coding in demand.codings.items():
            yield from _each(
                coding.sources,
                f"{subject}@{version_id}",
                CitedFor.CODING,
                (*at, "codings", version_id, "sources"),
                f"{demand.title}: {coding.attainment}",
            )
        for place, seen in enumerate(demand.observations):
            there = (*at, "observations", place, "sources")
            yield from _each(seen.sources, subject, CitedFor.OBSERVATION, there, seen.what)


def _version(law: Law, version: Version, path: Path) -> Iterator[Citing]:
    subject = f"{law.id}@{version.id}"
    yield from _each(version.sources, subject, CitedFor.VERSION, (*path, "sources"), version.label)
    if version.same_as:
        at = (*path, "same_as", "sources")
        said = f"same wording as {version.same_as.version}"
        yield from _each(version.same_as.sources, subject, CitedFor.VERSION, at, said)


def _each(
    cites: Sequence[str], subject: str, what: CitedFor, path: Path, title: str
) -> Iterator[Citing]:
    for number, text in enumerate(cites):
        at = (*path, number) if path[-1] != "work" else path
        yield Citing(subject, what, parse_cite(text), at, title)
