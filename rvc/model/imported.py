"""Works on their way into the bibliography, and what became of them there."""

from __future__ import annotations

import re
from typing import Any

from msgspec import Struct

from rvc.model.record import Record

_KEY = re.compile(r"[a-z][A-Za-z0-9_:.+-]*|[A-Z][A-Za-z0-9_:.+-]*[a-z][A-Za-z0-9_:.+-]*")


def cite_key(id: str) -> str:
    """Return the id that a program gave a work, if it is a cite key; else an empty text.

    None are addresses, numbers, and those of Zotero (`GNVK3U9B`).
    """
    return id if _KEY.fullmatch(id) else ""


class Imported(Struct, frozen=True):
    """A record, what else its file says, and the cite key that it had there."""

    record: Record
    extra: dict[str, str] = {}
    """Further fields by their BibTeX names, as plain text: abstract, keywords, note."""
    key: str = ""


class Described(Struct, frozen=True):
    """A work as another program describes it: a CSL item of plain text, `<i>` and `<sub>` kept.

    `key` is its cite key there. `unread` names what the file says of it that has no place here.
    """

    item: dict[str, Any]
    key: str = ""
    unread: tuple[str, ...] = ()


class Added(Struct, frozen=True):
    """An entry that was added: its key, its text, the line it begins in, where it came from."""

    key: str
    text: str
    line: int
    source: str


class LeftOut(Struct, frozen=True):
    """A work that is there already: its name, the key it has there, why it is the same."""

    work: str
    key: str
    reason: str


class Addition(Struct, frozen=True):
    """What adding did: the text of the file before and after, the entries, the twins left out."""

    old_text: str
    new_text: str
    added: tuple[Added, ...]
    left_out: tuple[LeftOut, ...] = ()
    remarks: tuple[str, ...] = ()
    """What whoever added them should know: another key, a retraction, what was not taken over."""
