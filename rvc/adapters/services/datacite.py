"""DataCite: DOIs of data, software, theses, reports and preprints (arXiv, Zenodo, repositories).

REST API: https://support.datacite.org/docs/api
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote, urlencode

from rvc.adapters.http import Fetcher
from rvc.adapters.http_answer import Failure, HttpError
from rvc.adapters.services.reading import at, date_text, objects, text_at, texts
from rvc.model.identifiers import arxiv_of_doi, normal_doi, normal_isbn
from rvc.model.record import Dated, Person, Record, Relation, WorkType

BASE = "https://api.datacite.org"
NAME = "datacite"

TYPES = {
    "journalarticle": WorkType.ARTICLE,
    "datapaper": WorkType.ARTICLE,
    "conferencepaper": WorkType.PROCEEDINGS,
    "conferenceproceeding": WorkType.BOOK,
    "book": WorkType.BOOK,
    "bookchapter": WorkType.CHAPTER,
    "preprint": WorkType.PREPRINT,
    "report": WorkType.REPORT,
    "standard": WorkType.REPORT,
    "dissertation": WorkType.THESIS,
    "dataset": WorkType.DATASET,
    "software": WorkType.DATASET,
    "computationalnotebook": WorkType.DATASET,
    "model": WorkType.DATASET,
    "collection": WorkType.DATASET,
    "peerreview": WorkType.ABOUT,
    "journal": WorkType.ABOUT,
}
"""DataCite's general resource types (schema 4.6) in the words of the model."""

_MEANINGS = {"Issued": "issued", "Available": "online", "Submitted": "posted", "Created": "posted"}


class DataCite:
    """Asks DataCite through `fetcher`; `base` is another address in tests."""

    name = NAME

    def __init__(self, fetcher: Fetcher, base: str = BASE) -> None:
        self._fetcher = fetcher
        self._base = base

    def by_doi(self, doi: str) -> Record | None:
        """Return the work with this DOI, None when DataCite says that it has none."""
        answer = self._fetcher.get(f"{self._base}/dois/{quote(doi, safe='/')}")
        if answer.missing:
            if b'"errors"' not in answer.body:
                problem = "a 404 came, but not in the form in which this service says 'not found'"
                raise HttpError(Failure.UNREADABLE, answer.url, problem)
            return None
        data = at(answer.json(), "data")
        if not text_at(data, "attributes", "doi"):
            raise HttpError(Failure.UNREADABLE, answer.url, "the answer does not describe a work")
        return read(data)

    def search(self, words: str, rows: int = 5) -> tuple[Record, ...]:
        """Return the records that fit `words` best; none proves nothing about the work."""
        plain_words = " ".join(re.findall(r"\w+", words))  # its query language has operators
        query = urlencode({"query": plain_words, "page[size]": str(rows)})
        answer = self._fetcher.get(f"{self._base}/dois?{query}")
        data = answer.json()
        if not isinstance(at(data, "data"), list):
            raise HttpError(Failure.UNREADABLE, answer.url, "the answer is not a list of works")
        return tuple(read(one) for one in objects(at(data, "data")))


def read(data: Any) -> Record:
    """Return the record in one DOI as DataCite writes it (`data`, with its `attributes`)."""
    work = at(data, "attributes")
    doi = normal_doi(text_at(work, "doi") or text_at(data, "id"))
    titles = list(objects(at(work, "titles")))
    main = [text_at(one, "title") for one in titles if text_at(one, "titleType") != "Subtitle"]
    container = at(work, "container")
    return Record(
        service=NAME,
        id=doi,
        titles=texts(main),
        subtitle=next(
            (text_at(one, "title") for one in titles if text_at(one, "titleType") == "Subtitle"), ""
        ),
        containers=texts([text_at(container, "title"), text_at(container, "identifier")][:1]),
        authors=_people(at(work, "creators")),
        editors=_people(
            [
                one
                for one in objects(at(work, "contributors"))
                if text_at(one, "contributorType") == "Editor"
            ]
        ),
        dates=_dates(work),
        volume=text_at(container, "volume"),
        issue=text_at(container, "issue"),
        pages=_pages(text_at(container, "firstPage"), text_at(container, "lastPage")),
        doi=doi,
        arxiv=arxiv_of_doi(doi),
        isbn=_isbn(work),
        type=_type(work),
        publisher=text_at(work, "publisher", "name") or text_at(work, "publisher"),
        edition=text_at(work, "version"),
        language=text_at(work, "language"),
        address=f"https://doi.org/{doi}" if doi else "",
        relations=_relations(work),
    )


def _type(work: Any) -> WorkType:
    general = text_at(work, "types", "resourceTypeGeneral").lower()
    if general in TYPES:
        return TYPES[general]
    words = text_at(work, "types", "resourceType").lower()
    if "thesis" in words or "dissertation" in words:
        return WorkType.THESIS
    return TYPES.get(words.replace(" ", ""), WorkType.OTHER)


def _people(value: Any) -> tuple[Person, ...]:
    people = []
    for one in objects(value):
        family, given = text_at(one, "familyName"), text_at(one, "givenName")
        split = bool(family) and text_at(one, "nameType") != "Organizational"
        person = Person(family=family, given=given) if split else Person(name=text_at(one, "name"))
        if person.said and person.said != ":unav":
            people.append(person)
    return tuple(people)


def _dates(work: Any) -> tuple[Dated, ...]:
    year = date_text("issued", at(work, "publicationYear"))
    found: list[Dated] = []
    for one in objects(at(work, "dates")):
        meaning = _MEANINGS.get(text_at(one, "dateType"))
        date = date_text(meaning, at(one, "date")) if meaning else None
        if date is not None:
            found.append(date)
    # The year is what DataCite cites by; a full date of the same year says more.
    same = [date for date in found if year and date.year == year.year]
    first = same[:1] or ([year] if year else [])
    return tuple(dict.fromkeys([*first, *found]))


def _pages(first: str, last: str) -> str:
    return f"{first}-{last}" if first and last and first != last else first or last


def _isbn(work: Any) -> tuple[str, ...]:
    named = [
        text_at(one, "identifier")
        for one in objects(at(work, "identifiers"))
        if text_at(one, "identifierType").upper() == "ISBN"
    ]
    return tuple(filter(None, map(normal_isbn, named)))


def _relations(work: Any) -> tuple[Relation, ...]:
    links = []
    for one in objects(at(work, "relatedIdentifiers")):
        kind = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", text_at(one, "relationType")).lower()
        id_type = text_at(one, "relatedIdentifierType").lower()
        value = text_at(one, "relatedIdentifier")
        value = normal_doi(value) if id_type == "doi" else value
        if kind and value:
            links.append(Relation(_PREPRINT.get((_type(work), kind), kind), value, id_type))
    return tuple(links)


_PREPRINT = {(WorkType.PREPRINT, "is-version-of"): "is-preprint-of"}
"""arXiv says of a preprint that it is a version of the published article."""
