"""CSL-JSON, which Zotero, pandoc and doi.org speak → records.

The names are those of the CSL 1.0.2 specification, "Appendix III: Types" and "IV: Variables".
"""

from __future__ import annotations

import json
from typing import Any

from rvc.adapters.services.reading import at, date_parts, date_text, objects, text_at, texts
from rvc.errors import RvcError
from rvc.model.identifiers import normal_doi, normal_isbn
from rvc.model.imported import Imported
from rvc.model.record import Dated, Person, Record, WorkType

NAME = "csl-json"

TYPES = {
    "article": WorkType.PREPRINT,
    "article-journal": WorkType.ARTICLE,
    "article-magazine": WorkType.ARTICLE,
    "article-newspaper": WorkType.ARTICLE,
    "review": WorkType.ARTICLE,
    "book": WorkType.BOOK,
    "chapter": WorkType.CHAPTER,
    "entry": WorkType.CHAPTER,
    "entry-encyclopedia": WorkType.CHAPTER,
    "entry-dictionary": WorkType.CHAPTER,
    "paper-conference": WorkType.PROCEEDINGS,
    "report": WorkType.REPORT,
    "standard": WorkType.REPORT,
    "thesis": WorkType.THESIS,
    "dataset": WorkType.DATASET,
    "software": WorkType.DATASET,
    "webpage": WorkType.PAGE,
    "post-weblog": WorkType.PAGE,
    "post": WorkType.PAGE,
}
"""Types of CSL in the words of the model; all others are `other`."""


def read(text: str, where: str = "") -> tuple[Imported, ...]:
    """Return the works in a CSL-JSON text: a list of items, one item, or `{"items": […]}`.

    RvcError when it is no JSON or holds no item.
    """
    try:
        data = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise RvcError(f"not JSON: {error}", where=where) from None
    items = data.get("items", data) if isinstance(data, dict) else data
    works = tuple(_work(item) for item in objects(items) if "type" in item or "title" in item)
    if not works:
        raise RvcError("no CSL-JSON: there is no item in it", where=where)
    return works


def _work(item: dict[str, Any]) -> Imported:
    date = _date(item)
    title = text_at(item, "title")
    container = text_at(item, "container-title")
    record = Record(
        service=NAME,
        id=text_at(item, "id"),
        titles=(title,) if title else (),
        containers=(container,) if container else (),
        authors=_people(at(item, "author")),
        editors=_people(at(item, "editor")),
        dates=(date,) if date else (),
        volume=text_at(item, "volume"),
        issue=text_at(item, "issue"),
        pages=text_at(item, "page"),
        number=text_at(item, "number"),
        doi=normal_doi(text_at(item, "DOI")),
        pmid=text_at(item, "PMID"),
        isbn=tuple(filter(None, map(normal_isbn, text_at(item, "ISBN").split()))),
        issn=tuple(text_at(item, "ISSN").replace(",", " ").split()),
        type=TYPES.get(text_at(item, "type"), WorkType.OTHER),
        publisher=text_at(item, "publisher"),
        place=text_at(item, "publisher-place"),
        edition=text_at(item, "edition"),
        language=text_at(item, "language"),
        address=text_at(item, "URL"),
    )
    extra = {
        "abstract": text_at(item, "abstract"),
        "keywords": ", ".join(texts(at(item, "keyword"))),
        "note": text_at(item, "note"),
    }
    key = text_at(item, "citation-key")
    return Imported(record, {name: text for name, text in extra.items() if text}, key)


def _date(item: dict[str, Any]) -> Dated | None:
    issued = at(item, "issued")
    if isinstance(issued, dict):
        found = date_parts("issued", issued)
        said = text_at(issued, "raw") or text_at(issued, "literal")
        return found or date_text("issued", said)
    return date_text("issued", issued)


def _people(value: Any) -> tuple[Person, ...]:
    people = []
    for one in objects(value):
        particle = text_at(one, "non-dropping-particle") or text_at(one, "dropping-particle")
        family = " ".join(filter(None, (particle, text_at(one, "family"))))
        name = text_at(one, "literal")
        people.append(Person(family, text_at(one, "given"), text_at(one, "suffix"), name))
    return tuple(one for one in people if one.said)
