"""RIS, which nearly every catalogue and publisher exports → records.

The tags are those of the RIS format as Reference Manager defined it; where programs differ (the
journal is in JO, JF, JA, J2 or T2), all are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rvc.adapters.services.reading import date_text
from rvc.errors import RvcError
from rvc.model.identifiers import normal_doi, normal_isbn
from rvc.model.imported import Imported
from rvc.model.record import Dated, Person, Record, WorkType

NAME = "ris"

TYPES = {
    "JOUR": WorkType.ARTICLE,
    "JFULL": WorkType.ARTICLE,
    "EJOUR": WorkType.ARTICLE,
    "MGZN": WorkType.ARTICLE,
    "NEWS": WorkType.ARTICLE,
    "INPR": WorkType.ARTICLE,
    "BOOK": WorkType.BOOK,
    "EBOOK": WorkType.BOOK,
    "EDBOOK": WorkType.BOOK,
    "CHAP": WorkType.CHAPTER,
    "ECHAP": WorkType.CHAPTER,
    "ENCYC": WorkType.CHAPTER,
    "CONF": WorkType.PROCEEDINGS,
    "CPAPER": WorkType.PROCEEDINGS,
    "RPRT": WorkType.REPORT,
    "GOVDOC": WorkType.REPORT,
    "STAND": WorkType.REPORT,
    "THES": WorkType.THESIS,
    "DATA": WorkType.DATASET,
    "COMP": WorkType.DATASET,
    "ELEC": WorkType.PAGE,
    "WEB": WorkType.PAGE,
    "BLOG": WorkType.PAGE,
}
"""Types of RIS in the words of the model; all others are `other`."""

_LINE = re.compile(r"([A-Z][A-Z0-9])  ?-(?: (.*))?$")
_IN_A_BOOK = {WorkType.CHAPTER, WorkType.PROCEEDINGS}

Tags = dict[str, list[str]]


def looks_like(text: str) -> bool:
    """Say whether this is the beginning of a RIS file."""
    return re.match(r"\ufeff?\s*TY  ?-", text) is not None


def read(text: str, where: str = "") -> tuple[Imported, ...]:
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


def _work(tags: Tags) -> Imported:
    kind = TYPES.get(_first(tags, "TY"), WorkType.OTHER)
    numbers = [normal_isbn(one) for one in _all(tags, "SN")]
    doi = normal_doi(_first(tags, "DO", "DI"))
    doi = doi or next(filter(None, map(normal_doi, _all(tags, "M3", "UR", "L3"))), "")
    date = _date(tags)
    title = _first(tags, "TI", "T1", "CT", *(() if kind in _IN_A_BOOK else ("BT",)))
    container = _first(tags, "JO", "JF", "T2", "BT", "JA", "J2", "J1")
    start, end = _first(tags, "SP"), _first(tags, "EP")
    record = Record(
        service=NAME,
        id=_first(tags, "ID", "AN"),
        titles=(title,) if title else (),
        containers=(container,) if container else (),
        authors=_people(tags, "AU", "A1"),
        editors=_people(tags, "ED", *(("A2",) if kind is not WorkType.ARTICLE else ())),
        dates=(date,) if date else (),
        volume=_first(tags, "VL"),
        issue=_first(tags, "IS", "CP"),
        pages=f"{start}-{end}" if start and end and start != end else start,
        doi=doi,
        isbn=tuple(filter(None, numbers)),
        issn=tuple(one for one in _all(tags, "SN") if re.fullmatch(r"\d{4}-?\d{3}[\dXx]", one)),
        type=kind,
        publisher=_first(tags, "PB"),
        place=_first(tags, "CY", "PP"),
        edition=_first(tags, "ET"),
        language=_first(tags, "LA"),
        address=_first(tags, "UR", "L2"),
    )
    extra = {
        "abstract": _first(tags, "AB", "N2"),
        "keywords": ", ".join(_all(tags, "KW")),
        "note": _first(tags, "N1"),
    }
    return Imported(record, {name: text for name, text in extra.items() if text})


def _date(tags: Tags) -> Dated | None:
    """Return the date in `2010/02/06/spring` or `2010-02-06` or `2010`."""
    said = _first(tags, "DA", "PY", "Y1")
    year = _first(tags, "PY", "Y1", "DA")
    exact = date_text("issued", re.sub(r"/+$", "", said).replace("/", "-"))
    return exact or date_text("issued", year)


def _people(tags: Tags, *names: str) -> tuple[Person, ...]:
    return tuple(_person(name) for name in _all(tags, *names))


def _person(name: str) -> Person:
    """Return `Family, Given, Suffix`; a name without a comma is a body."""
    parts = [part.strip() for part in name.split(",")]
    if len(parts) == 1:
        return Person(name=name)
    return Person(parts[0], parts[1], ", ".join(parts[2:]))


def _all(tags: Tags, *names: str) -> list[str]:
    return [one for name in names for one in tags.get(name, []) if one]


def _first(tags: Tags, *names: str) -> str:
    return next(iter(_all(tags, *names)), "")
