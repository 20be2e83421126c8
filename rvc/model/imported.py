"""Works on their way into the bibliography, and what became of them there."""

from __future__ import annotations

from msgspec import Struct

from rvc.model.record import Record


class Imported(Struct, frozen=True):
    """A record, what else its file says, and the cite key that it had there."""

    record: Record
    extra: dict[str, str] = {}
    """Further fields by their BibTeX names, as plain text: abstract, keywords, note."""
    key: str = ""


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
