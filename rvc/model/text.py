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
    SECTION = "section"
    SUBSECTION = "subsection"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    SUBPARAGRAPH = "subparagraph"
    POINT = "point"
    SCHEDULE = "schedule"
    ANNEX = "annex"


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


class LegalText(Struct, frozen=True):
    """All that was read from one page or file: plain text, provisions, and remarks on reading.

    `text` is the whole plain text in reading order (Unicode NFC, paragraphs separated by one line
    break); all spans count its characters. `language` is a BCP 47 tag, empty when not known.
    `notes` say what the reader expanded, left out or was unsure of. `sha256` is the hash of the
    bytes that were read.
    """

    text: str
    provisions: tuple[Provision, ...]
    language: str = ""
    title: str = ""
    notes: tuple[str, ...] = ()
    sha256: str = ""

    def walk(self) -> Iterator[Provision]:
        """Yield every provision in the order of the text, parents before children."""
        for provision in self.provisions:
            yield from provision.walk()
