"""OpenAlex: works of every kind, joined from many sources; says if a work is retracted.

API: https://docs.openalex.org
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlencode

from rvc.adapters.http import Fetcher
from rvc.adapters.http_answer import Answer, Failure, HttpError
from rvc.adapters.services.reading import at, date_text, marked_title, objects, text_at, texts
from rvc.model.identifiers import normal_doi
from rvc.model.record import Dated, Person, Record, Update, UpdateKind, WorkType

BASE = "https://api.openalex.org"
NAME = "openalex"

TYPES = {
    "article": WorkType.ARTICLE,
    "review": WorkType.ARTICLE,
    "letter": WorkType.ARTICLE,
    "editorial": WorkType.ARTICLE,
    "conference-paper": WorkType.PROCEEDINGS,
    "book": WorkType.BOOK,
    "book-chapter": WorkType.CHAPTER,
    "reference-entry": WorkType.CHAPTER,
    "preprint": WorkType.PREPRINT,
    "report": WorkType.REPORT,
    "standard": WorkType.REPORT,
    "dissertation": WorkType.THESIS,
    "dataset": WorkType.DATASET,
    "software": WorkType.DATASET,
    "peer-review": WorkType.ABOUT,
    "paratext": WorkType.ABOUT,
    "erratum": WorkType.ABOUT,
    "retraction": WorkType.ABOUT,
}
"""OpenAlex' types in the words of the model; what kind of place it is in refines them."""


class OpenAlex:
    """Asks OpenAlex through `fetcher`; `base` is another address in tests."""

    name = NAME

    def __init__(self, fetcher: Fetcher, base: str = BASE) -> None:
        self._fetcher = fetcher
        self._base = base

    def by_doi(self, doi: str) -> Record | None:
        """Return the work with this DOI, None when OpenAlex has none.

        When several works carry the DOI, the first one that names its authors.
        """
        answer = self._get("/works", filter=f"doi:{doi}", **{"per-page": "5"})
        found = [one for one in self._many(answer) if one.doi == normal_doi(doi)]
        return next((one for one in found if one.authors), found[0] if found else None)

    def search(self, words: str, rows: int = 5) -> tuple[Record, ...]:
        """Return the records that fit `words` best; none proves nothing about the work."""
        return self._many(self._get("/works", search=words, **{"per-page": str(rows)}))

    def _get(self, path: str, **query: str) -> Answer:
        if self._fetcher.mailto:
            query["mailto"] = self._fetcher.mailto
        url = f"{self._base}{path}?{urlencode(query, quote_via=quote)}"
        return self._fetcher.get(url)

    @staticmethod
    def _many(answer: Answer) -> tuple[Record, ...]:
        results = at(answer.json(), "results")
        if not isinstance(results, list):
            raise HttpError(Failure.UNREADABLE, answer.url, "the answer is not a list of works")
        return tuple(read(one) for one in objects(results))


def read(work: Any) -> Record:
    """Return the record in one work as OpenAlex writes it (one of `results`)."""
    doi = normal_doi(text_at(work, "doi"))
    source = at(work, "primary_location", "source")
    retracted = at(work, "is_retracted") is True
    return Record(
        service=NAME,
        id=text_at(work, "id"),
        titles=texts([text_at(work, "title") or text_at(work, "display_name")]),
        marked_title=marked_title(at(work, "title")),
        containers=texts(
            [
                text_at(work, "primary_location", "raw_source_name"),
                text_at(source, "display_name"),
            ]
        ),
        authors=_people(work),
        dates=_dates(work),
        volume=text_at(work, "biblio", "volume"),
        issue=text_at(work, "biblio", "issue"),
        pages=_pages(text_at(work, "biblio", "first_page"), text_at(work, "biblio", "last_page")),
        doi=doi,
        pmid=text_at(work, "ids", "pmid").rpartition("/")[2],
        issn=texts(at(source, "issn")),
        type=_type(work),
        publisher=text_at(source, "host_organization_name"),
        language=text_at(work, "language"),
        address=f"https://doi.org/{doi}" if doi else text_at(work, "id"),
        updates=(Update(UpdateKind.RETRACTION, source=NAME),) if retracted else (),
    )


def _type(work: Any) -> WorkType:
    kind = TYPES.get(text_at(work, "type"), WorkType.OTHER)
    location = at(work, "primary_location")
    raw = text_at(location, "raw_type")
    if "proceedings" in raw or text_at(location, "source", "type") == "conference":
        return WorkType.PROCEEDINGS
    repository = text_at(location, "source", "type") == "repository"
    if (
        kind is WorkType.ARTICLE
        and repository
        and text_at(location, "version") != ("publishedVersion")
    ):
        return WorkType.PREPRINT
    return kind


def _people(work: Any) -> tuple[Person, ...]:
    people = []
    for one in objects(at(work, "authorships")):
        name = text_at(one, "raw_author_name") or text_at(one, "author", "display_name")
        family, comma, given = name.partition(",")
        if comma and given.strip():
            people.append(Person(family=family.strip(), given=given.strip()))
        elif name:
            people.append(Person(name=name))
    return tuple(people)


def _dates(work: Any) -> tuple[Dated, ...]:
    full = date_text("issued", at(work, "publication_date"))
    year = date_text("issued", at(work, "publication_year"))
    return tuple(date for date in (full or year,) if date is not None)


def _pages(first: str, last: str) -> str:
    return f"{first}-{last}" if first and last and first != last else first or last
