"""The codebook: by which rules a demand is coded against a version (content analysis)."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Attainment(StrEnum):
    """How far a version meets a demand, lowest first; `not-checked` is no grade.

    After "preference attainment" in interest-group research: it says what the text contains
    against what was asked, never who caused it.
    """

    NONE = "none"
    """The text was looked at, and what was asked is not in it."""
    SYMBOLIC = "symbolic"
    """The subject is named, nothing follows from it."""
    PARTIAL = "partial"
    """Part of what was asked, or all of it under conditions that leave much out."""
    SUBSTANTIAL = "substantial"
    """Most of what was asked; what is missing does not defeat it."""
    FULL = "full"
    """All that was asked."""
    NOT_CHECKED = "not-checked"
    """Nobody has looked, or the text could not be read: says nothing about the text."""

    @property
    def rank(self) -> int:
        """Its place in the scale, 0 (none) to 4 (full); -1 when not checked."""
        return _RANKS[self]


_RANKS = {grade: rank for rank, grade in enumerate(list(Attainment)[:5])}
_RANKS[Attainment.NOT_CHECKED] = -1


class Degree(StrEnum):
    """How exactly a grade is known."""

    EXACT = "exact"
    """The grade is what the coder found."""
    AT_LEAST = "at-least"
    """What was read supports this grade; a higher one could not be ruled out."""


class Basis(StrEnum):
    """What a statement rests on, firmest first."""

    OFFICIAL_TEXT = "official-text"
    """Read in the official text itself."""
    REPORTED = "reported"
    """Stated by a cited source."""
    INFERRED = "inferred"
    """Drawn by the coder from the cited sources, which do not state it."""
    RECALLED = "recalled"
    """Recalled, not confirmed by any source: unverified."""

    @property
    def weakness(self) -> int:
        """0 for the firmest basis, growing as it weakens."""
        return list(Basis).index(self)


class Confidence(StrEnum):
    """How sure whoever wrote a statement down was of it."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Grades(Struct, frozen=True, forbid_unknown_fields=True):
    """What each grade means, against what was asked."""

    none: str
    symbolic: str
    partial: str
    substantial: str
    full: str


class Dimension(Struct, frozen=True, forbid_unknown_fields=True):
    """A scale on which a demand and a text are compared, the same in all laws."""

    id: str
    label: str
    definition: str
    instructions: str
    """What a coder does to grade a provision on it."""
    grades: Grades


class Coder(Struct, frozen=True, forbid_unknown_fields=True):
    """Who judged."""

    id: str
    name: str
    note: str = ""


class Codebook(Struct, frozen=True, forbid_unknown_fields=True):
    """Scale, dimensions and coders."""

    scale: Grades
    """The grades in general; each dimension says them for itself."""
    not_checked: str
    """What `not-checked` means and when to use it."""
    coders: tuple[Coder, ...]
    dimensions: tuple[Dimension, ...]
