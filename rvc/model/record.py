"""What a bibliographic service says about a work, in one shape for all services."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class WorkType(StrEnum):
    """What kind of publication a record describes, as far as verification needs to know."""

    ARTICLE = "article"
    """In a journal, a magazine or a newspaper."""
    PROCEEDINGS = "proceedings"
    """A paper of a conference."""
    BOOK = "book"
    """A book as a whole, also an edited one."""
    CHAPTER = "chapter"
    """A part of a book, also an entry of an encyclopedia."""
    PREPRINT = "preprint"
    """Posted before or without peer review; also working papers of preprint servers."""
    REPORT = "report"
    """A report, standard or working paper of an institution."""
    THESIS = "thesis"
    DATASET = "dataset"
    """Data or software."""
    PAGE = "page"
    """A page of a web site."""
    ABOUT = "about"
    """About another work or a piece of one: peer review, figure, issue, component."""
    OTHER = "other"


class UpdateKind(StrEnum):
    """What a later notice says about a work; kept apart, as they mean very different things."""

    RETRACTION = "retraction"
    """The work as a whole is withdrawn, by whatever word its publisher uses."""
    PARTIAL_RETRACTION = "partial retraction"
    """Some results are withdrawn."""
    CONCERN = "expression of concern"
    """The editors warn that something may be wrong."""
    CORRECTION = "correction"
    """Corrigendum, erratum, addendum or clarification: the work stands."""
    REINSTATEMENT = "reinstatement"
    """An earlier retraction is taken back."""
    NEW_VERSION = "new version"
    """A later version or edition exists."""
    OTHER = "other"


class Person(Struct, frozen=True):
    """One person or body: `family` and the rest, or `name` alone where it is not split."""

    family: str = ""
    given: str = ""
    suffix: str = ""
    name: str = ""

    @property
    def said(self) -> str:
        """The name for a reader: `Day, Ruth, Jr.` or the name alone."""
        return self.name or ", ".join(
            part for part in (self.family, self.given, self.suffix) if part
        )


class Dated(Struct, frozen=True):
    """A date with its meaning: `issued`, `published`, `print`, `online`, `posted`; 0 is unknown."""

    meaning: str
    year: int
    month: int = 0
    day: int = 0

    @property
    def text(self) -> str:
        """The date as ISO 8601, as far as it is known: `2010-02-06`, `2010-02` or `2010`."""
        parts = [f"{self.year:04}"]
        if self.month:
            parts.append(f"{self.month:02}")
            if self.day:
                parts.append(f"{self.day:02}")
        return "-".join(parts)


class Update(Struct, frozen=True):
    """A notice about a work: its kind, its own DOI and date (ISO, may be empty), who says so."""

    kind: UpdateKind
    doi: str = ""
    date: str = ""
    source: str = ""
    label: str = ""


class Relation(Struct, frozen=True):
    """A link to another work: `is-preprint-of`, `has-preprint`, `is-version-of`, and so on."""

    kind: str
    id: str
    id_type: str = "doi"


class Record(Struct, frozen=True):
    """One work as one service describes it; everything is plain text and may be missing.

    `titles`: the main title first, then translations and original titles. `containers`: journal,
    book or series, the one that matters first. `doi` is bare and lower case. `notice_of`: the works
    that this record is a retraction, correction … of. `address`: where to look at it.
    `marked_title`: the main title with its `<sub>` and `<i>`, when it has any.
    """

    service: str
    id: str
    titles: tuple[str, ...] = ()
    subtitle: str = ""
    containers: tuple[str, ...] = ()
    authors: tuple[Person, ...] = ()
    editors: tuple[Person, ...] = ()
    dates: tuple[Dated, ...] = ()
    volume: str = ""
    issue: str = ""
    pages: str = ""
    number: str = ""
    doi: str = ""
    arxiv: str = ""
    pmid: str = ""
    isbn: tuple[str, ...] = ()
    issn: tuple[str, ...] = ()
    type: WorkType = WorkType.OTHER
    publisher: str = ""
    place: str = ""
    edition: str = ""
    language: str = ""
    address: str = ""
    relations: tuple[Relation, ...] = ()
    updates: tuple[Update, ...] = ()
    notice_of: tuple[Update, ...] = ()
    marked_title: str = ""

    @property
    def title(self) -> str:
        """The main title, or an empty text."""
        return self.titles[0] if self.titles else ""

    @property
    def full_title(self) -> str:
        """Title and subtitle, joined by a colon unless the title already holds both."""
        if not self.subtitle or self.title.casefold().endswith(self.subtitle.casefold()):
            return self.title
        return f"{self.title}: {self.subtitle}" if self.title else self.subtitle

    @property
    def years(self) -> tuple[int, ...]:
        """All years that the work could be cited with, the most official first."""
        return tuple(dict.fromkeys(date.year for date in self.dates))

    @property
    def published_as(self) -> tuple[str, ...]:
        """The DOIs that the service says this preprint was published under."""
        return tuple(
            link.id
            for link in self.relations
            if link.kind == "is-preprint-of" and link.id_type == "doi"
        )
