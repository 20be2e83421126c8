"""references.bib → the works that the register cites, and what is wrong with the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from rvc.adapters.bib_files import decode_bib
from rvc.bib.library import Diagnostic, Entry, Library
from rvc.bib.names import Name, Names
from rvc.bib.reader import read
from rvc.model.finding import Finding, Place, Severity
from rvc.model.reference import Bibliography, Reference

if TYPE_CHECKING:
    from rvc.bib.dates import BibDate

_DOUBTFUL = frozenset({"text-between", "entry-in-comment", "link-missing", "link-circle"})
"""Diagnostics of what may be meant as it is; all others are certain losses."""

_HALVES = re.compile("[\ud800-\udfff]")
"""Bytes that fit no encoding, as `rvc.adapters.bib_files` keeps them in the text."""


def read_references(data: bytes, file: str) -> tuple[Bibliography, tuple[Finding, ...]]:
    """Return the works that BibTeX would keep, and a finding for all that it would drop.

    RvcError when the bytes are broken UTF-16.
    """
    text = decode_bib(data, Path(file)).text
    library = read(text)
    shown = readable(library)
    works = {entry.key: reference(shown, entry) for entry in shown.kept}
    findings = tuple(_finding(found, library, file) for found in library.diagnostics)
    return Bibliography(works), findings


def works_of(library: Library) -> Iterator[Reference]:
    """Yield the works that BibTeX would keep, in their order."""
    shown = readable(library)
    for entry in shown.kept:
        yield reference(shown, entry)


def readable(library: Library) -> Library:
    """Return the library without bytes that fit no encoding, every place being what it was."""
    text = whole(library.text)
    return library if text is library.text else read(text)


def whole(text: str) -> str:
    """Return `text` with a � for every byte that fits no encoding."""
    try:
        text.encode()  # ten times as fast as looking for them
    except UnicodeEncodeError:
        return _HALVES.sub("\ufffd", text)
    return text


def reference(library: Library, entry: Entry) -> Reference:
    """Return an entry as a work: fields as readable text, what is inherited too, people as names.

    The library must be `readable`.
    """
    from rvc.bib.resolve import resolve  # a list of works seldom needs it

    resolved = resolve(library, entry)
    fields = {name: field.shown for name, field in resolved.fields.items()}
    signed, edited = signers(resolved.names)
    return Reference(
        entry.key,
        entry.type,
        fields.get("title", ""),
        year_of(resolved.date, fields),
        tuple((person.last(), given(person)) for person in signed.people),
        edited,
        fields,
        keywords_in(fields.get("keywords", "")),
        resolved.place.line,
        signed.others,
    )


def signers(names: Mapping[str, Names]) -> tuple[Names, bool]:
    """Return the authors or, where there are none, the editors, and whether it is those."""
    for field, edited in (("author", False), ("editor", True)):
        if field in names and names[field].people:
            return names[field], edited
    return Names(), False


def given(person: Name) -> str:
    """Return what a reference list prints behind the family name: `Ruth, Jr.`."""
    return ", ".join(part for part in (person.given, person.suffix) if part)


def year_of(date: BibDate | None, fields: Mapping[str, str]) -> str:
    """Return the year to print: of the date, else what the entry says instead (`in press`)."""
    said = fields.get("year", "")
    if date is None or date.year is None or (said and "date" not in fields):
        return said
    return str(date.year)


def keywords_in(text: str) -> tuple[str, ...]:
    """Return the keywords in a field, which are parted by commas or semicolons."""
    return tuple(word for part in re.split("[,;]", text) if (word := part.strip()))


def _finding(found: Diagnostic, library: Library, file: str) -> Finding:
    position = library.position(found.start)
    place = Place(file, position.line, position.column)
    severity = Severity.WARNING if found.rule in _DOUBTFUL else Severity.ERROR
    return Finding(found.rule, severity, whole(found.key) or file, whole(found.message), "", place)
