"""What `--json` prints: shapes that other programs can rely on.

Every output names its shape and version in `format`; a field may be added without a new version,
none is renamed or removed. The JSON Schemas in `docs/schemas` are generated from these types.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from rvc.model.brief import Brief, Called, Source
from rvc.model.codebook import Attainment, Basis, Confidence, Degree
from rvc.model.finding import Finding


class DiffOutput(Struct, frozen=True):
    """`rvc laws diff`."""

    laws: tuple[Brief, ...]
    format: Literal["rvc.laws.diff/1"] = "rvc.laws.diff/1"


class LawLine(Struct, frozen=True):
    """One law in the list."""

    id: str
    title: str
    short: str
    kind: str
    status: str
    jurisdiction: str
    first: str
    end: str
    end_is: Literal["final", "latest"]
    versions: int
    demands: int
    tags: tuple[str, ...] = ()


class LawListOutput(Struct, frozen=True):
    """`rvc laws list`."""

    laws: tuple[LawLine, ...]
    format: Literal["rvc.laws.list/1"] = "rvc.laws.list/1"


class VersionLine(Struct, frozen=True):
    """One version of a law, as `laws show` lists it."""

    id: str
    date: str
    stage: str
    label: str
    name: str
    number: str
    carries: str
    basis: Basis
    same_as: str = ""
    urls: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    confidence: Confidence | None = None
    note: str = ""


class DemandLine(Struct, frozen=True):
    """One demand, as it was asked."""

    law: str
    id: str
    title: str
    dimension: str
    dimension_label: str
    kind: str
    origin: str
    asked: str
    basis: Basis
    asked_by: tuple[str, ...] = ()
    asked_by_note: str = ""
    asked_in: tuple[Source, ...] = ()
    first_seen: str = ""
    side: str = ""
    opposes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    confidence: Confidence | None = None
    note: str = ""


class LawCard(Struct, frozen=True):
    """All of a law that is not a coding."""

    law: LawLine
    summary: str
    state: str
    language: str
    versions: tuple[VersionLine, ...]
    demands: tuple[DemandLine, ...]
    reversion: VersionLine | None = None
    sources: tuple[Source, ...] = ()
    gaps: tuple[str, ...] = ()
    organisations: tuple[Called, ...] = ()
    """Those that asked, in the order of the alphabet."""


class LawShowOutput(Struct, frozen=True):
    """`rvc laws show`."""

    law: LawCard
    format: Literal["rvc.laws.show/1"] = "rvc.laws.show/1"


class DemandsOutput(Struct, frozen=True):
    """`rvc laws demands`."""

    demands: tuple[DemandLine, ...]
    organisations: tuple[Called, ...] = ()
    """Those that asked, in the order of the alphabet."""
    format: Literal["rvc.laws.demands/1"] = "rvc.laws.demands/1"


class Moment(Struct, frozen=True):
    """Something on a law's timeline: a version, an event or a turning point."""

    date: str
    what: Literal["version", "event", "turning point"]
    kind: str
    """Stage of a version, kind of an event."""
    title: str
    detail: str = ""
    basis: Basis | None = None
    sources: tuple[Source, ...] = ()
    confidence: Confidence | None = None
    note: str = ""
    detail_basis: Basis | None = None
    """What `detail` rests on (the mover of a turning point, the document of an event)."""


class Timeline(Struct, frozen=True):
    """A law's moments in the order of time."""

    law: str
    title: str
    state: str
    moments: tuple[Moment, ...]


class TimelineOutput(Struct, frozen=True):
    """`rvc laws timeline`."""

    timeline: Timeline
    format: Literal["rvc.laws.timeline/1"] = "rvc.laws.timeline/1"


class MatrixEntry(Struct, frozen=True):
    """A demand in a cell of the matrix; `doubt` is the gravest about the works it rests on."""

    demand: str
    title: str
    attainment: Attainment
    degree: Degree
    basis: Basis | None
    doubt: str = ""


class MatrixRow(Struct, frozen=True):
    """A dimension: for each law, in the order of the columns, its demands there."""

    dimension: str
    label: str
    cells: tuple[tuple[MatrixEntry, ...], ...]


class MatrixColumn(Struct, frozen=True):
    """A law and the version at which it is read."""

    law: str
    short: str
    version: str
    name: str
    role: str
    date: str


class Matrix(Struct, frozen=True):
    """Laws by dimensions."""

    columns: tuple[MatrixColumn, ...]
    rows: tuple[MatrixRow, ...]


class MatrixOutput(Struct, frozen=True):
    """`rvc laws matrix`."""

    matrix: Matrix
    format: Literal["rvc.laws.matrix/1"] = "rvc.laws.matrix/1"


class CheckOutput(Struct, frozen=True):
    """`rvc check` and `rvc refs check`."""

    findings: tuple[Finding, ...]
    format: Literal["rvc.check/1"] = "rvc.check/1"
