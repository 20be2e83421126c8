"""Citing a work of the bibliography: cite keys, pinpoints, and the citations of a manuscript."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Cite(Struct, frozen=True, order=True):
    """A cite key and a pinpoint; the pinpoint is empty when the whole work is meant."""

    key: str
    pinpoint: str = ""

    def __str__(self) -> str:
        return f"{self.key}, {self.pinpoint}" if self.pinpoint else self.key


def parse_cite(text: str) -> Cite:
    """Return what `key` or `key, pinpoint` cites (the form that pandoc writes as `@key, p. 3`)."""
    key, _, pinpoint = text.partition(",")
    return Cite(key.strip(), pinpoint.strip())


class Resolution(StrEnum):
    """How far a citation of a manuscript is resolved to works of the bibliography."""

    RESOLVED = "resolved"
    """It means the work named."""
    AMBIGUOUS = "ambiguous"
    """It means one of several candidates; the first is the likeliest."""
    UNRESOLVED = "unresolved"
    """No work was found that it could mean; candidates are guesses and never printed as it."""
    MENTION = "mention"
    """A person, law or organisation is named, no work is cited; candidates are where to read on."""


class Citation(Struct, frozen=True, forbid_unknown_fields=True):
    """One citation or mention in a manuscript and what it means."""

    printed: str
    """As printed there."""
    place: str
    """Where: heading and paragraph."""
    resolution: Resolution
    works: tuple[str, ...] = ()
    """Cite keys it resolves to (resolved: what it means; else empty)."""
    candidates: tuple[str, ...] = ()
    """Cite keys it may mean, the likeliest first."""
    confidence: str = ""
    note: str = ""


class Manuscript(Struct, frozen=True, forbid_unknown_fields=True):
    """A text whose citations are followed."""

    id: str
    work: str
    """Cite key of the manuscript itself."""
    citations: tuple[Citation, ...]
    note: str = ""
