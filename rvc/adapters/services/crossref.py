"""Crossref: most journal articles and books that have a DOI, with what was said about them later.

REST API: https://api.crossref.org/swagger-ui/index.html
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlencode

from rvc.adapters.http import Fetcher
from rvc.adapters.http_answer import Answer, Failure, HttpError
from rvc.adapters.services.reading import (
    at,
    date_parts,
    marked_title,
    objects,
    plain,
    text_at,
    texts,
)
from rvc.model.identifiers import normal_doi, normal_isbn
from rvc.model.record import Dated, Person, Record, Relation, Update, UpdateKind, WorkType

BASE = "https://api.crossref.org"
NAME = "crossref"

TYPES = {
    "journal-article": WorkType.ARTICLE,
    "proceedings-article": WorkType.PROCEEDINGS,
    "book": WorkType.BOOK,
    "monograph": WorkType.BOOK,
    "edited-book": WorkType.BOOK,
    "reference-book": WorkType.BOOK,
    "proceedings": WorkType.BOOK,
    "book-chapter": WorkType.CHAPTER,
    "book-section": WorkType.CHAPTER,
    "book-part": WorkType.CHAPTER,
    "reference-entry": WorkType.CHAPTER,
    "posted-content": WorkType.PREPRINT,
    "report": WorkType.REPORT,
    "report-component": WorkType.REPORT,
    "standard": WorkType.REPORT,
    "dissertation": WorkType.THESIS,
    "dataset": WorkType.DATASET,
    "database": WorkType.DATASET,
    "peer-review": WorkType.ABOUT,
    "component": WorkType.ABOUT,
    "journal-issue": WorkType.ABOUT,
    "journal-volume": WorkType.ABOUT,
    "journal": WorkType.ABOUT,
    "grant": WorkType.ABOUT,
}
"""Crossref's types (https://api.crossref.org/types) in the words of the model."""

UPDATES = {
    "retraction": UpdateKind.RETRACTION,
    "withdrawal": UpdateKind.RETRACTION,
    "removal": UpdateKind.RETRACTION,
    "partial_retraction": UpdateKind.PARTIAL_RETRACTION,
    "expression_of_concern": UpdateKind.CONCERN,
    "correction": UpdateKind.CORRECTION,
    "corrigendum": UpdateKind.CORRECTION,
    "erratum": UpdateKind.CORRECTION,
    "addendum": UpdateKind.CORRECTION,
    "clarification": UpdateKind.CORRECTION,
    "reinstatement": UpdateKind.REINSTATEMENT,
    "new_version": UpdateKind.NEW_VERSION,
    "new_edition": UpdateKind.NEW_VERSION,
}
"""Crossref's update types in the words of the model."""

_DATES = {
    "issued": "issued",
    "published": "published",
    "published-print": "print",
    "published-online": "online",
    "posted": "posted",
}


class Crossref:
    """Asks Crossref through `fetcher`; `base` is another address in tests."""

    name = NAME

    def __init__(self, fetcher: Fetcher, base: str = BASE) -> None:
        self._fetcher = fetcher
        self._base = base

    def by_doi(self, doi: str) -> Record | None:
        """Return the work with this DOI, None when Crossref says that it has none."""
        answer = self._get(f"/works/{quote(doi, safe='')}")
        if _says_missing(answer):
            return None
        return _one(answer)

    def by_isbn(self, isbn: str) -> tuple[Record, ...]:
        """Return what is registered under this ISBN-13: books and their chapters."""
        return _many(self._get("/works", filter=f"isbn:{isbn}", rows="20"))

    def search(self, words: str, rows: int = 5) -> tuple[Record, ...]:
        """Return the records that fit `words` best; none proves nothing about the work."""
        return _many(self._get("/works", **{"query.bibliographic": words, "rows": str(rows)}))

    def _get(self, path: str, **query: str) -> Answer:
        if self._fetcher.mailto:
            query["mailto"] = self._fetcher.mailto
        url = f"{self._base}{path}" + (f"?{urlencode(query)}" if query else "")
        return self._fetcher.get(url, headers={"Accept": "application/json"})


def _says_missing(answer: Answer) -> bool:
    """Say whether this is Crossref's own "not found" and not a 404 of something in between.

    Its own is the text `Resource not found.`, at times labelled as JSON; proxies and networks
    with a sign-in page answer 404 as well, with a page of theirs or nothing at all.
    """
    if not answer.missing:
        return False
    if not answer.body.strip().lower().startswith(b"resource not found"):
        problem = "a 404 came, but not in the words in which this service says 'not found'"
        raise HttpError(Failure.UNREADABLE, answer.url, problem)
    return True


