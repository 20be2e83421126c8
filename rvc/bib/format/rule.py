"""What a rule of formatting is, and what rules are told."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import NamedTuple

from rvc.bib.careful import Braces
from rvc.bib.diagnostics import comment_end
from rvc.bib.library import Comment, Entry, Library
from rvc.bib.patch import Edit

_ORDER = (
    "author editor translator title subtitle booktitle booksubtitle journal journaltitle series "
    "type chapter edition institution school organization publisher address location howpublished "
    "year date month day volume number pages pagetotal eid doi eprint eprinttype isbn issn url "
    "urldate note addendum crossref keywords abstract annotation file"
)
USUAL_ORDER = tuple(_ORDER.split())
"""The order of fields unless the owner names another one: who, what, where, when, numbers."""


class Options(NamedTuple):
    """What rules are told."""

    indent: str = "  "
    align: int = 0
    """Characters to which names are filled before the `=`; 0: one more than the longest name."""
    field_order: tuple[str, ...] = USUAL_ORDER
    sort: tuple[str, ...] = ("key",)


class Reach(StrEnum):
    """What a rule may change."""

    LAYOUT = "layout"
    """White space, commas and the case of names; every value stays as it is written."""
    DELIMITERS = "delimiters"
    """How values are written; what BibTeX makes of them stays."""
    ORDER = "order"
    """The order of fields or entries."""
    VALUES = "values"
    """Values themselves."""


class Change(NamedTuple):
    """A group of edits that belong together; of a value, also which one and how."""

    edits: tuple[Edit, ...]
    key: str = ""
    field: str = ""
    old: str = ""
    new: str = ""
    """Empty when the field goes."""


class FormatRule(NamedTuple):
    """One rule of formatting."""

    name: str
    reach: Reach
    summary: str
    changes: Callable[[Library, Options], Iterator[Change]]


def sound(library: Library) -> Iterator[Entry]:
    """Yield the entries that can be formatted: those whose syntax is whole and that are seen.

    Not one behind a `%`: BibTeX reads it, but whoever wrote it so meant a comment.
    """
    text = library.text
    for entry in library.entries:
        if entry.complete and entry.loss != "swallowed":
            line = max(text.rfind("\n", 0, entry.start), text.rfind("\r", 0, entry.start)) + 1
            if not text[line : entry.start].lstrip(" \t").startswith("%"):
                yield entry


def comments(library: Library) -> list[tuple[int, int]]:
    """Return where `@comment{…}` blocks begin and their braces close, an @ inside or not.

    BibTeX reads an entry in such a block; for its author it is a comment all the same.
    """
    braces = Braces(library.text)
    found: list[tuple[int, int]] = []
    for block in library.blocks:
        if type(block) is Comment and (not found or block.start >= found[-1][1]):
            found.append((block.start, max(block.end, comment_end(library.text, block, braces))))
    return found


def outside(change: Change, spans: list[tuple[int, int]]) -> bool:
    """Say whether no edit of the change touches one of the spans, which are in order."""
    for edit in change.edits:
        number = bisect_left(spans, edit.start, key=lambda span: span[1] - 1)
        if number < len(spans) and spans[number][1] > edit.start and edit.end > spans[number][0]:
            return False
    return True
