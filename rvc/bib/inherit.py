"""What an entry has from others: `crossref` and `xdata`.

BibTeX takes the missing fields of the entry named in `crossref` as they are, one step deep.
biblatex renames some on the way (the title of a book is the booktitle of a chapter), follows
chains, and first takes the fields of the `xdata` entries. The rules are the default ones of
biblatex (manual, appendix "Default inheritance setup").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from rvc.bib.library import Diagnostic, Entry, Field, Library

Style = Literal["bibtex", "biblatex"]


class Held(NamedTuple):
    """A field that an entry has, and the entry in whose text it stands."""

    field: Field
    owner: Entry


def held_fields(library: Library, entry: Entry, style: Style = "biblatex") -> dict[str, Held]:
    """All fields of an entry with those it inherits: name in lower case → where it stands."""
    found: dict[str, Held] = {}
    for field in entry.fields:
        found.setdefault(field.lower, Held(field, entry))
    if "crossref" not in found and "xdata" not in found:
        return found
    if style == "bibtex":
        parent = _target(library, entry, "crossref")
        if parent and parent is not entry:
            for field in parent.fields:
                found.setdefault(field.lower, Held(field, parent))
        return found
    return _biblatex(library, entry, found)


def _biblatex(library: Library, entry: Entry, found: dict[str, Held]) -> dict[str, Held]:
    """Walks with a list of what is still to do, so that no chain is too long."""
    for data in _xdata(library, entry):
        for field in data.fields:
            if field.lower not in ("xdata", "ids"):
                found.setdefault(field.lower, Held(field, data))
    seen = {entry.start}
    kinds = [entry.type]
    child = entry
    while (parent := _target(library, child, "crossref")) and parent.start not in seen:
        seen.add(parent.start)
        own: dict[str, Held] = {}
        for holder in (parent, *_xdata(library, parent)):
            for field in holder.fields:
                own.setdefault(field.lower, Held(field, holder))
        kinds.append(parent.type)
        for name, held in own.items():
            for new in _renamed(name, kinds):
                found.setdefault(new, held)
        child = parent
    return found


def _xdata(library: Library, entry: Entry) -> list[Entry]:
    """The xdata entries of an entry, and theirs, nearest first, each once."""
    found: dict[int, Entry] = {}
    waiting = [entry]
    for current in waiting:  # grows while it is walked
        for key in (current.value("xdata") or "").split(","):
            data = library.get(key.strip()) if key.strip() else None
            if data and data is not entry and data.start not in found:
                found[data.start] = data
                waiting.append(data)
    return list(found.values())


def _target(library: Library, entry: Entry, name: str) -> Entry | None:
    key = entry.value(name)
    return library.get(key) if key else None


_NEVER = frozenset(
    {
        "ids",
        "crossref",
        "xref",
        "xdata",
        "entryset",
        "entrysubtype",
        "execute",
        "label",
        "options",
        "presort",
        "related",
        "relatedoptions",
        "relatedstring",
        "relatedtype",
        "shorthand",
        "shorthandintro",
        "sortkey",
    }
)
_NOT_WITH_TITLE = frozenset({"shorttitle", "sorttitle", "indextitle", "indexsorttitle"})
_IN_BOOK = frozenset({"inbook", "bookinbook", "suppbook"})
_IN_COLLECTION = frozenset({"incollection", "inreference", "suppcollection"})
_IN_PROCEEDINGS = frozenset({"inproceedings", "conference"})


def _title_for(parent: str, child: str) -> str:
    """What the title of the parent is in the child: 'main', 'book', 'journal', or '' as it is."""
    if parent == "mvbook" and (child == "book" or child in _IN_BOOK):
        return "main"
    if parent in ("mvcollection", "mvreference") and (
        child in ("collection", "reference") or child in _IN_COLLECTION
    ):
        return "main"
    if parent == "mvproceedings" and (child == "proceedings" or child in _IN_PROCEEDINGS):
        return "main"
    if (
        (parent == "book" and child in _IN_BOOK)
        or (parent in ("collection", "reference") and child in _IN_COLLECTION)
        or (parent == "proceedings" and child in _IN_PROCEEDINGS)
    ):
        return "book"
    if parent == "periodical" and child in ("article", "suppperiodical"):
        return "journal"
    return ""


def _renamed(name: str, kinds: list[str]) -> tuple[str, ...]:
    """The names under which a field of the last kind arrives at the first, none if it does not."""
    names: tuple[str, ...] = (name,)
    for parent, child in zip(kinds[:0:-1], kinds[-2::-1], strict=True):
        names = tuple(new for n in names for new in _one_step(n, parent, child))
    return names


def _one_step(name: str, parent: str, child: str) -> tuple[str, ...]:
    if name in _NEVER:
        return ()
    kind = _title_for(parent, child)
    if kind and name in _NOT_WITH_TITLE:
        return ()
    if kind and name in ("title", "subtitle", "titleaddon"):
        return (kind + name,)
    if name == "author" and parent in ("mvbook", "book") and child in _IN_BOOK:
        return ("author", "bookauthor")
    return (name,)


def link_problems(library: Library) -> Iterator[Diagnostic]:
    """References to entries that are not there, and circles."""
    for entry in library.entries:
        linked = [f for f in entry.fields if f[0].lower() in ("crossref", "xdata")]
        for field in linked:
            keys = entry.resolve(field).text.split("," if field.lower == "xdata" else None)
            for key in filter(None, (k.strip() for k in keys)):
                target = library.get(key)
                if target is None:
                    message = f"{field.lower}: there is no entry {key!r}"
                    yield Diagnostic("link-missing", field.start, field.end, message, entry.key)
                elif _reaches(library, target, entry, field.lower):
                    message = f"{field.lower}: {key!r} leads back to this entry"
                    yield Diagnostic("link-circle", field.start, field.end, message, entry.key)


def _reaches(library: Library, start: Entry, goal: Entry, name: str) -> bool:
    seen: set[int] = set()
    waiting = [start]
    while waiting:
        entry = waiting.pop()
        if entry is goal:
            return True
        if entry.start not in seen:
            seen.add(entry.start)
            keys = (entry.value(name) or "").split(",")
            waiting += [e for k in keys if (e := library.get(k.strip()))]
    return False
