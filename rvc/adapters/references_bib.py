"""references.bib → the works that the register cites, and what is wrong with the file."""

from __future__ import annotations

import re
from pathlib import Path

from rvc.adapters.bib_files import decode_bib
from rvc.bib.library import Diagnostic, Entry, Library
from rvc.bib.reader import read
from rvc.model.finding import Finding, Place, Severity
from rvc.model.reference import Bibliography, Reference


def read_references(data: bytes, file: str) -> tuple[Bibliography, tuple[Finding, ...]]:
    """Return the works that BibTeX would keep, and a finding for all that it would drop.

    The encoding is found out; a byte that fits none is a finding. RvcError for broken UTF-16.
    """
    library = read(decode_bib(data, Path(file)).text)
    works = {entry.key: reference(entry, library) for entry in library.entries if not entry.loss}
    findings = tuple(_finding(found, library, file) for found in library.diagnostics)
    return Bibliography(works), findings


def reference(entry: Entry, library: Library) -> Reference:
    """Return an entry as a work: fields as readable text, people as names."""
    fields = {name: plain(value) for name, value in entry.values().items()}
    people, edited = _people(entry)
    keywords = tuple(word.strip() for word in fields.get("keywords", "").split(",") if word.strip())
    return Reference(
        entry.key,
        entry.type,
        fields.get("title", ""),
        fields.get("year", "") or fields.get("date", "")[:4],
        people,
        edited,
        fields,
        keywords,
        library.position(entry.start).line,
    )


def _people(entry: Entry) -> tuple[tuple[tuple[str, str], ...], bool]:
    for field, edited in (("author", False), ("editor", True)):
        value = entry.value(field)
        if value:
            return tuple(_name(name) for name in value.split(" and ")), edited
    return (), False


def _name(text: str) -> tuple[str, str]:
    if text.startswith("{"):
        return plain(text), ""
    family, comma, given = text.partition(",")
    if comma:
        return plain(family), plain(given)
    given, _, family = text.strip().rpartition(" ")
    return plain(family), plain(given)


def plain(value: str) -> str:
    """Return a field's value as a reader sees it; a byte that could not be read is a �."""
    bare = value.replace("{", "").replace("}", "").replace("\\&", "&")
    return " ".join(_LONE.sub("\ufffd", bare).split())


_LONE = re.compile("[\ud800-\udfff]")


def _finding(found: Diagnostic, library: Library, file: str) -> Finding:
    position = library.position(found.start)
    place = Place(file, position.line, position.column)
    return Finding(found.rule, Severity.ERROR, found.key or file, found.message, "", place)
