"""Which fields an entry needs, by its type.

BibTeX: O. Patashnik, "BibTeXing" (btxdoc), 1988, section 3.1. biblatex: P. Kime, M. Wemheuer and
P. Lehman, "The biblatex Package", section 2.1.1. In a row, `a|b` is one of the two, and `?a` is
what the manual lists but what a work of that type often does not have.
"""

from __future__ import annotations

from collections.abc import Mapping

Row = tuple[str, ...]

BIBTEX: dict[str, Row] = {
    "article": ("author", "title", "journal", "year"),
    "book": ("author|editor", "title", "publisher", "year"),
    "booklet": ("title",),
    "conference": ("author", "title", "booktitle", "year"),
    "inbook": ("author|editor", "title", "chapter|pages", "publisher", "year"),
    "incollection": ("author", "title", "booktitle", "publisher", "year"),
    "inproceedings": ("author", "title", "booktitle", "year"),
    "manual": ("title",),
    "mastersthesis": ("author", "title", "school", "year"),
    "misc": (),
    "phdthesis": ("author", "title", "school", "year"),
    "proceedings": ("title", "year"),
    "techreport": ("author", "title", "institution", "year"),
    "unpublished": ("author", "title", "note"),
}

_BOOK: Row = ("author", "title", "date")
_PART: Row = ("author", "title", "booktitle", "date")
_EDITED: Row = ("editor", "title", "date")
_LOOSE: Row = ("author|editor", "title", "date")

BIBLATEX: dict[str, Row] = {
    "article": ("author", "title", "journaltitle", "date"),
    "suppperiodical": ("author", "title", "journaltitle", "date"),
    "book": ("author|editor", "title", "date"),
    "mvbook": _BOOK,
    "inbook": _PART,
    "bookinbook": _PART,
    "suppbook": _PART,
    "booklet": _LOOSE,
    "collection": _EDITED,
    "mvcollection": _EDITED,
    "incollection": _PART,
    "suppcollection": _PART,
    "dataset": _LOOSE,
    "manual": _LOOSE,
    "misc": ("?author|editor|organization", "title", "?date"),
    "online": (
        "?author|editor|organization",
        "title",
        "?date",
        "url|doi|eprint|howpublished",
    ),
    "patent": ("author", "title", "number", "date"),
    "periodical": _EDITED,
    "proceedings": ("title", "date"),
    "mvproceedings": ("title", "date"),
    "inproceedings": _PART,
    "reference": _EDITED,
    "mvreference": _EDITED,
    "inreference": _PART,
    "report": ("author", "title", "type", "institution", "date"),
    "software": _LOOSE,
    "thesis": ("author", "title", "type", "institution", "date"),
    "unpublished": ("author", "title", "date"),
}

_FREE = """artwork audio bibnote commentary image jurisdiction legislation legal letter movie music
    performance review standard video set xdata customa customb customc customd custome customf
    electronic www conference mastersthesis phdthesis techreport control"""
FREE = frozenset(_FREE.split())
"""Types that biblatex knows and that need nothing of their own, or are other names of types."""

SAME_TYPE = {
    "electronic": "online",
    "www": "online",
    "conference": "inproceedings",
    "mastersthesis": "thesis",
    "phdthesis": "thesis",
    "techreport": "report",
}
"""Other names of biblatex types (section 2.1.2); the three last have a `type` of their own."""

_SAME_FIELDS = (
    ("journal", "journaltitle"),
    ("year", "date"),
    ("school", "institution"),
)
"""Fields of BibTeX and the biblatex names for the same (section 2.2.5)."""

SAME_FIELD = {name: pair for pair in _SAME_FIELDS for name in pair}


def has(values: Mapping[str, str], row: str, *, strict: bool = False) -> bool:
    """Whether one of the fields `a|b` is there and not empty; `strict` takes no other name."""
    names = row.split("|")
    if not strict:
        names = [same for name in names for same in SAME_FIELD.get(name, (name,))]
    return any(values.get(name) for name in names)


def needed(type_: str, dialect: str) -> Row | None:
    """What an entry of this type needs; None when nobody knows the type.

    `dialect` is bibtex, biblatex or auto (what BibTeX knows as BibTeX does).
    """
    if dialect != "biblatex" and type_ in BIBTEX:
        return BIBTEX[type_]
    if dialect == "bibtex":
        return None
    row = BIBLATEX.get(SAME_TYPE.get(type_, type_))
    if row is not None:
        return tuple(n for n in row if n != "type") if type_ in SAME_TYPE else row
    return () if type_ in FREE else None


def known_types(dialect: str) -> frozenset[str]:
    """Every type that the dialect knows."""
    known = set(BIBTEX)
    if dialect != "bibtex":
        known |= {*BIBLATEX, *FREE}
    return frozenset(known)
