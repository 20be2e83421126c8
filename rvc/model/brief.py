"""What a renderer needs to tell a law's story: words and values, nothing left to look up."""

from __future__ import annotations

from msgspec import Struct

from rvc.model.codebook import Attainment, Basis, Confidence, Degree

NOT_VERIFIED = "not verified against a bibliographic service"
"""The mildest doubt: nobody has compared the entry with what services say of the work."""


class Source(Struct, frozen=True):
    """A cited work: its key, the pinpoint, how a line of text calls it, and doubts about it.

    `doubt` is empty, or says why the work itself is a weak support (unresolved, retracted …).
    """

    key: str
    label: str
    pinpoint: str = ""
    doubt: str = ""


def weakest(sources: tuple[Source, ...]) -> str:
    """Return the gravest doubt about the works that something rests on, empty when there is none.

    All that is graver than "not verified" is named; that alone is said when it is alone.
    """
    doubts = dict.fromkeys(source.doubt for source in sources if source.doubt)
    return "; ".join(doubt for doubt in doubts if doubt != NOT_VERIFIED) or next(iter(doubts), "")


class Side(Struct, frozen=True):
    """A demand at one version: grade, evidence, and what they rest on."""

    version: str
    name: str
    date: str
    label: str
    """The local stage label of the version, verbatim."""
    attainment: Attainment
    degree: Degree = Degree.EXACT
    basis: Basis | None = None
    locator: str = ""
    phrase: str = ""
    language: str = ""
    phrase_basis: Basis | None = None
    rationale: str = ""
    note: str = ""
    sources: tuple[Source, ...] = ()
    confidence: Confidence | None = None
    inherited_from: str = ""
    coder: str = ""
    coded_on: str = ""
    text_sha256: str = ""
    """Hash of the official text in which the phrase was found by this program."""


class Turn(Struct, frozen=True):
    """A turning point: what changed, who reportedly moved it, and who reports that."""

    id: str
    date: str
    effect: str
    moved_by: str
    basis: Basis
    mover_basis: Basis
    movers: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    reported_by: tuple[Source, ...] = ()
    confidence: Confidence | None = None
    note: str = ""


class Move(Struct, frozen=True):
    """A step between two versions at which the grade fell or rose, with its turning points."""

    before: Side
    after: Side
    fell: bool
    firm: bool = True
    """False where a grade is only a lower bound, so that perhaps nothing moved."""
    turns: tuple[Turn, ...] = ()


class Opposite(Struct, frozen=True):
    """A demand of the other side, and what the same change is for them."""

    id: str
    title: str
    side: str
    direction: str
    before: Attainment
    after: Attainment


class Story(Struct, frozen=True):
    """One demand between two versions: asked, then, now, where it moved, who says so, how sure."""

    id: str
    title: str
    dimension: str
    dimension_label: str
    asked: str
    asked_basis: Basis
    asked_by: tuple[str, ...]
    asked_by_note: str
    asked_in: tuple[Source, ...]
    first_seen: str
    origin: str
    direction: str
    firm: bool
    basis: Basis | None
    sentence: str
    before: Side
    after: Side
    path: tuple[Side, ...]
    moves: tuple[Move, ...]
    within: tuple[Turn, ...] = ()
    """Turning points that changed the wording about it, but not its grade."""
    side: str = ""
    opposes: tuple[Opposite, ...] = ()
    tags: tuple[str, ...] = ()
    note: str = ""


class Seen(Struct, frozen=True):
    """Something observed of a demand that no text can answer."""

    date: str
    what: str
    basis: Basis
    sources: tuple[Source, ...] = ()


class ProcessStory(Struct, frozen=True):
    """A demand about the negotiation itself."""

    id: str
    title: str
    asked: str
    asked_basis: Basis
    asked_by: tuple[str, ...]
    asked_by_note: str
    asked_in: tuple[Source, ...]
    first_seen: str
    seen: tuple[Seen, ...] = ()
    note: str = ""


class Endpoint(Struct, frozen=True):
    """One of the two versions compared; `role` is what it may be called."""

    version: str
    name: str
    date: str
    role: str
    label: str
    basis: Basis


class Called(Struct, frozen=True):
    """Who is meant by a name that is used: the whole name, what kind of body, from where."""

    short: str
    """The name that is used, where that is not the whole one."""
    name: str
    kind: str = ""
    country: str = ""
    """Country code (ISO 3166); empty for those of several countries and where it is not known."""


class Brief(Struct, frozen=True):
    """A law between two versions, told demand by demand."""

    law: str
    title: str
    short: str
    jurisdiction: str
    status: str
    state: str
    start: Endpoint
    end: Endpoint
    headline: str
    counts: dict[str, int]
    stories: tuple[Story, ...]
    process: tuple[ProcessStory, ...] = ()
    turns: tuple[Turn, ...] = ()
    """All turning points between the two versions, in the order of time."""
    organisations: tuple[Called, ...] = ()
    """Organisations that asked, in the order of the alphabet."""
    gaps: tuple[str, ...] = ()