def _one(answer: Answer) -> Record:
    data = answer.json()
    message = at(data, "message")
    if at(data, "status") != "ok" or not text_at(message, "DOI"):
        raise HttpError(Failure.UNREADABLE, answer.url, "the answer does not describe a work")
    return read(message)


def _many(answer: Answer) -> tuple[Record, ...]:
    data = answer.json()
    if at(data, "status") != "ok":
        raise HttpError(Failure.UNREADABLE, answer.url, "the answer is not a list of works")
    return tuple(read(item) for item in objects(at(data, "message", "items")))


def read(work: Any) -> Record:
    """Return the record in one work as Crossref writes it (`message`, one of its `items`)."""
    doi = normal_doi(text_at(work, "DOI"))
    return Record(
        service=NAME,
        id=doi,
        titles=texts(at(work, "title")) + texts(at(work, "original-title")),
        subtitle=text_at(work, "subtitle"),
        containers=_containers(work),
        authors=_people(at(work, "author")),
        editors=_people(at(work, "editor")),
        dates=_dates(work),
        volume=text_at(work, "volume"),
        issue=text_at(work, "issue"),
        pages=text_at(work, "page"),
        number=text_at(work, "article-number"),
        doi=doi,
        isbn=tuple(filter(None, map(normal_isbn, texts(at(work, "ISBN"))))),
        issn=texts(at(work, "ISSN")),
        type=_type(work),
        publisher=text_at(work, "publisher"),
        place=text_at(work, "publisher-location"),
        edition=text_at(work, "edition-number"),
        language=text_at(work, "language"),
        address=f"https://doi.org/{doi}" if doi else "",
        relations=_relations(work),
        updates=_updates(at(work, "updated-by")),
        notice_of=tuple(one for one in _updates(at(work, "update-to")) if one.doi != doi),
        marked_title=marked_title(at(work, "title", 0)),
    )


def _type(work: Any) -> WorkType:
    if text_at(work, "type") == "posted-content" and text_at(work, "subtype") == "other":
        return WorkType.PAGE
    return TYPES.get(text_at(work, "type"), WorkType.OTHER)


def _containers(work: Any) -> tuple[str, ...]:
    """Return the titles of journal or book; Crossref lists a series before the book in it."""
    full = texts(at(work, "container-title"))
    ordered = full[::-1] if _type(work) in {WorkType.CHAPTER, WorkType.PROCEEDINGS} else full
    others = texts(at(work, "short-container-title")) + texts(at(work, "event", "name"))
    institutions = tuple(text_at(one, "name") for one in objects(at(work, "institution")))
    group = texts(at(work, "group-title"))
    return tuple(name for name in dict.fromkeys(ordered + others + institutions + group) if name)


def _people(value: Any) -> tuple[Person, ...]:
    people = (
        Person(
            family=text_at(one, "family"),
            given=text_at(one, "given"),
            suffix=text_at(one, "suffix"),
            name=text_at(one, "name"),
        )
        for one in objects(value)
    )
    return tuple(one for one in people if one.said and one.said != "&NA;")


def _dates(work: Any) -> tuple[Dated, ...]:
    found = (date_parts(meaning, at(work, name)) for name, meaning in _DATES.items())
    return tuple(date for date in found if date is not None)


def _relations(work: Any) -> tuple[Relation, ...]:
    relation = at(work, "relation")
    if not isinstance(relation, dict):
        return ()
    links = []
    for kind, targets in relation.items():
        for target in objects(targets):
            id_type = text_at(target, "id-type")
            value = text_at(target, "id")
            value = normal_doi(value) if id_type == "doi" else value
            if value:
                links.append(Relation(kind, value, id_type))
    return tuple(links)


def _updates(value: Any) -> tuple[Update, ...]:
    found = []
    for one in objects(value):
        date = date_parts("updated", at(one, "updated"))
        kind = plain(at(one, "type")).lower().replace("-", "_").replace(" ", "_")
        found.append(
            Update(
                kind=UPDATES.get(kind, UpdateKind.OTHER),
                doi=normal_doi(text_at(one, "DOI")),
                date=date.text if date else "",
                source=text_at(one, "source") or "publisher",
                label=text_at(one, "label") or kind.replace("_", " "),
            )
        )
    return tuple(found)
