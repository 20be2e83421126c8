"""Entries written for BibTeX or for biblatex, whichever they were written for before.

Names of types and fields after the biblatex manual, sections 2.1.2 and 2.2.5 (aliases).
"""

from __future__ import annotations

import re
from typing import Literal

from rvc.bib.dates import BibDate, month_number
from rvc.bib.identifier_forms import bare_doi
from rvc.bib.latex import decode_verbatim
from rvc.bib.layout import Layout, write_entry
from rvc.bib.library import Entry, Library
from rvc.bib.macros import MONTHS
from rvc.bib.resolve import ResolvedField, resolve
from rvc.bib.type_words import TYPE_WORDS

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
_TYPE_OF = {"techreport": "techreport", "phdthesis": "phdthesis", "mastersthesis": "mathesis"}
"""Types of BibTeX, and the key of the field `type` that says the same."""
_REMARK = re.compile(r"[ \t]*%+[ \t]*rvc:[ \t]*(?:ignore|doubt)[ \t]")


def written(library: Library, entry: Entry, dialect: Dialect, layout: Layout) -> str:
    """Return the entry in a dialect; LaTeX stays as it is, macros are written out but months.

    What it inherits is written into it, so that it stands without its parents, and comments to rvc
    above it come along. Fields that the dialect has no name for are kept under their own.
    """
    found = resolve(library, entry)
    values = {name: f"{{{_held(name, field)}}}" for name, field in found.fields.items()}
    for link in ("crossref", "xdata"):
        if link in values and all(library.get(key.strip()) for key in _value(values, link)):
            del values[link]
    if dialect == "biblatex":
        kind, genre = _BIBLATEX_TYPES.get(entry.type, (entry.type, ""))
        if genre:
            values.setdefault("type", f"{{{genre}}}")
        _date_from_year(values)
        names = _TO_BIBLATEX
    else:
        kind = _bibtex_type(entry.type, found.shown("type"))
        _year_from_date(values, found.date)
        names = _TO_BIBTEX
        _type_in_words(values, kind, found.shown("type"))
        if kind in {"phdthesis", "mastersthesis"} and "institution" in values:
            values["school"] = values.pop("institution")
    renamed: dict[str, str] = {}
    for name, value in values.items():
        renamed.setdefault(names.get(name, name), value)
    text = write_entry(kind, entry.key, list(renamed.items()), layout)
    return layout.newline.join([*remarks_above(library, entry), text])


def _held(name: str, field: ResolvedField) -> str:
    """Return the value; a DOI without an address before it, which programs put there themselves."""
    bare = bare_doi(field.value) if name == "doi" else ""
    return bare if bare and bare != decode_verbatim(field.value) else field.value


def remarks_above(library: Library, entry: Entry) -> list[str]:
    """Return the comments to rvc (`% rvc: doubt …`) in the lines directly above an entry."""
    before = max((other.end for other in library.entries if other.end <= entry.start), default=0)
    found: list[str] = []
    for line in reversed(library.text[before : entry.start].splitlines()):
        if line.strip() and not line.lstrip().startswith("%"):
            break
        if _REMARK.match(line):
            found.insert(0, line)
    return found


def _value(values: dict[str, str], name: str) -> list[str]:
    said = values[name][1:-1]
    return said.split(",") if name == "xdata" else [said]


def _bibtex_type(kind: str, genre: str) -> str:
    if kind == "thesis":
        return "mastersthesis" if genre.lower().startswith("ma") else "phdthesis"
    return _BIBTEX_TYPES.get(kind, kind)


def _type_in_words(values: dict[str, str], kind: str, said: str) -> None:
    """Write a `type` out, which BibTeX prints as it is; leave out what the type says anyway."""
    key = said.strip().lower()
    if key in TYPE_WORDS and _TYPE_OF.get(kind) == key:
        del values["type"]
    elif key in TYPE_WORDS:
        values["type"] = f"{{{TYPE_WORDS[key]}}}"


def _date_from_year(values: dict[str, str]) -> None:
    year = values.get("year", "").strip("{}")
    month = values.get("month", "").strip("{}")
    if "date" in values or not re.fullmatch(r"\d{4}", year):
        return
    if not month:
        values["date"] = values.pop("year")
    elif (month.isalpha() or month.isdigit()) and month_number(month):
        del values["year"], values["month"]
        values["date"] = f"{{{year}-{month_number(month):02}}}"


def _year_from_date(values: dict[str, str], date: BibDate | None) -> None:
    """Set `year`, which BibTeX knows alone, and months as its macros; `date` goes when all is said.

    Of an interval the year is the first; the `date` stays, for those who read it.
    """
    month = values.get("month", "").strip("{}.")
    if (month.isalpha() or month.isdigit()) and month_number(month):
        values["month"] = list(MONTHS)[month_number(month) - 1]
    if "date" not in values:
        return
    point = (date.start or date.end) if date else None
    if date is None or point is None:
        values.setdefault("year", values.pop("date"))
        return
    values["year"] = f"{{{point.year if point.year > 0 else f'{1 - point.year} BCE'}}}"
    if 1 <= point.month <= 12:
        values["month"] = list(MONTHS)[point.month - 1]
    if point.day:
        values["day"] = f"{{{point.day}}}"
    if date.start == date.end and not (date.uncertain or date.approximate or point.month > 12):
        del values["date"]
