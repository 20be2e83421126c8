"""Putting new entries into a .bib text, each in its place: many cost hardly more than one.

Every entry is placed as if those before it stood in the file already, but the text is put together
and read again only once, at the end.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from rvc.bib.layout import newline_of
from rvc.bib.library import Entry, Library
from rvc.bib.reader import read
from rvc.bib.recheck import Expected, rechecked
from rvc.errors import RvcError

BLANK = " \t\r\n\ufeff"
_REST_OF_LINE = re.compile(r"[^\r\n@]*(?![^\r\n])")


def insert_entry(library: Library, new: str, key: str, separator: str) -> str:
    """Return the text with one entry more, in order of the keys when the file is in that order.

    RvcError when `new` is not one whole entry, or would change how anything else is read.
    """
    insertion = Insertion(library, separator)
    insertion.add(new, key)
    return insertion.text()


class _New:
    """A new entry, and the row of new entries that it stands in."""

    def __init__(self, entry: Entry, row: list[_New]) -> None:
        self.entry = entry
        self.row = row


class _Row(NamedTuple):
    """New entries that stand together, the offset where they go, and what goes around them."""

    at: int
    before: str
    entries: list[_New]
    after: str


class Insertion:
    """New entries on their way into a library.

    They stand in rows: before the first entry of the file, behind each of them, at the end.
    """

    def __init__(self, library: Library, separator: str) -> None:
        self._library = library
        self._separator = separator
        self._head: list[_New] = []
        self._tail: list[_New] = []
        self._behind: dict[int, list[_New]] = defaultdict(list)
        """The rows behind entries of the file, by the number of those."""
        self._numbers = {entry.start: number for number, entry in enumerate(library.entries)}
        self._places: list[Entry | _New] = list(library.entries)
        """All entries in the order in which they will stand."""
        self._keys = [entry.key.lower() for entry in library.entries]
        """The keys of `_places`."""
        self._sorted = all(a <= b for a, b in pairwise(self._keys))
        self._children: dict[str, list[Entry | _New]] = defaultdict(list)
        """Entries with a crossref, by the key that it names."""
        if "crossref" in library.text.lower():
            for entry in library.entries:
                self._note_crossref(entry, entry)

    def add(self, text: str, key: str) -> None:
        """Take in the text of one entry with this key; RvcError when it is none."""
        (entry,) = read(text + "\n").kept or (None,)
        if entry is None or entry.key != key or not entry.complete or entry.text != text:
            raise RvcError("this is not the text of one whole entry", where=key)
        number = self._between_relatives(entry, self._in_order(key.lower()))
        new = self._put(entry, number)
        self._places.insert(number, new)
        self._keys.insert(number, key.lower())
        around = self._keys[max(number - 1, 0) : number + 2]
        self._sorted = self._sorted and around == sorted(around)
        self._note_crossref(entry, new)

    def text(self) -> str:
        """Return the text with all of them, read again: RvcError if it is not what it must be."""
        old, added = self._library.text, {}
        parts, size, pos = [], 0, 0
        for row in self._rows():
            gap = old[pos : row.at] + row.before
            for new in row.entries:
                size += len(gap)
                added[size] = _expected(new.entry)
                parts += [gap, new.entry.text]
                size += len(new.entry.text)
                gap = self._separator
            parts.append(row.after)
            size += len(row.after)
            pos = row.at
        return rechecked(self._library, "".join([*parts, old[pos:]]), {}, added=added)

    def _note_crossref(self, entry: Entry, place: Entry | _New) -> None:
        parent = entry.value("crossref")
        if parent:
            self._children[parent.lower()].append(place)

    def _in_order(self, key: str) -> int:
        """How many entries stand before a key: all of them when the file has no order."""
        if len(self._keys) < 3 or not self._sorted:
            return len(self._keys)
        return bisect_left(self._keys, key)

    def _between_relatives(self, entry: Entry, number: int) -> int:
        """The place next to `number` before the crossref of an entry, and behind all that name it.

        BibTeX inherits from an entry only when it stands behind.
        """
        parent = (entry.value("crossref") or "").lower()
        if parent and parent in self._keys:
            number = min(number, self._keys.index(parent))
        children = self._children.get(entry.key.lower(), ())
        return max([number, *(self._places.index(child) + 1 for child in children)])

    def _put(self, entry: Entry, number: int) -> _New:
        """Put an entry into the row where it becomes number `number` of all."""
        if number == len(self._places):
            row, at = self._tail, len(self._tail)
        elif number == 0:
            first = self._places[0]
            row, at = first.row if isinstance(first, _New) else self._head, 0
        else:
            before = self._places[number - 1]
            if isinstance(before, _New):
                row, at = before.row, before.row.index(before) + 1
            else:
                row, at = self._behind[self._numbers[before.start]], 0
        row.insert(at, _New(entry, row))
        return row[at]

    def _rows(self) -> Iterator[_Row]:
        text, entries, separator = self._library.text, self._library.entries, self._separator
        if self._head:
            start = entries[0].start
            end = len(text[:start].rstrip(BLANK))
            yield _Row(end or start, separator * bool(end), self._head, separator * (not end))
        for number in sorted(self._behind):
            yield _Row(_behind(entries[number]), separator, self._behind[number], "")
        if self._tail:
            end = len(text.rstrip(BLANK))
            newline = "" if end else newline_of(text)
            yield _Row(end or len(text), separator * bool(end), self._tail, newline)


def _behind(entry: Entry) -> int:
    """Where an entry ends, with what else stands on its last line: that stays there."""
    rest = _REST_OF_LINE.match(entry.source.text, entry.end)
    return entry.end + len(rest[0].rstrip(BLANK)) if rest else entry.end


def _expected(entry: Entry) -> Expected:
    fields = tuple((field.name, field.raw) for field in entry.fields)
    return Expected(entry.type, entry.key, fields)
