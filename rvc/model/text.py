"""The text of one version of a law, as nested provisions with their places in the text."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct


class ProvisionKind(StrEnum):
    """What a provision is, in the words of Akoma Ntoso."""

    PREAMBLE = "preamble"
    RECITAL = "recital"
    PART = "part"
    BOOK = "book"
    TITLE = "title"
    CHAPTER = "chapter"
    CROSSHEADING = "crossheading"
    """A heading without a number that groups the provisions below it (italic headings of Acts)."""
    SECTION = "section"
    CLAUSE = "clause"
    """What becomes a section when a UK bill is enacted."""
    REGULATION = "regulation"
    RULE = "rule"
    SUBSECTION = "subsection"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    SUBPARAGRAPH = "subparagraph"
    POINT = "point"
    SCHEDULE = "schedule"
    ANNEX = "annex"


class AmendmentKind(StrEnum):
    """What an editor's mark inside a consolidated text says was done to the words."""

    ADDITION = "addition"
    SUBSTITUTION = "substitution"
    REPEAL = "repeal"


class Span(Struct, frozen=True, order=True):
    """A half-open range of characters of `LegalText.text`."""

    start: int
    end: int


class Provision(Struct, frozen=True):
    """The smallest citable part of a law and, inside it, smaller ones.

    `eid` is the Akoma Ntoso id (`art_3__para_2`), unique in the text; `label` the number as
    printed ("Article 2 bis", "54", "(4)"); `text` its own words without heading and children.
    `span` covers label, heading, text and children in `LegalText.text`.
    """

    eid: str
    kind: ProvisionKind
    label: str
    text: str
    span: Span
    heading: str = ""
    children: tuple[Provision, ...] = ()

    def walk(self) -> Iterator[Provision]:
        """Yield this provision, then those inside it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


class Amendment(Struct, frozen=True):
    """Words that the publisher's editors marked as added, substituted or repealed.

    `span` counts characters of `LegalText.text` (empty where the words are gone); `eid` names the
    innermost provision around it, `change_id` the publisher's id of the change, shared by all marks
    of one change. `note` is the editors' annotation verbatim, `in_force` the ISO date it gives, and
    `affecting` the provision that made the change ("ukpga/2021/12 Sch. 7 para. 3"); all empty where
    the publisher does not say.
    """

    kind: AmendmentKind
    span: Span
    eid: str
    change_id: str = ""
    note: str = ""
    in_force: str = ""
    affecting: str = ""


class LegalText(Struct, frozen=True):
    """All that was read from one page or file: plain text, provisions, and remarks on reading.

    `text` is the whole plain text in reading order (Unicode NFC, paragraphs separated by one line
    break); all spans count its characters. `language` is a BCP 47 tag, empty when not known.
    `notes` say what the reader expanded, left out or was unsure of. `sha256` is the hash of the
    bytes that were read. `amendments` are the marks of consolidated texts, in reading order.
    """

    text: str
    provisions: tuple[Provision, ...]
    language: str = ""
    title: str = ""
    notes: tuple[str, ...] = ()
    sha256: str = ""
    amendments: tuple[Amendment, ...] = ()

    def walk(self) -> Iterator[Provision]:
        """Yield every provision in the order of the text, parents before children."""
        for provision in self.provisions:
            yield from provision.walk()


def new_changes(left: LegalText, right: LegalText) -> tuple[Amendment, ...]:
    """Tell the editors' changes that `right` marks and `left` does not, one a change and place.

    A change spread over several marks of one provision is given once, by its first mark. Marks
    without an id of their own cannot be compared and are left out.
    """
    known = {mark.change_id for mark in left.amendments}
    seen: dict[tuple[str, str], Amendment] = {}
    for mark in right.amendments:
        if mark.change_id and mark.change_id not in known:
            seen.setdefault((mark.change_id, mark.eid), mark)
    return tuple(seen.values())
