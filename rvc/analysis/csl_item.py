"""A work as a CSL item (CSL-JSON, Citation Style Language 1.0.2), from a resolved .bib entry.

Types and fields follow the mapping of the CSL schema to biblatex, as pandoc applies it.
"""

from __future__ import annotations

import re
from typing import Any

from rvc.bib.dates import Point
from rvc.bib.names import Name
from rvc.bib.resolve import ResolvedEntry
from rvc.bib.type_words import type_words

_TYPES = {
    "article": "article-journal",
    "book": "book",
    "mvbook": "book",
    "collection": "book",
    "proceedings": "book",
    "manual": "report",
    "inbook": "chapter",
    "incollection": "chapter",
    "bookinbook": "chapter",
    "suppbook": "chapter",
    "inproceedings": "paper-conference",
    "conference": "paper-conference",
    "inreference": "entry-encyclopedia",
    "techreport": "report",
    "report": "report",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "thesis": "thesis",
    "unpublished": "manuscript",
    "booklet": "pamphlet",
    "online": "webpage",
    "electronic": "webpage",
    "www": "webpage",
    "legislation": "legislation",
    "jurisdiction": "legal_case",
    "patent": "patent",
    "dataset": "dataset",
    "software": "software",
    "misc": "document",
}
PEOPLE = {"author": "author", "editor": "editor", "translator": "translator"}
FIELDS = {
    "title-short": ("shorttitle",),
    "container-title": ("journaltitle", "journal", "booktitle", "maintitle"),
    "collection-title": ("series",),
    "publisher": ("publisher", "institution", "school", "organization"),
    "publisher-place": ("location", "address"),
    "volume": ("volume",),
    "edition": ("edition",),
    "genre": ("type",),
    "DOI": ("doi",),
    "URL": ("url",),
    "ISBN": ("isbn",),
    "ISSN": ("issn",),
    "language": ("langid", "language"),
    "note": ("note",),
    "abstract": ("abstract",),
    "keyword": ("keywords",),
}
_PLAIN_YEAR = re.compile(r"[-−]?\d{1,4}\s*(?:BCE?)?[~?%]*")
"""What a `year` says in numbers; "ca. 1998", "1998/99" and "[1998]" are words and stay."""
_NO_DATE = {"n.d.", "nd", "n. d.", "no date", "undated", "s.d.", "s. d."}
_ROLES = {"phdthesis": "Doctoral dissertation", "mastersthesis": "Master’s thesis"}


def csl_item(entry: ResolvedEntry) -> dict[str, Any]:
    """Return the entry as a CSL-JSON item; only what the entry says, nothing guessed."""
    item: dict[str, Any] = {"id": entry.key, "type": _TYPES.get(entry.type, "document")}
    for field, name in PEOPLE.items():
        if field in entry.names:
            item[name] = [_name(person) for person in entry.names[field].people]
            if entry.names[field].others:
                item[name].append({"literal": "others"})
    item["title"] = _title(entry)
    for name, fields in FIELDS.items():
        said = next((entry.shown(field) for field in fields if entry.shown(field)), "")
        if said:
            item[name] = said
    if item.get("DOI", "").startswith(("http:", "https:")):  # an address, but none of a DOI
        item.setdefault("URL", item.pop("DOI"))
    _numbers(entry, item)
    item["genre"] = type_words(item.get("genre", ""))
    _how_published(entry, item)
    item["issued"] = _issued(entry)
    accessed = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", entry.shown("urldate"))
    if accessed:
        item["accessed"] = {"date-parts": [[int(part) for part in accessed.groups()]]}
    return {name: value for name, value in item.items() if value}


def _title(entry: ResolvedEntry) -> str:
    title, subtitle = entry.shown("title"), entry.shown("subtitle")
    return f"{title}: {subtitle}" if title and subtitle else title


def _how_published(entry: ResolvedEntry, item: dict[str, Any]) -> None:
    """Add `howpublished` to the publisher, as pandoc does; an address of the web is the URL."""
    said = entry.shown("howpublished")
    if re.fullmatch(r"https?://\S+", said):
        item.setdefault("URL", said)
    elif said:
        item["publisher"] = "; ".join(filter(None, (item.get("publisher"), said)))


def _issued(entry: ResolvedEntry) -> dict[str, Any]:
    """Return the date; a year in words, like "forthcoming", as it stands."""
    date = entry.date
    said = entry.shown("date") or entry.shown("year")
    in_words = not entry.shown("date") and not _PLAIN_YEAR.fullmatch(said)
    if date is None and re.fullmatch(r"-?\d{1,4}", said):
        return {"date-parts": [[int(said)]]}
    if date is None or in_words:
        return {"literal": said} if said and said.lower().strip("[]()") not in _NO_DATE else {}
    points = dict.fromkeys(point for point in (date.start, date.end) if point)
    return {"date-parts": [_parts(point) for point in points]} if points else {}


def _numbers(entry: ResolvedEntry, item: dict[str, Any]) -> None:
    number = entry.shown("number")
    journal = item["type"].startswith("article")
    if entry.shown("issue") or (journal and number):
        item["issue"] = entry.shown("issue") or number
    elif number:
        item["number"] = number
    if entry.shown("pages"):
        item["page"] = re.sub(r"\s*(?:--?-?|[–—])\s*", "-", entry.shown("pages"))
    if entry.type in _ROLES and not item.get("genre"):
        item["genre"] = _ROLES[entry.type]


def _name(person: Name) -> dict[str, str]:
    if person.literal:
        return {"literal": person.literal}
    parts = {
        "family": person.family,
        "given": person.given,
        "non-dropping-particle": person.prefix,
        "suffix": person.suffix,
    }
    return {name: text for name, text in parts.items() if text}


def _parts(point: Point) -> list[int]:
    month = point.month if point.month <= 12 else 0
    year = point.year if point.year > 0 else point.year - 1  # CSL has no year 0, ISO 8601 has
    return [part for part in (year, month, point.day if month else 0) if part]
