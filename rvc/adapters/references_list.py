"""references.bib → what a list shows of it, and no more: three times as fast as whole works.

Whatever is rare (inheritance, a fault, deep braces) goes the way of
`rvc.adapters.references_bib`, so that both ways say the same.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from rvc.adapters.bib_files import decode_bib
from rvc.adapters.references_bib import keywords_in, reference, whole, year_of
from rvc.bib.latex import decode
from rvc.bib.library import Entry, Library
from rvc.bib.names import parse_names, split_names
from rvc.bib.reader import read_matching
from rvc.bib.some_fields import entry_with, value
from rvc.model.output_refs import WorkLine, WorkList
from rvc.model.reference import SIGNERS, UNRESOLVED, label_of, names_in_text

_ENTRY = entry_with(("author", "title", "keywords", "date", "year", "crossref", "xdata"))
"""What nearly every list of works shows; what only some need is cut out of their entries."""


def read_list(data: bytes, file: str) -> WorkList:
    """Return what a list shows of these bytes; RvcError when they are broken UTF-16."""
    read = decode_bib(data, Path(file))
    text = read.text if read.sound else whole(read.text)
    library, matches = read_matching(text, _ENTRY)
    lines = tuple([_line(library, entry, matches.get(entry.start)) for entry in library.kept])
    lost = len(library.entries) - len(lines)
    broken = sum(not entry.complete for entry in library.kept)
    return WorkList(lines, lost + broken)


def _line(library: Library, entry: Entry, found: re.Match[str] | None) -> WorkLine:
    if found is None or found["crossref"] or found["xdata"]:
        work = reference(library, entry)
        return WorkLine(work.key, work.label, work.title, work.resolved)
    title = value(entry, found["title"] or "{}")
    if title.startswith("{") and title.find("}") == len(title) - 1:  # braced as a whole
        title = title[1:-1]
    title = decode(title)
    author, keywords = found["author"], found["keywords"]
    names = _names(value(entry, author)) if author else ""
    names = names or _names(entry.value("editor") or "")
    signed = (decode(entry.value(name) or "") for name in SIGNERS) if not names else ()
    label = label_of(names, signed, title, entry.key, _year(entry, found))
    resolved = not keywords or _resolved(value(entry, keywords))
    return WorkLine(entry.key, label, title, resolved)


def _resolved(keywords: str) -> bool:
    return UNRESOLVED not in keywords or UNRESOLVED not in keywords_in(decode(keywords))


def _year(entry: Entry, found: re.Match[str]) -> str:
    date, year = found["date"], found["year"]
    values = {"year": value(entry, year)} if year else {}
    said = values.get("year", "")
    if not date and (not said or said.isdigit()):
        return said
    from rvc.bib.dates import date_of  # seldom needed

    if date:
        values["date"] = value(entry, date)
    return year_of(date_of(values), {name: decode(said) for name, said in values.items()})


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


_BRACED = r"\{[^{}]*+(?:\{[^{}]*+\}[^{}]*+)*+\}"
_INVERTED = re.compile(rf"([^{{}},=]*+(?:{_BRACED}[^{{}},=]*+)*+), [\w.-][\w. -]*+")
"""`von Family, Given`: the family name does not depend on a given name that is plain."""


def _family(name: str) -> str:
    inverted = _INVERTED.fullmatch(name)
    return _last(f"{inverted[1]}, X" if inverted else name)


@lru_cache(maxsize=20_000)
def _last(name: str) -> str:
    people = parse_names(name).people
    return people[0].last() if people else ""
