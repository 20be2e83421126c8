"""A record → the entry that it would be in a bibliography: type, fields, people."""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from rvc.bib.macros import MONTHS
from rvc.model.record import Dated, Person, Record, WorkType

TYPES = {
    WorkType.ARTICLE: ("article", "article"),
    WorkType.PROCEEDINGS: ("inproceedings", "inproceedings"),
    WorkType.BOOK: ("book", "book"),
    WorkType.CHAPTER: ("incollection", "incollection"),
    WorkType.PREPRINT: ("misc", "online"),
    WorkType.REPORT: ("techreport", "report"),
    WorkType.THESIS: ("phdthesis", "thesis"),
    WorkType.DATASET: ("misc", "dataset"),
    WorkType.PAGE: ("misc", "online"),
}
"""Kind of work → entry type in BibTeX and in biblatex; all others are `misc`."""

_MONTHS = tuple(MONTHS)

_IN_BOOKS = {WorkType.CHAPTER, WorkType.PROCEEDINGS}
_PUBLISHED = {WorkType.BOOK, WorkType.CHAPTER, WorkType.PROCEEDINGS, WorkType.OTHER}


class Draft(Struct, frozen=True):
    """An entry to be: `fields` are plain Unicode text, `macros` names to be written without braces.

    People stand apart, as each dialect writes bodies and suffixes in its own way.
    """

    type: str
    fields: dict[str, str]
    macros: dict[str, str] = {}
    authors: tuple[Person, ...] = ()
    editors: tuple[Person, ...] = ()
    translators: tuple[Person, ...] = ()


def draft_entry(record: Record, *, biblatex: bool = False) -> Draft:
    """Return the entry for `record` in BibTeX or, with `biblatex`, in its types and field names."""
    date = record.dates[0] if record.dates else None
    fields = {
        **_title(record, biblatex),
        **_container(record, biblatex),
        **_date(date, biblatex),
        "volume": record.volume,
        "number": record.issue,
        "pages": _pages(record),
        "edition": record.edition if record.type is WorkType.BOOK else "",
        **_publisher(record, biblatex),
        "isbn": record.isbn[0] if record.isbn and record.type in {WorkType.BOOK} else "",
        "issn": record.issn[0] if record.issn and record.type is WorkType.ARTICLE else "",
        "doi": record.doi,
        **_eprint(record, biblatex),
        "url": "" if record.doi else record.address,
    }
    month = _MONTHS[date.month - 1] if date is not None and date.month and not biblatex else ""
    return Draft(
        type=TYPES.get(record.type, ("misc", "misc"))[biblatex],
        fields={name: text for name, text in fields.items() if text},
        macros={"month": month} if month else {},
        authors=record.authors,
        editors=record.editors,
    )


def _title(record: Record, biblatex: bool) -> dict[str, str]:
    marked = replace(record, titles=(record.marked_title,)) if record.marked_title else record
    if biblatex:
        return {"title": marked.title, "subtitle": marked.subtitle}
    return {"title": marked.full_title}


def _container(record: Record, biblatex: bool) -> dict[str, str]:
    if not record.containers:
        return {}
    name = record.containers[0]
    if record.type is WorkType.ARTICLE:
        return {"journaltitle" if biblatex else "journal": name}
    if record.type in _IN_BOOKS:
        return {"booktitle": name}
    if record.type is WorkType.PREPRINT and not record.arxiv:
        return {"howpublished": name}
    return {}


def _date(date: Dated | None, biblatex: bool) -> dict[str, str]:
    if date is None:
        return {}
    return {"date": date.text} if biblatex else {"year": f"{date.year:04}"}


def _publisher(record: Record, biblatex: bool) -> dict[str, str]:
    place = {"location" if biblatex else "address": record.place}
    if record.type in _PUBLISHED:
        return {"publisher": record.publisher, **place}
    if record.type in {WorkType.REPORT, WorkType.THESIS}:
        name = "school" if record.type is WorkType.THESIS and not biblatex else "institution"
        where = record.containers[0] if record.containers else record.publisher
        return {name: where or record.publisher}
    return {}


def _eprint(record: Record, biblatex: bool) -> dict[str, str]:
    if not record.arxiv:
        return {}
    return {"eprint": record.arxiv, "eprinttype" if biblatex else "archiveprefix": "arXiv"}


def _pages(record: Record) -> str:
    """Return pages with the two hyphens that BibTeX wants, or the number of the article."""
    first, *more = re.split(r"\s*[‐-―-]+\s*", record.pages)
    return "--".join([first, *(page for page in more if page != first)]) or record.number
