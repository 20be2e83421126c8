"""dblp: computer science, curated by hand; only searching is needed of it.

API: https://dblp.org/faq/How+to+use+the+dblp+search+API.html
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlencode

from rvc.adapters.http import Fetcher
from rvc.adapters.http_answer import Failure, HttpError
from rvc.adapters.services.reading import at, date_text, objects, plain, text_at, texts
from rvc.model.identifiers import arxiv_of_doi, normal_doi
from rvc.model.record import Person, Record, WorkType

BASE = "https://dblp.org"
NAME = "dblp"

TYPES = {
    "Journal Articles": WorkType.ARTICLE,
    "Conference and Workshop Papers": WorkType.PROCEEDINGS,
    "Informal and Other Publications": WorkType.PREPRINT,
    "Informal Publications": WorkType.PREPRINT,
    "Parts in Books or Collections": WorkType.CHAPTER,
    "Books and Theses": WorkType.BOOK,
    "Editorship": WorkType.BOOK,
    "Reference Works": WorkType.CHAPTER,
    "Data and Artifacts": WorkType.DATASET,
}
"""dblp's types in the words of the model."""


class Dblp:
    """Asks dblp through `fetcher`; `base` is another address in tests."""

    name = NAME

    def __init__(self, fetcher: Fetcher, base: str = BASE) -> None:
        self._fetcher = fetcher
        self._base = base

    def search(self, words: str, rows: int = 5) -> tuple[Record, ...]:
        """Return the records that fit `words` best; none proves nothing about the work."""
        query = urlencode({"q": words, "format": "json", "h": str(rows)})
        answer = self._fetcher.get(f"{self._base}/search/publ/api?{query}")
        hits = at(answer.json(), "result", "hits")
        if not isinstance(hits, dict):
            raise HttpError(Failure.UNREADABLE, answer.url, "the answer is not a list of works")
        return tuple(read(hit) for hit in objects(hits.get("hit", [])))


def read(hit: Any) -> Record:
    """Return the record in one hit as dblp writes it (one of `result.hits.hit`)."""
    info = at(hit, "info")
    doi = normal_doi(text_at(info, "doi"))
    volume = text_at(info, "volume")
    year = date_text("issued", at(info, "year"))
    arxiv = volume.removeprefix("abs/") if volume.startswith("abs/") else arxiv_of_doi(doi)
    return Record(
        service=NAME,
        id=text_at(info, "key"),
        titles=texts([text_at(info, "title").removesuffix(".")]),
        containers=texts(at(info, "venue")),
        authors=_people(at(info, "authors", "author")),
        dates=(year,) if year else (),
        volume="" if volume.startswith("abs/") else volume,
        issue=text_at(info, "number"),
        pages=text_at(info, "pages"),
        doi=doi,
        arxiv=arxiv,
        type=WorkType.PREPRINT if arxiv else TYPES.get(text_at(info, "type"), WorkType.OTHER),
        publisher=text_at(info, "publisher"),
        address=text_at(info, "ee") or text_at(info, "url"),
    )


def _people(value: Any) -> tuple[Person, ...]:
    """Return the authors; dblp tells namesakes apart by a number behind the name."""
    values = value if isinstance(value, list) else [value]
    names = (text_at(one, "text") if isinstance(one, dict) else plain(one) for one in values)
    return tuple(Person(name=re.sub(r" \d{4}$", "", name)) for name in names if name)
