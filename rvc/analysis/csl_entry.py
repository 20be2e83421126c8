"""A CSL item → the entry that it would be in a bibliography: `csl_item` the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from rvc.analysis.draft import Draft
from rvc.bib.dates import Point
from rvc.bib.identifier_forms import shown_doi
from rvc.bib.macros import MONTHS
from rvc.model.record import Person

_TYPES = {
    "article": "online",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "review": "article",
    "review-book": "article",
    "book": "book",
    "chapter": "incollection",
    "entry": "inreference",
    "entry-dictionary": "inreference",
    "entry-encyclopedia": "inreference",
    "paper-conference": "inproceedings",
    "report": "report",
    "standard": "report",
    "thesis": "thesis",
    "manuscript": "unpublished",
    "pamphlet": "booklet",
    "webpage": "online",
    "post": "online",
    "post-weblog": "online",
    "legislation": "legislation",
    "bill": "legislation",
    "legal_case": "jurisdiction",
    "patent": "patent",
    "dataset": "dataset",
    "software": "software",
}
"""Types of CSL in those of biblatex; all others are `misc`.

Also for BibTeX, whose styles set a type that they do not know like `misc`: so nothing is lost.
"""

_FIELDS = {
    "title": "title",
    "title-short": "shorttitle",
    "collection-title": "series",
    "volume": "volume",
    "edition": "edition",
    "genre": "type",
    "page": "pages",
    "ISBN": "isbn",
    "ISSN": "issn",
    "PMID": "pmid",
    "DOI": "doi",
    "URL": "url",
    "note": "note",
    "abstract": "abstract",
    "keyword": "keywords",
}
_PEOPLE = ("author", "editor", "translator")

_HOUSES = {"book", "incollection", "inproceedings", "inreference", "booklet", "article"}
"""Types whose publisher is a `publisher` and no `organization`."""


def csl_draft(item: dict[str, Any], *, biblatex: bool = False) -> Draft:
    """Return the entry for a CSL item in BibTeX or, with `biblatex`, in its types and fields."""
    kind = _kind(item, biblatex)
    said = {field: str(item.get(name, "")) for name, field in _FIELDS.items()}
    fields = {
        "title": said.pop("title"),
        **_place(item, kind, biblatex),
        **_numbers(item, kind),
        **said,
        "pages": _pages(said["pages"]),
        "doi": shown_doi(said["doi"]),
        "langid" if biblatex else "language": str(item.get("language", "")),
        "urldate": "".join(_iso(point) for point in _points(item.get("accessed"))[:1]),
    }
    dated, month = _date(item.get("issued", {}), biblatex)
    authors, editors, translators = (tuple(_people(item.get(role, ()))) for role in _PEOPLE)
    return Draft(
        type=kind,
        fields={name: text for name, text in {**fields, **dated}.items() if text},
        macros={"month": month} if month else {},
        authors=authors,
        editors=editors,
        translators=translators,
    )


def _kind(item: dict[str, Any], biblatex: bool) -> str:
    kind = _TYPES.get(item.get("type", ""), "misc")
    if biblatex or kind not in {"report", "thesis"}:
        return kind
    if kind == "report":
        return "techreport"
    master = re.match(r"m(?:aster|\.?\s?[a-z]{1,3}\b)", str(item.get("genre", "")), re.I)
    return "mastersthesis" if master else "phdthesis"


def _place(item: dict[str, Any], kind: str, biblatex: bool) -> dict[str, str]:
    """Return what it stands in, who published it, and where."""
    journal = "journaltitle" if biblatex else "journal"
    house = "publisher" if kind in _HOUSES else "organization"
    if kind in {"report", "techreport"} or (kind == "thesis" and biblatex):
        house = "institution"
    elif kind in {"phdthesis", "mastersthesis"}:
        house = "school"
    return {
        journal if kind == "article" else "booktitle": str(item.get("container-title", "")),
        house: str(item.get("publisher", "")),
        "location" if biblatex else "address": str(item.get("publisher-place", "")),
    }


def _numbers(item: dict[str, Any], kind: str) -> dict[str, str]:
    """Return the number of the issue or of the work itself, which is an article's `eid`."""
    issue, number = str(item.get("issue", "")), str(item.get("number", ""))
    if kind == "article":
        return {"number": issue, "eid": number}
    return {"number": number, "issue": issue}


def _pages(said: str) -> str:
    """Return pages with the two hyphens that BibTeX wants, a single page once."""
    first, dash, last = re.sub(r"\s*[‐-―-]+\s*", "--", said).partition("--")
    return first if first == last else first + dash + last


def _date(issued: dict[str, Any], biblatex: bool) -> tuple[dict[str, str], str]:
    """Return the fields of the date and the macro of its month, which stands without braces."""
    points = _points(issued)
    if not points:
        return {"year": str(issued.get("literal", ""))}, ""
    start = points[0]
    whole = "/".join(_iso(point) for point in points) + ("~" if issued.get("circa") else "")
    if biblatex:
        return {"date": whole}, ""
    year = f"{start[0]:04}" if start[0] > 0 else f"{-start[0]} BCE"
    if len(points) > 1 or issued.get("circa") or start[0] < 0:
        return {"year": year, "date": whole}, ""
    month = tuple(MONTHS)[start[1] - 1] if len(start) > 1 else ""
    return {"year": year, "day": str(start[2]) if len(start) > 2 else ""}, month


def _points(date: Any) -> list[list[int]]:
    return [part for part in (date or {}).get("date-parts", []) if part]


def _iso(parts: list[int]) -> str:
    year = parts[0] if parts[0] > 0 else parts[0] + 1  # CSL has no year 0, ISO 8601 has
    return str(Point(year, *parts[1:]))


def _people(names: Iterable[dict[str, str]]) -> Iterable[Person]:
    for name in names:
        particle = name.get("non-dropping-particle") or name.get("dropping-particle", "")
        family = f"{particle} {name.get('family', '')}".strip()
        one = Person(family, name.get("given", ""), name.get("suffix", ""), name.get("literal", ""))
        if one.said:
            yield one
