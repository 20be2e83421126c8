"""What `rvc refs … --json` prints (see `rvc.model.output` for the promise)."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from rvc.model.reference import Reference


class CitedLine(Struct, frozen=True):
    """One place of the register that cites a work."""

    subject: str
    what: str
    pinpoint: str
    title: str


class WorkLine(Struct, frozen=True):
    """A work, and how it is called."""

    key: str
    label: str
    work: Reference
    resolved: bool


class RefsListOutput(Struct, frozen=True):
    """`rvc refs list` and `rvc refs search`."""

    works: tuple[WorkLine, ...]
    format: Literal["rvc.refs.list/1"] = "rvc.refs.list/1"


class WorkCard(Struct, frozen=True):
    """A work, what it looks like in a reference list, and what rests on it."""

    work: WorkLine
    reference: str
    cited_by: tuple[CitedLine, ...]


class RefsShowOutput(Struct, frozen=True):
    """`rvc refs show` and `rvc refs cited-by`."""

    card: WorkCard
    format: Literal["rvc.refs.show/1"] = "rvc.refs.show/1"


class MatchCandidate(Struct, frozen=True):
    """A work that a citation may mean, and what speaks against it."""

    key: str
    label: str
    against: tuple[str, ...] = ()


class MatchLine(Struct, frozen=True):
    """A citation in running text and what it means."""

    printed: str
    line: int
    start: int
    end: int
    resolution: str
    candidates: tuple[MatchCandidate, ...] = ()


class RefsMatchOutput(Struct, frozen=True):
    """`rvc refs match`."""

    file: str
    citations: tuple[MatchLine, ...]
    format: Literal["rvc.refs.match/1"] = "rvc.refs.match/1"
