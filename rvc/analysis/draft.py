"""A record → the entry that it would be in a bibliography: type, fields, people, a cite key."""

from __future__ import annotations

import re
from collections.abc import Container

from msgspec import Struct

from rvc.analysis.titles import SMALL, fold, words
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

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The macros for months that every BibTeX style defines."""

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
    month = MONTHS[date.month - 1] if date is not None and date.month and not biblatex else ""
    return Draft(
        type=TYPES.get(record.type, ("misc", "misc"))[biblatex],
        fields={name: text for name, text in fields.items() if text},
        macros={"month": month} if month else {},
        authors=record.authors,
        editors=record.editors,
    )


def _title(record: Record, biblatex: bool) -> dict[str, str]:
    if biblatex:
        return {"title": record.title, "subtitle": record.subtitle}
    return {"title": record.full_title}


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
    return re.sub(r"\s*[‐-―-]+\s*", "--", record.pages) or record.number


def suggest_key(draft: Draft, taken: Container[str] = frozenset()) -> str:
    """Return a cite key: names, year, first word of weight of the title (`wernerbair2011losing`).

    Lower-case ASCII letters and digits only. A key in `taken` gets a letter behind it.
    """
    people = draft.authors or draft.editors
    names = "".join(_ascii(one.family or _short(one.name)) for one in people[:2])
    if len(people) > 2:
        names = _ascii(people[0].family or _short(people[0].name))
    year = draft.fields.get("year", "") or draft.fields.get("date", "")[:4]
    title = words(draft.fields.get("title", ""))
    word = next((_ascii(word) for word in title if word not in SMALL and _ascii(word)), "")
    key = f"{names[:30]}{year}{word}" or "entry"
    if key not in taken:
        return key
    letters = "abcdefghijklmnopqrstuvwxyz"
    more = (f"{key}{a}{b}" for a in ("", *letters) for b in letters)
    return next(one for one in more if one not in taken)


def _short(name: str) -> str:
    """Return the acronym in a body's name, its first word of weight, or a person's last name."""
    acronym = re.search(r"\b[A-Z]{2,8}\b", name)
    if acronym is not None:
        return acronym[0]
    parts = [word for word in name.split() if fold(word) not in SMALL]
    return parts[-1] if 1 < len(parts) <= 3 else (parts or [name])[0]


def _ascii(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(text))
