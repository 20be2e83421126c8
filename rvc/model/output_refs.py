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
