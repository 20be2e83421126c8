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


class WorkLine(Struct, frozen=True, array_like=True, gc=False):
    """A work as a list shows it on a terminal."""

    key: str
    label: str
    title: str
    resolved: bool = True


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


class CitedAt(Struct, frozen=True):
    """A citation of a key in a manuscript; line and column count from 1."""

    key: str
    file: str
    line: int
    column: int
    hint: str = ""


class RefsCitedOutput(Struct, frozen=True):
    """`rvc refs cited`."""

    cited: tuple[str, ...]
    """Keys that are cited and there, in the order of the bibliography."""
    undefined: tuple[CitedAt, ...]
    """Citations of keys that are not there."""
    unresolved: tuple[CitedAt, ...]
    """Citations of placeholders, which are no works."""
    unused: tuple[str, ...]
    """Keys that are there and never cited."""
    places: tuple[CitedAt, ...]
    """Every citation, in the order of the manuscripts."""
    format: Literal["rvc.refs.cited/1"] = "rvc.refs.cited/1"
