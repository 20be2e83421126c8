"""references.bib → all that can be computed of its entries, as `--json` prints it."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path

from rvc.adapters.bib_files import decode_bib
from rvc.adapters.references_bib import keywords_in, readable, signers, whole, year_of
from rvc.bib.dates import BibDate
from rvc.bib.library import Entry, Library
from rvc.bib.names import Names
from rvc.bib.reader import read
from rvc.bib.resolve import ResolvedEntry, resolve
from rvc.model.output_refs import DateShown, FieldShown, Loss, NameList, PersonParts, WorkEntry
from rvc.model.reference import SIGNERS, UNRESOLVED, label_of, names_in_text


def read_entries(
    data: bytes, file: str, only: Container[str] | None = None
) -> tuple[dict[str, WorkEntry], tuple[Loss, ...]]:
    """Return the works that BibTeX keeps (those in `only`) by key, and what it drops of the file.

    RvcError when the bytes are broken UTF-16.
    """
    library = read(decode_bib(data, Path(file)).text)
    shown = readable(library)
    kept = [entry for entry in shown.kept if only is None or entry.key in only]
    return {entry.key: work_entry(shown, entry) for entry in kept}, losses(library)


def losses(library: Library) -> tuple[Loss, ...]:
    """Return all that BibTeX drops or that looks lost, in the order of the file."""
    return tuple(
        Loss(found.rule, whole(found.message), *library.position(found.start), whole(found.key))
        for found in library.diagnostics
    )


def work_entry(library: Library, entry: Entry) -> WorkEntry:
    """Return one entry of a library that is `readable`."""
    resolved = resolve(library, entry)
    keywords = keywords_in(resolved.shown("keywords"))
    return WorkEntry(
        entry.key,
        entry.type,
        _label(resolved),
        resolved.place.line,
        resolved.place.column,
        UNRESOLVED not in keywords,
        {
            name: FieldShown(f.raw, f.value, f.shown, f.inherited_from, f.undefined)
            for name, f in resolved.fields.items()
        },
        {name: _names(found) for name, found in resolved.names.items()},
        _date(resolved.date),
        keywords,
    )


def _label(entry: ResolvedEntry) -> str:
    signed, _ = signers(entry.names)
    names = names_in_text([person.last() for person in signed.people], others=signed.others)
    fields = {name: field.shown for name, field in entry.fields.items()}
    who = (fields.get(name, "") for name in SIGNERS)
    return label_of(names, who, fields.get("title", ""), entry.key, year_of(entry.date, fields))


def _names(found: Names) -> NameList:
    people = tuple(
        PersonParts(one.family, one.given, one.prefix, one.suffix, one.literal)
        for one in found.people
    )
    return NameList(people, found.others, found.problems)


def _date(date: BibDate | None) -> DateShown | None:
    if date is None:
        return None
    start, end = (str(point) if point else None for point in (date.start, date.end))
    return DateShown(date.text, start, end, date.uncertain, date.approximate)
