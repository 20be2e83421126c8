"""What an alignment is made of: the provisions of two texts and the links between them."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Unit(Struct, frozen=True):
    """A provision to be aligned: its id in its text, its printed number ("" = hidden), its words.

    Paragraphs of `text` are separated by line breaks.
    """

    eid: str
    label: str
    text: str


class LinkKind(StrEnum):
    """What became of a provision."""

    SAME = "same"
    """Word for word the same, at the same place, under the same number."""
    CHANGED = "changed"
    """Reworded; its number may differ too."""
    MOVED = "moved"
    """Stands elsewhere in the order of the text, reworded or not."""
    RENUMBERED = "renumbered"
    """Word for word the same under another number."""
    SPLIT = "split"
    """One of several provisions that its left provision was divided into."""
    MERGED = "merged"
    """One of several provisions that were joined in its right provision."""
    ADDED = "added"
    """Only the right text has it."""
    DROPPED = "dropped"
    """Only the left text has it; the right one may say so ("Article 4 (Supprimé)")."""


class Link(Struct, frozen=True):
    """One provision of the left text and what it became in the right one.

    `matched_by` names the pass that found it: exact, content, order, number, paragraphs, weak,
    mark (the right text says that it is deleted), correction, or "" for what has no partner.
    `score` is the share (0 to 1) of the words of the shorter provision that the other one shares;
    links by the weak pass are uncertain, and so are those by order or number between texts that
    share little.
    """

    left: str | None
    right: str | None
    kind: LinkKind
    matched_by: str
    score: float

    @property
    def is_uncertain(self) -> bool:
        """Whether a person should look: only weak evidence speaks for this link."""
        return rests_on_little(self.matched_by, self.score)


_LITTLE = 0.3
"""Likeness below which place or number alone decided: about what unrelated provisions share."""


def rests_on_little(matched_by: str, score: float) -> bool:
    """Whether a link found so, with this score, is a guess that a person should look at."""
    if matched_by in ("order", "number"):
        return score < _LITTLE
    return matched_by == "weak"
