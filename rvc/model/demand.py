"""What civil society asked, and how each version of the law meets it."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from rvc.model.codebook import Attainment, Basis, Confidence, Degree


class Coding(Struct, frozen=True, forbid_unknown_fields=True):
    """One judgement of one demand against one version, with its evidence."""

    attainment: Attainment
    basis: Basis | None = None
    """What the grade rests on; None only where nothing was checked."""
    rationale: str = ""
    """Why this grade, in our own words."""
    locator: str = ""
    """Where in the version (article, section, paragraph), as the law numbers it."""
    phrase: str = ""
    """A short verbatim phrase of the version, ten words at most."""
    language: str = ""
    """BCP 47 tag of the phrase when it is not the law's own language."""
    phrase_basis: Basis | None = None
    """What the phrase rests on when that differs from `basis`."""
    sources: tuple[str, ...] = ()
    degree: Degree = Degree.EXACT
    confidence: Confidence | None = None
    coder: str = ""
    """Empty: the law's usual coder."""
    date: str = ""
    """Empty: the law's usual date of coding."""
    note: str = ""


class DemandKind(StrEnum):
    """Whether a text can answer the demand at all."""

    TEXT = "text"
    """Asks for words in the law."""
    PROCESS = "process"
    """Asks for something about the negotiation (who sits at the table): no text can hold it."""


class Origin(StrEnum):
    """From whom the demand is known."""

    CIVIL_SOCIETY = "civil-society"
    PARLIAMENT = "parliament"
    """Raised by members; a civil-society origin is not established."""
    UNKNOWN = "unknown"


class Observation(Struct, frozen=True, forbid_unknown_fields=True):
    """What was seen of a process demand, or of a demand outside the versions of this law."""

    date: str
    what: str
    basis: Basis
    sources: tuple[str, ...] = ()


class Demand(Struct, frozen=True, forbid_unknown_fields=True):
    """What was asked, by whom, where, when; and its codings, one a version."""

    id: str
    title: str
    """A few words."""
    dimension: str
    asked: str
    """What was asked, in our own words."""
    basis: Basis
    """What "this was asked by these people" rests on."""
    kind: DemandKind = DemandKind.TEXT
    origin: Origin = Origin.CIVIL_SOCIETY
    by: tuple[str, ...] = ()
    """Organisation ids."""
    by_note: str = ""
    """Who asked, where that takes more than organisations."""
    asked_in: tuple[str, ...] = ()
    """Cites of the documents in which it was asked, or that report it."""
    first_seen: str = ""
    """EDTF; empty when not known."""
    side: str = ""
    """Whose demand it is where civil society was split."""
    opposes: tuple[str, ...] = ()
    """Demands of the other side: what is a gain for this one is a loss for them."""
    tags: tuple[str, ...] = ()
    codings: dict[str, Coding] = {}
    """By version id, `reversion` included."""
    observations: tuple[Observation, ...] = ()
    confidence: Confidence | None = None
    note: str = ""
