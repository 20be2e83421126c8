"""A law through all its versions, and what happened between them."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from rvc.model.codebook import Basis, Confidence
from rvc.model.demand import Demand

REVERSION = "reversion"
"""The id under which every law's reversion point is addressed."""


class Stage(StrEnum):
    """Where in its life a version stands; the same list for every law, so that laws compare."""

    REVERSION = "reversion"
    """The law that applies if nothing is adopted (Bernhagen, Dür and Marshall 2014)."""
    PRE_LEGISLATIVE = "pre-legislative"
    """Before the formal procedure: elements, draft bill, a committee's own draft."""
    INTRODUCED = "introduced"
    """A bill as tabled, or the first complete draft of a treaty."""
    COMMITTEE = "committee"
    """As it left a committee."""
    CHAMBER = "chamber"
    """As one chamber adopted, sent on or rejected it at a reading."""
    RECONCILIATION = "reconciliation"
    """Between chambers: joint committee, new reading, consideration of amendments."""
    FINAL_VOTE = "final-vote"
    """As adopted for good, before review and promulgation."""
    REVIEW = "review"
    """Constitutional review."""
    ENACTED = "enacted"
    """The law as promulgated or assented to; a treaty as adopted."""
    DELEGATED = "delegated"
    """Regulations made under it."""
    CONSOLIDATED = "consolidated"
    """The text in force after a later change or renumbering."""
    AMENDING_BILL = "amending-bill"
    """A later, pending bill that would change it."""
    NEGOTIATING_DRAFT = "negotiating-draft"
    """A later draft of a treaty under negotiation, whole or in part."""


class Carries(StrEnum):
    """Whether a version carries text."""

    FULL = "full"
    PART = "part"
    NONE = "none"


class Page(Struct, frozen=True, forbid_unknown_fields=True):
    """Where the publisher offers the text; `url` is empty when only the format is known."""

    format: str
    url: str = ""
    basis: Basis = Basis.REPORTED
    """What the address rests on; `recalled` means nobody opened it."""
    note: str = ""


class SameWording(Struct, frozen=True, forbid_unknown_fields=True):
    """The version has the wording of an earlier one, whose codings therefore hold for it too."""

    version: str
    basis: Basis
    sources: tuple[str, ...] = ()
    note: str = ""


class Version(Struct, frozen=True, forbid_unknown_fields=True):
    """One text of a law at a stage (FRBR expression)."""

    id: str
    stage: Stage
    label: str
    """The local name of the stage, verbatim (*1ère lecture*)."""
    basis: Basis
    date: str = ""
    """EDTF; empty when not known."""
    short: str = ""
    """What people call it ("T.A. 501")."""
    number: str = ""
    carries: Carries = Carries.FULL
    same_as: SameWording | None = None
    pages: tuple[Page, ...] = ()
    sources: tuple[str, ...] = ()
    confidence: Confidence | None = None
    note: str = ""

    @property
    def name(self) -> str:
        """What to call it in a line of text."""
        return self.short or self.number or self.id


class EventKind(StrEnum):
    """What kind of thing happened."""

    CAMPAIGN = "campaign"
    PUBLICATION = "publication"
    HEARING = "hearing"
    CONSULTATION = "consultation"
    SESSION = "session"
    DEBATE = "debate"
    VOTE = "vote"
    REFERRAL = "referral"
    REJECTION = "rejection"
    ADOPTION = "adoption"
    RULING = "ruling"
    COMMENCEMENT = "commencement"
    AMENDMENT = "amendment"
    GUIDANCE = "guidance"
    REVIEW = "review"
    PLEDGE = "pledge"
    APPOINTMENT = "appointment"
    OTHER = "other"


Count = Annotated[int, Meta(ge=0, le=1_000_000_000)]
"""How many voted so: no assembly has more members."""


class Votes(Struct, frozen=True, forbid_unknown_fields=True):
    """A division; what is not known is left out."""

    ayes: Count | None = None
    noes: Count | None = None
    abstentions: Count | None = None


class Event(Struct, frozen=True, forbid_unknown_fields=True):
    """Something that happened and is not a text."""

    date: str
    kind: EventKind
    what: str
    basis: Basis
    votes: Votes | None = None
    document: str = ""
    """Number of the document it left behind, or by which it happened."""
    document_basis: Basis | None = None
    """What `document` rests on when that differs from `basis`."""
    sources: tuple[str, ...] = ()
    confidence: Confidence | None = None
    note: str = ""


class TurningPoint(Struct, frozen=True, forbid_unknown_fields=True):
    """Where demands moved between two versions: what changed, and who reportedly moved it."""

    id: str
    date: str
    between: tuple[str, str]
    """Ids of the version before and the version after."""
    effect: str
    """What changed in the text or in its course."""
    moved_by: str
    """Who or what is reported to have moved it."""
    basis: Basis
    """What `effect` rests on."""
    mover_basis: Basis
    """What `moved_by` rests on; `inferred` when the sources give facts, not the cause."""
    sources: tuple[str, ...] = ()
    """Cites for `effect`."""
    reported_by: tuple[str, ...] = ()
    """Cites for `moved_by`."""
    movers: tuple[str, ...] = ()
    """Organisation ids."""
    demands: tuple[str, ...] = ()
    """Demand ids that moved here."""
    confidence: Confidence | None = None
    note: str = ""


class Coded(Struct, frozen=True, forbid_unknown_fields=True):
    """Who coded, and when, unless a coding says otherwise."""

    coder: str
    date: str


class LawKind(StrEnum):
    """Statute or treaty."""

    STATUTE = "statute"
    TREATY = "treaty"


class LawStatus(StrEnum):
    """Whether there is a final text."""

    IN_FORCE = "in-force"
    NEGOTIATING = "negotiating"
    PENDING = "pending"
    ABANDONED = "abandoned"
    REPEALED = "repealed"


class Law(Struct, frozen=True, forbid_unknown_fields=True):
    """A law or treaty through all its versions (FRBR work)."""

    id: str
    title: str
    short: str
    kind: LawKind
    status: LawStatus
    jurisdiction: str
    language: str
    """BCP 47 tag of the texts; phrases are in it unless a coding says otherwise."""
    summary: str
    coded: Coded
    first: str
    """Id of the version taken as the first proposal."""
    versions: tuple[Version, ...]
    """In the order of time."""
    demands: tuple[Demand, ...]
    final: str = ""
    """Id of the final text; empty while there is none."""
    latest: str = ""
    """Id of the latest text where nothing is final; never called final."""
    state: str = ""
    """Where things stand, when that needs words."""
    reversion: Version | None = None
    events: tuple[Event, ...] = ()
    turning_points: tuple[TurningPoint, ...] = ()
    tags: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    """What is known not to be known."""

    @property
    def end(self) -> str:
        """Id of the final text or, where there is none, of the latest."""
        return self.final or self.latest

    @property
    def end_word(self) -> str:
        """What that text may be called."""
        return "final text" if self.final else "latest text"

    def version(self, id: str) -> Version | None:
        """Return the version (or the reversion point) with this id, or None."""
        if id == REVERSION:
            return self.reversion
        return next((version for version in self.versions if version.id == id), None)
