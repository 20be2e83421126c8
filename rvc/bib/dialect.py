"""Entries written for BibTeX or for biblatex, whichever they were written for before.

Names of types and fields after the biblatex manual, sections 2.1.2 and 2.2.5 (aliases).
"""

from __future__ import annotations

import re
from typing import Literal

from rvc.bib.layout import Layout, write_entry
from rvc.bib.library import Entry, Library
from rvc.bib.resolve import resolve

Dialect = Literal["bibtex", "biblatex"]

_TO_BIBLATEX = {
    "journal": "journaltitle",
    "address": "location",
    "school": "institution",
    "annote": "annotation",
    "key": "sortkey",
}
_TO_BIBTEX = {
    "journaltitle": "journal",
    "location": "address",
    "annotation": "annote",
    "sortkey": "key",
    "maintitle": "booktitle",
}
_BIBLATEX_TYPES = {
    "techreport": ("report", "techreport"),
    "phdthesis": ("thesis", "phdthesis"),
    "mastersthesis": ("thesis", "mathesis"),
    "conference": ("inproceedings", ""),
    "electronic": ("online", ""),
    "www": ("online", ""),
}
_BIBTEX_TYPES = {
    "online": "misc",
    "report": "techreport",
    "mvbook": "book",
    "collection": "book",
    "mvcollection": "book",
    "mvproceedings": "proceedings",
    "bookinbook": "inbook",
    "suppbook": "inbook",
    "legislation": "misc",
    "jurisdiction": "misc",
    "legal": "misc",
    "dataset": "misc",
    "software": "misc",
    "patent": "misc",
    "periodical": "misc",
    "inreference": "incollection",
    "reference": "book",
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def written(library: Library, entry: Entry, dialect: Dialect, layout: Layout) -> str:
    """Return the entry in a dialect; LaTeX stays as it is, macros are written out.

    Fields that the dialect has no name for are kept under their own.
    """
    found = resolve(library, entry, dialect)
    values = {name: f"{{{field.value}}}" for name, field in found.fields.items()}
    kind = entry.type
    if dialect == "biblatex":
        kind, genre = _BIBLATEX_TYPES.get(kind, (kind, ""))
        if genre:
            values.setdefault("type", f"{{{genre}}}")
        _date_from_year(values)
        names = _TO_BIBLATEX
    else:
        kind = _bibtex_type(kind, found.shown("type"))
        _year_from_date(values)
        names = _TO_BIBTEX
        if kind in {"phdthesis", "mastersthesis"} and "institution" in values:
            values["school"] = values.pop("institution")
    renamed: dict[str, str] = {}
    for name, value in values.items():
        renamed.setdefault(names.get(name, name), value)
    return write_entry(kind, entry.key, list(renamed.items()), layout)


def _bibtex_type(kind: str, genre: str) -> str:
    if kind == "thesis":
        return "mastersthesis" if genre.lower().startswith("ma") else "phdthesis"
    return _BIBTEX_TYPES.get(kind, kind)


def _date_from_year(values: dict[str, str]) -> None:
    year = values.get("year", "").strip("{}")
    month = values.get("month", "").strip("{}").lower()[:3]
    if "date" in values or not re.fullmatch(r"\d{4}", year):
        return
    if not month:
        values["date"] = values.pop("year")
    elif month in _MONTHS:
        del values["year"], values["month"]
        values["date"] = f"{{{year}-{_MONTHS.index(month) + 1:02}}}"


def _year_from_date(values: dict[str, str]) -> None:
    match = re.fullmatch(r"\{(\d{4})(?:-(\d\d))?(?:-\d\d)?\}", values.get("date", ""))
    if match is None:
        return
    values.setdefault("year", f"{{{match[1]}}}")
    if match[2] and 1 <= int(match[2]) <= 12:
        values.setdefault("month", _MONTHS[int(match[2]) - 1])
    del values["date"]
