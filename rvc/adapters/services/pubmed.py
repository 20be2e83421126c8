"""PubMed: the life sciences by number (PMID).

API: https://www.ncbi.nlm.nih.gov/books/NBK25499/ (ESummary)
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from rvc.adapters.http import Fetcher
from rvc.adapters.http_answer import Failure, HttpError
from rvc.adapters.services.reading import at, date_text, objects, plain, text_at, texts
from rvc.model.identifiers import normal_doi
from rvc.model.record import Dated, Person, Record, Update, UpdateKind, WorkType

BASE = "https://eutils.ncbi.nlm.nih.gov"
NAME = "pubmed"

NOTICES = {
    "retraction in": UpdateKind.RETRACTION,
    "partial retraction in": UpdateKind.PARTIAL_RETRACTION,
    "expression of concern in": UpdateKind.CONCERN,
    "erratum in": UpdateKind.CORRECTION,
    "corrected and republished in": UpdateKind.CORRECTION,
    "update in": UpdateKind.NEW_VERSION,
}
"""PubMed's words for notices about an article in the words of the model."""


class PubMed:
    """Asks PubMed through `fetcher`; `base` is another address in tests."""

    name = NAME

    def __init__(self, fetcher: Fetcher, base: str = BASE) -> None:
        self._fetcher = fetcher
        self._base = base

    def by_number(self, pmid: str) -> Record | None:
        """Return the article with this PMID, None when PubMed says that it has none."""
        query = {"db": "pubmed", "id": pmid, "retmode": "json", "tool": "rvc"}
        if self._fetcher.mailto:
            query["email"] = self._fetcher.mailto
        url = f"{self._base}/entrez/eutils/esummary.fcgi?{urlencode(query)}"
        answer = self._fetcher.get(url)
        result = at(answer.json(), "result")
        work = at(result, pmid)
        if text_at(work, "error"):
            return None
        if not isinstance(work, dict):
            raise HttpError(Failure.UNREADABLE, answer.url, "the answer does not describe a work")
        return read(work)


def read(work: Any) -> Record:
    """Return the record in one summary as PubMed writes it."""
    pmid = text_at(work, "uid")
    ids = {text_at(one, "idtype"): text_at(one, "value") for one in objects(at(work, "articleids"))}
    return Record(
        service=NAME,
        id=pmid,
        titles=texts([text_at(work, "title").removesuffix(".")]),
        containers=texts([text_at(work, "fulljournalname"), text_at(work, "source")]),
        authors=_people(work),
        dates=_dates(work),
        volume=text_at(work, "volume"),
        issue=text_at(work, "issue"),
        pages=text_at(work, "pages"),
        doi=normal_doi(ids.get("doi", "")),
        pmid=pmid,
        issn=texts([text_at(work, "issn"), text_at(work, "essn")]),
        type=_type(work),
        language=text_at(work, "lang"),
        address=f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/" if pmid else "",
        updates=_updates(work),
    )


def _type(work: Any) -> WorkType:
    kinds = {kind.lower() for kind in texts(at(work, "pubtype"))}
    if "preprint" in kinds:
        return WorkType.PREPRINT
    notices = {"published erratum", "retraction of publication", "expression of concern"}
    return WorkType.ABOUT if kinds & notices else WorkType.ARTICLE


def _people(work: Any) -> tuple[Person, ...]:
    """Return the authors; PubMed writes the family name first and initials without stops."""
    people = []
    for one in objects(at(work, "authors")):
        name = text_at(one, "name")
        family, _, initials = name.rpartition(" ")
        if text_at(one, "authtype") == "Author" and family and initials.isupper():
            people.append(Person(family=family, given=" ".join(initials)))
        elif name:
            people.append(Person(name=name))
    return tuple(people)


def _dates(work: Any) -> tuple[Dated, ...]:
    found = (
        date_text("print", at(work, "pubdate")),
        date_text("online", at(work, "epubdate")),
    )
    return tuple(date for date in found if date is not None)


def _updates(work: Any) -> tuple[Update, ...]:
    found = []
    for one in objects(at(work, "references")):
        kind = NOTICES.get(plain(at(one, "reftype")).lower())
        if kind is not None:
            label = " ".join(filter(None, (text_at(one, "reftype"), text_at(one, "refsource"))))
            found.append(Update(kind, source=NAME, label=label))
    retracted = "retracted publication" in {kind.lower() for kind in texts(at(work, "pubtype"))}
    if retracted and not any(one.kind is UpdateKind.RETRACTION for one in found):
        found.append(Update(UpdateKind.RETRACTION, source=NAME, label="Retracted Publication"))
    return tuple(found)
