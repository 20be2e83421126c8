"""What was found out about an entry of the bibliography: asked of whom, when, and what agreed."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from rvc.model.record import Update, UpdateKind


class Agreement(StrEnum):
    """How one field of an entry compares with what a service says."""

    AGREES = "agrees"
    DIFFERS = "differs"
    CANNOT_TELL = "cannot tell"
    """The service says nothing, or nothing that could be compared; the reason says which."""


class FieldCheck(Struct, frozen=True):
    """One field: what the entry says, what the service says, whether they agree, and why."""

    field: str
    agreement: Agreement
    ours: str = ""
    theirs: str = ""
    reason: str = ""


class Status(StrEnum):
    """What is known of an entry as a whole."""

    CONFIRMED = "confirmed"
    """The work was found and no field contradicts."""
    DIFFERS = "differs"
    """The work was found, but some fields say otherwise."""
    OTHER_VERSION = "other version"
    """Only another version was found: a preprint, a reprint, another edition."""
    WRONG_IDENTIFIER = "wrong identifier"
    """The DOI (or ISBN, arXiv number) of the entry leads to another work."""
    NO_SUCH_DOI = "no such doi"
    """doi.org says that this DOI does not exist."""
    NOT_FOUND = "not found"
    """Nobody who was asked lists it, which proves nothing: laws, reports and old books often are
    not listed."""
    GONE = "gone"
    """The address says that there is nothing (any more): 404 or 410."""
    CANNOT_TELL = "cannot tell"
    """Something was found, but too little is known to say whether it is the work."""
    NOT_VERIFIED = "not verified"
    """Never asked, changed since it was asked, or those who would know could not be asked."""


class Asked(Struct, frozen=True):
    """One question: to which service, in which words, when (UTC), and what came of it."""

    service: str
    question: str
    time: str
    answer: str


class Evidence(Struct, frozen=True):
    """All that was found out about one entry.

    `compared` is a hash of the fields that were compared: when it no longer fits the entry, the
    evidence is about another text. `record` names what was found (`crossref 10.5555/x`).
    `published_as` are DOIs under which a preprint has since been published.
    """

    key: str
    compared: str
    status: Status
    reason: str = ""
    record: str = ""
    asked: tuple[Asked, ...] = ()
    fields: tuple[FieldCheck, ...] = ()
    updates: tuple[Update, ...] = ()
    published_as: tuple[str, ...] = ()

    def updated(self, kind: UpdateKind) -> tuple[Update, ...]:
        """Return the notices of one kind."""
        return tuple(update for update in self.updates if update.kind is kind)

    @property
    def retracted(self) -> bool:
        """Whether the work stands retracted: a retraction that no later reinstatement took back."""
        taken_back = max((one.date for one in self.updated(UpdateKind.REINSTATEMENT)), default="")
        return any(
            not taken_back or one.date > taken_back for one in self.updated(UpdateKind.RETRACTION)
        )


class Snapshot(Struct, frozen=True):
    """Which copy of the Retraction Watch data was used: its SHA-256, time (UTC) and rows."""

    sha256: str
    time: str
    rows: int


class EvidenceFile(Struct, frozen=True):
    """All evidence by cite key, and the copy of the Retraction Watch data that was used."""

    works: dict[str, Evidence] = {}
    snapshot: Snapshot | None = None
