"""references.bib → what a list shows of it, and no more: three times as fast as whole works.

Whatever is rare (inheritance, LaTeX in names) goes the way of `rvc.adapters.references_bib`, so
that both ways say the same.
"""

from __future__ import annotations

import re
from pathlib import Path

from rvc.adapters.bib_files import decode_bib
from rvc.adapters.references_bib import keywords_in, readable, reference, year_of
from rvc.bib.latex import decode
from rvc.bib.library import Entry, Library
from rvc.bib.names import parse_names, split_names
from rvc.bib.reader import read
from rvc.bib.some_fields import SomeFields
from rvc.model.output_refs import WorkLine, WorkList
from rvc.model.reference import SIGNERS, UNRESOLVED, label_of, names_in_text

_SHOWN = SomeFields(
    ("author", "editor", "title", "keywords", "crossref", "xdata", "date", "year", *SIGNERS)
)


def read_list(data: bytes, file: str) -> WorkList:
    """Return what a list shows of these bytes; RvcError when they are broken UTF-16."""
    library = readable(read(decode_bib(data, Path(file)).text))
    lines = tuple([_line(library, entry) for entry in library.kept])
    lost = len(library.entries) - len(lines)
    broken = sum(not entry.complete for entry in library.kept)
    return WorkList(lines, lost + broken)


def _line(library: Library, entry: Entry) -> WorkLine:
    values = _SHOWN.values(entry)
    if "crossref" in values or "xdata" in values:
        work = reference(library, entry)
        return WorkLine(work.key, work.label, work.title, work.resolved)
    title = values.get("title", "")
    if title.startswith("{") and title.find("}") == len(title) - 1:  # braced as a whole
        title = title[1:-1]
    title = decode(title)
    signed = (decode(values[name]) for name in SIGNERS if name in values)
    names = _names(values.get("author", "")) or _names(values.get("editor", ""))
    label = label_of(names, signed, title, entry.key, _year(values))
    keywords = values.get("keywords", "")
    resolved = UNRESOLVED not in keywords or UNRESOLVED not in keywords_in(decode(keywords))
    return WorkLine(entry.key, label, title, resolved)


def _year(values: dict[str, str]) -> str:
    year = values.get("year", "")
    if "date" not in values and (not year or year.isdigit()):
        return year
    from rvc.bib.dates import date_of  # seldom needed

    dates: dict[str, str] = {n: values[n] for n in ("date", "year") if n in values}
    return year_of(date_of(dates), {n: decode(value) for n, value in dates.items()})


def _names(value: str) -> str:
    """Return the names as a citation prints them, taking apart no more of them than it prints."""
    if not value:
        return ""
    written = _split(value)
    others = written[-1] == "others"
    if "" in written or "others" in written[:-1]:  # faulty: take it as the whole work does
        names = parse_names(value)
        return names_in_text([person.last() for person in names.people], others=names.others)
    people = written[:-1] if others else written
    printed = people if len(people) < 3 and not others else people[:1]
    family = [_family(name) for name in printed]
    return names_in_text(family, others=others or len(people) > 2)


def _split(value: str) -> list[str]:
    """Part a list of names as `split_names` does; at plain ` and `s, where that is all there is."""
    low = value.lower()
    parts = value.split(" and ")
    plain = low.count("and ") == len(parts) - 1 and not low.endswith(" and")
    if plain and "{" in value:  # no ` and ` inside braces
        plain = all(part.count("{") == part.count("}") for part in parts)
    return parts if plain else split_names(value)


_PLAIN_NAME = re.compile(r"([\w.]+(?:[ -][\w.]+)*), [\w. -]+")
"""A name without LaTeX: what stands before the comma is the family name with its `von`."""


def _family(name: str) -> str:
    plain = _PLAIN_NAME.fullmatch(name)
    if plain:
        return plain[1]
    people = parse_names(name).people
    return people[0].last() if people else ""
