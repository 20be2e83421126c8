"""What an entry of the bibliography claims, in the form in which it can be verified."""

from __future__ import annotations

import hashlib
import json

from msgspec import Struct

from rvc.analysis.matching import Description
from rvc.model.identifiers import (
    IdentifierKind,
    arxiv_of_doi,
    normal_doi,
    normal_isbn,
    read_identifier,
)
from rvc.model.record import Person, WorkType
from rvc.model.reference import Reference

COMPARED = (
    "title",
    "subtitle",
    "year",
    "date",
    "journal",
    "journaltitle",
    "booktitle",
    "volume",
    "number",
    "issue",
    "pages",
    "doi",
    "eprint",
    "eprinttype",
    "archiveprefix",
    "isbn",
    "issn",
    "publisher",
    "url",
)
"""The fields that are compared: evidence is about these, and goes stale when one changes."""

TYPES = {
    "article": WorkType.ARTICLE,
    "inproceedings": WorkType.PROCEEDINGS,
    "conference": WorkType.PROCEEDINGS,
    "book": WorkType.BOOK,
    "mvbook": WorkType.BOOK,
    "collection": WorkType.BOOK,
    "proceedings": WorkType.BOOK,
    "inbook": WorkType.CHAPTER,
    "incollection": WorkType.CHAPTER,
    "inreference": WorkType.CHAPTER,
    "report": WorkType.REPORT,
    "techreport": WorkType.REPORT,
    "phdthesis": WorkType.THESIS,
    "mastersthesis": WorkType.THESIS,
    "thesis": WorkType.THESIS,
    "dataset": WorkType.DATASET,
    "software": WorkType.DATASET,
    "online": WorkType.PAGE,
    "www": WorkType.PAGE,
}
"""Entry types of BibTeX and biblatex in the words of the model; others say nothing."""


class Claim(Struct, frozen=True):
    """What an entry claims: its fields as readable text by lower-case name, and its people."""

    key: str
    type: str
    fields: dict[str, str]
    authors: tuple[Person, ...] = ()
    editors: tuple[Person, ...] = ()

    def first(self, *names: str) -> str:
        """Return the first of these fields that is not empty, or ''."""
        return next((self.fields[name] for name in names if self.fields.get(name)), "")

    @property
    def doi(self) -> str:
        """The bare DOI of the entry, also from its address; '' without."""
        return normal_doi(self.first("doi")) or normal_doi(self.first("url"))

    @property
    def address(self) -> str:
        """The web address of the entry, '' without one."""
        named = read_identifier(self.first("url"))
        return named.value if named and named.kind is IdentifierKind.URL else ""

    @property
    def isbn(self) -> str:
        """The ISBN as ISBN-13, '' without a right one."""
        return normal_isbn(self.first("isbn"))

    @property
    def arxiv(self) -> str:
        """The number at arXiv, '' when the entry names none."""
        kind = self.first("eprinttype", "archiveprefix").casefold()
        number = self.first("eprint") if kind in {"arxiv", ""} else ""
        named = read_identifier(f"arxiv:{number}") if number else None
        return named.value if named else arxiv_of_doi(self.doi)

    @property
    def title(self) -> str:
        """Title and subtitle."""
        title, subtitle = self.first("title"), self.first("subtitle")
        return f"{title}: {subtitle}" if title and subtitle else title

    @property
    def compared(self) -> str:
        """A hash of all that is compared; the same entry in another layout has the same."""
        people = [[one.family, one.given, one.suffix, one.name] for one in self.authors]
        edited = [[one.family, one.given, one.suffix, one.name] for one in self.editors]
        fields = {name: " ".join(self.fields.get(name, "").split()) for name in COMPARED}
        said = [self.type, people, edited, {name: text for name, text in fields.items() if text}]
        text = json.dumps(said, ensure_ascii=True, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:16]


def claim_of(reference: Reference) -> Claim:
    """Return what an entry of the bibliography claims."""
    people = tuple(
        Person(family=family, given=given) if given else Person(name=family)
        for family, given in reference.people
    )
    fields = {"title": reference.title, "year": reference.year, **reference.fields}
    return Claim(
        key=reference.key,
        type=reference.type.lower(),
        fields={name.lower(): text for name, text in fields.items() if text},
        authors=() if reference.edited else people,
        editors=people if reference.edited else (),
    )


def describe(claim: Claim) -> Description:
    """Return the work that the entry means, as the matcher wants it."""
    year = claim.first("year", "date")[:4]
    return Description(
        title=claim.title,
        people=claim.authors or claim.editors,
        year=int(year) if year.isdecimal() and len(year) == 4 else 0,
        container=claim.first("journaltitle", "journal", "booktitle"),
        volume=claim.first("volume"),
        issue=claim.first("issue", "number"),
        pages=claim.first("pages"),
        publisher=claim.first("publisher"),
        doi=claim.doi,
        arxiv=claim.arxiv,
        preprint=bool(claim.arxiv) and not claim.first("journaltitle", "journal", "booktitle"),
        type=TYPES.get(claim.type, WorkType.OTHER),
    )
