"""Works of references.bib, picked by key or query, for citing and exporting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from rvc.adapters.bib_files import read_bib
from rvc.adapters.data_folder import DataFolder
from rvc.analysis.csl_item import csl_item
from rvc.analysis.csl_unsaid import unsaid
from rvc.bib.dialect import Dialect, remarks_above, written
from rvc.bib.layout import learn
from rvc.bib.library import Entry, Library, Macro
from rvc.bib.linked import with_linked
from rvc.bib.resolve import resolve
from rvc.errors import RvcError
from rvc.model.nearest import did_you_mean
from rvc.model.reference import UNRESOLVED


class Picked(Struct, frozen=True):
    """Entries that were asked for, and the keys of placeholders that are no works."""

    library: Library
    entries: tuple[Entry, ...]
    unresolved: tuple[str, ...] = ()
    not_whole: tuple[Entry, ...] = ()
    """Entries that were asked for and that BibTeX does not read, or not to their end."""


def pick(folder: DataFolder, keys: Sequence[str] = ()) -> Picked:
    """Return the entries with these keys, in that order; all when none is given.

    RvcError names the nearest key of an unknown one.
    """
    library = read_bib(folder.references).library()
    if not keys:
        chosen, asked = list(library.kept), library.entries
    else:
        found = [_found(library, key) for key in keys]
        chosen = asked = list({entry.start: entry for entry in found}.values())
    unresolved = tuple(entry.key for entry in chosen if _placeholder(entry))
    not_whole = tuple(entry for entry in asked if entry.loss or not entry.complete)
    return Picked(library, tuple(chosen), unresolved, not_whole)


def csl_items(picked: Picked) -> list[dict[str, Any]]:
    """Return the picked works as CSL items; placeholders of unresolved citations are left out."""
    return [
        csl_item(resolve(picked.library, entry))
        for entry in picked.entries
        if entry.key not in picked.unresolved
    ]


def unsaid_fields(picked: Picked) -> list[str]:
    """Return the fields that CSL items do not hold, each with the number of works that have it."""
    found: Counter[str] = Counter()
    for entry in picked.entries:
        if entry.key not in picked.unresolved:
            found.update(unsaid(resolve(picked.library, entry)))
    return [f"{name} ({n} work{'s' if n > 1 else ''})" for name, n in found.most_common()]


def in_dialect(picked: Picked, dialect: Dialect) -> str:
    """Return the picked entries as a .bib text for BibTeX or biblatex."""
    layout = learn(picked.library)
    data = {"xdata"} if dialect == "bibtex" else set()
    works = [entry for entry in picked.entries if entry.type not in data]
    texts = (written(picked.library, entry, dialect, layout) for entry in works)
    return layout.separator.join(texts) + layout.newline


def subset_text(picked: Picked, keys: Sequence[str]) -> str:
    """Return a .bib text of the entries with these keys, each exactly as it stands in the file,
    with the comments to rvc above it.

    Macros that the file defines come first, and whatever the entries name comes along (parents,
    shared data, members of sets, related works), after those that need it.
    """
    library = picked.library
    asked = set(keys)
    entries = with_linked(library, [entry for entry in library.kept if entry.key in asked])
    layout = learn(library)
    macros = [library.text[b.start : b.end] for b in library.blocks if isinstance(b, Macro)]
    kept = (layout.newline.join([*remarks_above(library, e), e.text]) for e in entries)
    texts = [*macros, *kept]
    return layout.separator.join(texts) + layout.newline if texts else ""


def _found(library: Library, key: str) -> Entry:
    entry = library.get(key)
    if entry is None:
        hint = did_you_mean(key, [found.key for found in library.kept])
        raise RvcError(f"unknown cite key '{key}'", hint=hint)
    return entry


def _placeholder(entry: Entry) -> bool:
    words = (entry.value("keywords") or "").split(",")
    return UNRESOLVED in (word.strip() for word in words)
