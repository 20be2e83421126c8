"""Changing and removing entries of a .bib file; no other line of it changes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from rvc.adapters.atomic import locked
from rvc.adapters.bib_files import read_bib, write_bib
from rvc.adapters.laws_yaml import decode, read_register
from rvc.adapters.register_folder import shown
from rvc.adapters.yaml_text import locate
from rvc.analysis.citations import citings
from rvc.bib.library import Entry, Library
from rvc.bib.patch import remove_entry, remove_field, set_field
from rvc.bib.reader import read
from rvc.errors import RvcError
from rvc.model.nearest import did_you_mean

_LINKS = ("crossref", "xref", "xdata", "related", "entryset")
_SHOWN = 20


class Edited(Struct, frozen=True):
    """The text of a file before and after."""

    old_text: str
    new_text: str


def edit_work(path: Path, key: str, values: Mapping[str, str], *, dry_run: bool = False) -> Edited:
    """Give fields of the entry new values as BibTeX reads them; an empty one removes the field.

    Raises RvcError when there is no such entry or more than one, it is broken, a value would change
    more than its field (an unmatched brace), or the file cannot be written.
    """
    with locked(path):
        file = read_bib(path)
        library = file.library()
        entry_named(library, key, path)
        for name, value in values.items():
            entry = entry_named(library, key, path)
            if value:
                text = set_field(library, entry, name, value)
            else:
                text = remove_field(library, entry, name)
            library = read(text)
        if not dry_run and library.text != file.text:
            write_bib(file, library.text)
    return Edited(file.text, library.text)


def remove_work(
    path: Path, key: str, *, laws: Path | None = None, force: bool = False, dry_run: bool = False
) -> Edited:
    """Remove an entry with the blank lines before it.

    Raises RvcError when laws.yaml or other entries rest on it, with the places (unless `force`),
    when there is no such entry or more than one, or when the file cannot be written.
    """
    with locked(path):
        file = read_bib(path)
        library = file.library()
        entry = entry_named(library, key, path)
        if not force:
            _refuse_needed(library, entry, path, laws)
        text = remove_entry(library, entry)
        if not dry_run:
            write_bib(file, text)
    return Edited(file.text, text)


def entry_named(library: Library, key: str, path: Path) -> Entry:
    """Return the only entry with this key, case and all.

    RvcError with the nearest key when there is none, with the lines when there are several:
    nobody can say which of them is meant, and BibTeX keeps only the first.
    """
    same = [one for one in library.entries if one.key.lower() == key.lower()]
    if all(one.key != key for one in same):
        known = [one.key for one in library.entries]
        raise RvcError(
            f"there is no entry '{key}'", where=shown(path), hint=did_you_mean(key, known)
        )
    if len(same) > 1:
        lines = [str(one.position.line) for one in same]
        listed = f"{', '.join(lines[:-1])} and {lines[-1]}"
        hint = "remove one of them, or give it another key, in an editor; refs dupes compares them"
        raise RvcError(f"the key '{key}' is used in lines {listed}", where=shown(path), hint=hint)
    return same[0]


def _refuse_needed(library: Library, entry: Entry, path: Path, laws: Path | None) -> None:
    places = [*_linked(library, entry, path), *(_citing(laws, entry.key) if laws else [])]
    if places:
        more = [f"and {len(places) - _SHOWN} more"] if len(places) > _SHOWN else []
        listed = "\n  ".join([*places[:_SHOWN], *more])
        raise RvcError(
            f"'{entry.key}' is needed, so it stays:\n  {listed}",
            hint="--force removes it nevertheless",
        )


def _linked(library: Library, entry: Entry, path: Path) -> list[str]:
    """Say which other entries name this one in a cross-reference."""
    found = []
    for other in library.entries:
        for name in _LINKS:
            keys = [one.strip().lower() for one in (other.value(name) or "").split(",")]
            if entry.key.lower() in keys and other is not entry:
                found.append(f"{shown(path)}:{other.position.line}: {name} of '{other.key}'")
    return found


def _citing(laws: Path, key: str) -> list[str]:
    """Say where laws.yaml cites the key; RvcError when it cannot be read."""
    if not laws.exists():
        return []
    text, findings = decode(laws.read_bytes(), str(laws))
    register = None if findings else read_register(text, str(laws)).register
    if register is None:
        hint = "rvc check lists its errors; --force removes the entry nevertheless"
        raise RvcError("nobody can say what rests on the work", where=str(laws), hint=hint)
    cited = [found for found in citings(register) if found.cite.key == key]
    places = locate(text, [found.path for found in cited], shown(laws)) if cited else {}
    return [f"{places[found.path]}: {found.what} {found.subject}" for found in cited]
