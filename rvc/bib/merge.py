"""Making several entries of one file into one; every other byte stays as it was."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rvc.bib.guard import others
from rvc.bib.layout import newline_of
from rvc.bib.library import Entry, Library
from rvc.bib.macros import MONTHS, parts
from rvc.bib.patch import Edit, add_raw, apply, set_raw
from rvc.bib.reader import read
from rvc.errors import RvcError

LINKS = ("crossref", "xref", "xdata", "related", "entryset")
"""Fields that name other entries by their keys."""


class Merge(NamedTuple):
    """Entries that become one: `kept` gets the fields (name → value as written), the others go."""

    kept: Entry
    gone: tuple[Entry, ...]
    fields: Mapping[str, str]


def written(entry: Entry, name: str) -> str:
    """Return a field as it can be written in any other entry of the file: without macros."""
    field = entry.field(name)
    if field is None:
        return ""
    if field.raw.lower() in MONTHS or (len(parts(field.raw)) == 1 and field.raw[0] in '{"'):
        return field.raw
    return "{" + entry.resolve(field).text + "}"


def merged(library: Library, merges: Sequence[Merge]) -> str:
    """Return the text with all merges made; links between entries follow the keys.

    RvcError when an entry cannot be changed, or if anything else would read differently.
    """
    keys = {
        entry.key.lower(): merge.kept.key
        for merge in merges
        for entry in merge.gone
        if entry.key.lower() != merge.kept.key.lower()
    }
    gone = {entry.start for merge in merges for entry in merge.gone}
    filled = {merge.kept.start: merge for merge in merges}
    edits: list[Edit] = []
    wanted: list[str] = []
    removed = 0
    """Where the last removal ends: the next one begins there at the earliest."""
    for entry in library.entries:
        if entry.start in gone:
            edits.append(_removal(library, entry, removed))
            removed = edits[-1].end
            continue
        text = _relinked(entry, keys)
        if entry.start in filled:
            text = _filled(text, filled[entry.start])
        if text != entry.text:
            edits.append(Edit(entry.start, entry.end, text))
        wanted.append(text)
    new = apply(library.text, edits)
    after = read(new)
    if [one.text for one in after.entries] != wanted or others(after) != others(library):
        raise RvcError(
            "this merge would alter more than was asked; nothing was changed",
            hint="look for broken entries with rvc refs check",
        )
    return new


def _removal(library: Library, entry: Entry, after: int) -> Edit:
    """An entry goes with the blank lines before it; comments stay."""
    text = library.text
    start = max(_end_before(text, entry.start), after)
    rest = text[entry.end :]
    if start == 0:
        return Edit(entry.start, len(text) - len(rest.lstrip(" \t\r\n")), "")
    return Edit(start, entry.end, "" if rest[:1] in ("\r", "\n", "") else newline_of(text))


def _end_before(text: str, at: int) -> int:
    """Where the text before an offset ends, without the white space there."""
    while at > 0 and text[at - 1] in " \t\r\n":
        at -= 1
    return at


def _filled(text: str, merge: Merge) -> str:
    """The text of an entry with more fields, in its own layout."""
    for name, raw in merge.fields.items():
        library = read(text + "\n")
        (entry,) = library.entries
        field = entry.field(name)
        if field is None:
            text = add_raw(library, entry, name, raw)[:-1]
        elif field.raw != raw:
            text = set_raw(library, entry, field, raw)[:-1]
    return text


def _relinked(entry: Entry, keys: Mapping[str, str]) -> str:
    text = entry.text
    if not keys or not entry.complete:
        return text
    edits = []
    for field in entry.fields:
        if field.lower in LINKS and field.raw[0] in '{"':
            pieces = re.split(r"([\s,]+)", field.raw[1:-1])
            new = "".join(keys.get(piece.lower(), piece) for piece in pieces)
            if new != field.raw[1:-1]:
                start = field.value_start + 1 - entry.start
                edits.append(Edit(start, start + len(field.raw) - 2, new))
    return apply(text, edits)
