"""Entries with all that they name: parents, shared data, members of sets, related works."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rvc.bib.library import Entry, Library
from rvc.bib.merge import LINKS


def with_linked(library: Library, entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries and whatever they lead to, each once, before what it names.

    BibTeX reads a parent only below its children. Else the order stays; a circle of entries ends
    where it closes.
    """
    others = _further(library)
    done: list[Entry] = []
    seen: set[int] = set()
    for first in reversed(entries):
        if first.start in seen:
            continue
        seen.add(first.start)
        way = [(first, _named(library, first, others))]  # no recursion: no chain is too long
        while way:
            entry, rest = way[-1]
            linked = next((one for one in rest if one.start not in seen), None)
            if linked is None:
                done.append(entry)
                way.pop()
            else:
                seen.add(linked.start)
                way.append((linked, _named(library, linked, others)))
    return done[::-1]


def _named(library: Library, entry: Entry, others: Mapping[str, Entry]) -> Iterator[Entry]:
    """Yield the entries that an entry names, the last one first."""
    for name in reversed(LINKS):
        for key in reversed((entry.value(name) or "").split(",")):
            named = library.get(key.strip()) or others.get(key.strip())
            if named is not None and key.strip():
                yield named


def _further(library: Library) -> dict[str, Entry]:
    """Return entries by their further keys (`ids` of biblatex)."""
    return {
        key.strip(): entry
        for entry in library.kept
        for key in (entry.value("ids") or "").split(",")
        if key.strip()
    }
