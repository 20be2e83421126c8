"""RIS, which nearly every catalogue and publisher exports → CSL items.

The tags are those of the RIS format as Reference Manager defined it; where programs differ (the
journal is in JO, JF, JA, J2 or T2), all are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from rvc.errors import RvcError
from rvc.model.identifiers import normal_doi
from rvc.model.imported import Described, cite_key

NAME = "ris"

TYPES = {
    **dict.fromkeys(("JOUR", "JFULL", "EJOUR", "MGZN", "NEWS", "INPR"), "article-journal"),
    **dict.fromkeys(("BOOK", "EBOOK", "EDBOOK"), "book"),
    **dict.fromkeys(("CHAP", "ECHAP"), "chapter"),
    **dict.fromkeys(("ENCYC", "DICT"), "entry-encyclopedia"),
    **dict.fromkeys(("CONF", "CPAPER"), "paper-conference"),
    **dict.fromkeys(("RPRT", "GOVDOC", "STAND"), "report"),
    **dict.fromkeys(("ELEC", "WEB", "BLOG", "ICOMM"), "webpage"),
    **dict.fromkeys(("UNPB", "MANSCPT"), "manuscript"),
    **dict.fromkeys(("STAT", "BILL"), "legislation"),
    "THES": "thesis",
    "DATA": "dataset",
    "COMP": "software",
    "CASE": "legal_case",
    "PAT": "patent",
    "PAMP": "pamphlet",
}
"""Types of RIS in those of CSL; all others are `document`."""

_LINE = re.compile(r"([A-Z][A-Z0-9])  ?-(?: (.*))?$")
_IN_A_BOOK = {"chapter", "paper-conference", "entry-encyclopedia"}
_ISSN = re.compile(r"\d{4}-?\d{3}[\dXx]")
_TAGS = (
    "TY ID AN TI T1 CT BT T2 T3 JO JF JA J1 J2 ST AU A1 ED A2 A4 TA PY Y1 DA Y2 VL IS CP M1 M3 ET "
    "SP EP SN DO DI UR L2 L3 LK PB CY PP LA N1 N2 AB KW"
)
_READ = frozenset(re.findall(r"\w+", _TAGS))

Tags = dict[str, list[str]]


def looks_like(text: str) -> bool:
    """Say whether this is the beginning of a RIS file."""
    return re.match(r"\ufeff?\s*TY  ?-", text) is not None


def read(text: str, where: str = "") -> tuple[Described, ...]:
    """Return the works in a RIS text; RvcError with the line of what cannot be read."""
    return tuple(_work(tags) for tags in _records(text, where))


def _records(text: str, where: str) -> Iterator[Tags]:
    tags: Tags = {}
    last = ""
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), 1):
        found = _LINE.match(line.rstrip())
        if found is None:
            if line.strip() and not last:
                place = f"{where}:{number}" if where else f"line {number}"
                raise RvcError("not RIS: 'TY  - ' expected", where=place)
            if line.strip():
                tags[last][-1] += " " + line.strip()  # programs wrap long abstracts
        elif found[1] == "ER":
            if tags:
                yield tags
            tags, last = {}, ""
        else:
            last = found[1]
            tags.setdefault(last, []).append((found[2] or "").strip())
    if tags:
        yield tags


def _work(tags: Tags) -> Described:
    kind = TYPES.get(_first(tags, "TY"), "document")
    item: dict[str, Any] = {
        "type": kind,
        "id": _first(tags, "ID", "AN"),
        "title": _first(tags, "TI", "T1", "CT", *(() if kind in _IN_A_BOOK else ("BT",))),
        "title-short": _first(tags, "ST"),
        **_inside(tags, kind),
        "author": _people(tags, "AU", "A1"),
        "editor": _people(tags, "ED", *(("A2",) if kind != "article-journal" else ())),
        "translator": _people(tags, "A4", "TA"),
        "issued": _date(tags),
        "accessed": _parts(_first(tags, "Y2")),
        "volume": _first(tags, "VL"),
        **_numbers(tags, kind),
        "page": _pages(tags),
        "ISBN": " ".join(one for one in _all(tags, "SN") if not _ISSN.fullmatch(one)),
        "ISSN": ", ".join(one for one in _all(tags, "SN") if _ISSN.fullmatch(one)),
        "publisher": _first(tags, "PB"),
        "publisher-place": _first(tags, "CY", "PP"),
        "edition": _first(tags, "ET"),
        "language": _first(tags, "LA"),
        "abstract": _first(tags, "AB", "N2"),
        "keyword": ", ".join(_all(tags, "KW")),
        **_addresses(tags),
    }
    key = cite_key(item["id"])
    unread = tuple(tag for tag in tags if tag not in _READ and any(tags[tag]))
    return Described({name: value for name, value in item.items() if value}, key, unread)


def _inside(tags: Tags, kind: str) -> dict[str, str]:
    """Return journal or book, and the series, which is the T2 of a book that names no other."""
    container = _first(tags, "JO", "JF", "T2", "BT" if kind in _IN_A_BOOK else "T2", "JA", "J2")
    container = container or _first(tags, "J1")
    series = _first(tags, "T3")
    if kind == "book" and not series:
        return {"collection-title": container}
    return {"container-title": container, "collection-title": series}


def _numbers(tags: Tags, kind: str) -> dict[str, str]:
    issue, number = _first(tags, "IS", "CP"), _first(tags, "M1")
    if kind == "article-journal":
        return {"issue": issue, "number": number}
    return {"number": number or issue, "issue": issue if number else ""}


def _addresses(tags: Tags) -> dict[str, str]:
    """Return DOI and address, and a note of further addresses; M3 is a DOI or a kind of work."""
    doi = _first(tags, "DO", "DI")
    pages = _all(tags, "UR", "L2", "L3", "LK")
    if not normal_doi(doi):
        doi = next((one for one in (*_all(tags, "M3"), *pages) if normal_doi(one)), doi)
    own = [one for one in dict.fromkeys(pages) if not doi or normal_doi(one) != normal_doi(doi)]
    kinds = [one for one in _all(tags, "M3") if not normal_doi(one)]
    return {
        "DOI": doi,
        "URL": "".join(own[:1]),
        "note": "; ".join((*_all(tags, "N1"), *own[1:])),
        "genre": "".join(kinds[:1]),
    }


def _pages(tags: Tags) -> str:
    start, end = _first(tags, "SP"), _first(tags, "EP")
    return f"{start}-{end}" if start and end and start != end else start


def _date(tags: Tags) -> dict[str, Any]:
    """Return the date in `2010/02/06/spring` or `2010-02-06` or `2010`, else the words for it."""
    said = [_parts(one) for one in _all(tags, "DA", "PY", "Y1")]
    words = _first(tags, "PY", "Y1", "DA").rstrip("/")
    exact = max((one for one in said if one), key=lambda one: len(one["date-parts"][0]), default={})
    return exact or ({"literal": words} if words else {})


def _parts(text: str) -> dict[str, Any]:
    found = re.match(r"(-?\d{1,4})(?:[/-](\d\d?)(?:[/-](\d\d?))?)?(?:/+[^/]*)*$", text)
    if found is None or not int(found[1]):
        return {}
    month = int(found[2] or 0) if 1 <= int(found[2] or 0) <= 12 else 0
    day = int(found[3] or 0) if month and 1 <= int(found[3] or 0) <= 31 else 0
    return {"date-parts": [[part for part in (int(found[1]), month, day) if part]]}


def _people(tags: Tags, *names: str) -> list[dict[str, str]]:
    return [_person(name) for name in _all(tags, *names)]


def _person(name: str) -> dict[str, str]:
    """Return `Family, Given, Suffix`; a name without a comma is a body."""
    parts = [part.strip() for part in name.split(",")]
    if len(parts) == 1:
        return {"literal": name}
    said = {"family": parts[0], "given": parts[1], "suffix": ", ".join(parts[2:])}
    return {part: text for part, text in said.items() if text}


def _all(tags: Tags, *names: str) -> list[str]:
    return [one for name in dict.fromkeys(names) for one in tags.get(name, []) if one]


def _first(tags: Tags, *names: str) -> str:
    return next(iter(_all(tags, *names)), "")
