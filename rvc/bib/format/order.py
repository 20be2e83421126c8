"""Rules of order: of the fields in an entry, of the entries in a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from rvc.bib.dates import month_number
from rvc.bib.format.rule import Change, Options, sound
from rvc.bib.library import Between, Entry, Library
from rvc.bib.patch import Edit
from rvc.bib.search_text import fold


def field_order(library: Library, options: Options) -> Iterator[Change]:
    """Fields in the given order; those that it does not name stay in theirs, behind."""
    rank = {name.lower(): number for number, name in enumerate(options.field_order)}
    text = library.text
    for entry in sound(library):
        fields = entry.fields
        wanted = sorted(fields, key=lambda field: rank.get(field.lower, len(rank)))
        edits = tuple(
            Edit(slot.start, slot.end, text[field.start : field.end])
            for slot, field in zip(fields, wanted, strict=True)
            if slot.start != field.start
        )
        if edits:
            yield Change(edits, entry.key)


class _Unit(NamedTuple):
    """An entry with the comment lines right above it and the comment behind it on its line."""

    start: int
    end: int
    entry: Entry


_BEHIND = re.compile(r"[ \t]*%[^\r\n]*")


def sort(library: Library, options: Options) -> Iterator[Change]:
    """Entries in order, each with its comments.

    What stands alone between entries (a heading, a @string, a @comment) is never crossed. Entries
    that others name as their crossref come last, as BibTeX wants it.
    """
    parents = {(e.value("crossref") or "").lower() for e in library.entries}
    text = library.text
    for section in _sections(library):
        wanted = list(section)
        for word in reversed(options.sort):
            _sort(wanted, word)
        wanted.sort(key=lambda unit: unit.entry.key.lower() in parents)
        _first_stay_first(wanted)
        edits = tuple(
            Edit(slot.start, slot.end, text[unit.start : unit.end])
            for slot, unit in zip(section, wanted, strict=True)
            if slot.start != unit.start
        )
        if edits:
            yield Change(edits)


def _sections(library: Library) -> Iterator[list[_Unit]]:
    text = library.text
    section: list[_Unit] = []
    free = 0
    """Where the text begins that belongs to no unit yet."""
    for number, block in enumerate(library.blocks):
        if type(block) is Between:
            continue
        if type(block) is not Entry or not block.complete or block.loss == "swallowed":
            yield section
            section, free = [], block.end
            continue
        start = _above(text, free, block.start)
        if text[free:start].strip():
            yield section
            section = []
        if text[free : block.start].rpartition("\n")[2].rpartition("\r")[2].strip(" \t"):
            free = block.end  # an entry behind text or a % on its line: it stays where it is
            continue
        free = _behind(library, number, block)
        section.append(_Unit(start, free, block))
    yield section


def _behind(library: Library, number: int, entry: Entry) -> int:
    """Where the comment ends that stands behind an entry on its line; its own end without one."""
    blocks = library.blocks
    if number + 1 < len(blocks) and type(blocks[number + 1]) is not Between:
        return entry.end
    stop = blocks[number + 1].end if number + 1 < len(blocks) else entry.end
    found = _BEHIND.match(library.text, entry.end, stop)
    if found and (found.end() < stop or stop == len(library.text)):
        return found.end()
    return entry.end


def _above(text: str, free: int, start: int) -> int:
    """Where the comment lines begin that stand right above an entry; `start` without any."""
    lines = text[free:start].splitlines(keepends=True)
    at = start
    if lines and not lines[-1].endswith(("\n", "\r")):
        if lines[-1].strip(" \t"):
            return start
        at -= len(lines.pop())  # the blanks before the @
    first = 0 if free == 0 or text[free - 1] in "\r\n" else 1
    here = at
    while len(lines) > first and lines[-1].lstrip(" \t").startswith("%"):
        at -= len(lines.pop())
    return at if at < here else start


def _sort(units: list[_Unit], word: str) -> None:
    """Sort by one word, keeping the order of equals; what lacks it comes last."""
    name = word.lstrip("-").lower()
    known = [unit for unit in units if _by(unit.entry, name) is not None]
    rest = [unit for unit in units if _by(unit.entry, name) is None]
    known.sort(key=lambda unit: _by(unit.entry, name) or (0, ""), reverse=word.startswith("-"))
    units[:] = [*known, *rest]


def _first_stay_first(units: list[_Unit]) -> None:
    """Keep entries of one key in the order of the file: BibTeX reads the first of them."""
    places: dict[str, list[int]] = {}
    for place, unit in enumerate(units):
        places.setdefault(unit.entry.key.lower(), []).append(place)
    for same in places.values():
        if len(same) > 1:
            ordered = sorted((units[place] for place in same), key=lambda unit: unit.start)
            for place, unit in zip(same, ordered, strict=True):
                units[place] = unit


def _by(entry: Entry, name: str) -> tuple[int, str] | None:
    """What an entry is sorted by: numbers as numbers, months by their place in the year."""
    if name == "key":
        return (0, entry.key.lower())
    if name == "type":
        return (0, entry.type)
    value = entry.value(name)
    if not value:
        return None
    if name == "month":
        return (month_number(value), "")
    bare = value.strip("{} ")
    if bare.isascii() and bare.isdigit() and len(bare) < 18:
        return (int(bare), "")
    return (0, fold(value))
