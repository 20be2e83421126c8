"""What a .bib text holds: blocks that follow one another without a gap, and remarks on them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from rvc.bib.grammar import FIELD
from rvc.bib.macros import Resolved
from rvc.bib.source import Position, Source


class Field(NamedTuple):
    """One field as it stands in the file; offsets into the whole text."""

    name: str
    """As written; compare `lower`."""
    raw: str
    """The value as written, with its delimiters and `#`."""
    start: int
    """Where the name starts."""
    value_start: int
    """Where `raw` starts."""

    @property
    def lower(self) -> str:
        """The name as BibTeX compares it."""
        return self.name.lower()

    @property
    def end(self) -> int:
        """Where `raw` ends."""
        return self.value_start + len(self.raw)


class Diagnostic(NamedTuple):
    """A remark on the text between two offsets; `rule` is one of `rvc.bib.diagnostics.RULES`."""

    rule: str
    start: int
    end: int
    message: str
    key: str = ""
    """Key of the entry that it is about, empty when it is about none."""


class Entry:
    """One entry. Its fields are cut out of the text when they are first asked for."""

    __slots__ = (
        "_fields",
        "complete",
        "end",
        "key",
        "key_start",
        "loss",
        "source",
        "start",
        "type",
    )

    def __init__(
        self, source: Source, start: int, end: int, type_: str, key: str, key_start: int
    ) -> None:
        self.source = source
        self.start = start
        self.end = end
        self.type = type_
        """In lower case, as BibTeX compares it."""
        self.key = key
        self.key_start = key_start
        self.loss = ""
        """Why BibTeX does not keep this entry: a rule of the diagnostics; empty when it does."""
        self.complete = True
        """False when the entry has a fault: then `fields` are those before it."""
        self._fields: tuple[Field, ...] | None = None

    def __repr__(self) -> str:
        return f"<{self.type} {self.key!r} at {self.start}>"

    @property
    def text(self) -> str:
        """The entry as written."""
        return self.source.text[self.start : self.end]

    @property
    def position(self) -> Position:
        """Line and column of the @."""
        return self.source.position(self.start)

    @property
    def fields(self) -> tuple[Field, ...]:
        """All fields in order, a repeated one too."""
        if self._fields is None:
            after_key = self.key_start + len(self.key)
            self._fields = tuple(
                [
                    Field(m[1], m[2], m.start(1), m.start(2))
                    for m in FIELD.finditer(self.source.text, after_key, self.end)
                ]
            )
        return self._fields

    def field(self, name: str) -> Field | None:
        """The field of that name (any case), the first one as BibTeX takes it; or None."""
        low = name.lower()
        for field in self.fields:
            if field.name == low or field.name.lower() == low:
                return field
        return None

    def raw(self, name: str) -> str | None:
        """The value as written, with delimiters; or None."""
        field = self.field(name)
        return None if field is None else field.raw

    def value(self, name: str) -> str | None:
        """The value as BibTeX holds it, or None.

        Macros are replaced, parts joined, white space reduced; LaTeX stays, nothing is inherited.
        """
        field = self.field(name)
        return None if field is None else self.resolve(field).text

    def resolve(self, field: Field) -> Resolved:
        """The value of one of its fields, and the undefined macros in it."""
        return self.source.macros.resolve(field.raw, field.value_start)

    def values(self) -> dict[str, str]:
        """All fields, name in lower case → value as BibTeX holds it, first of repeated ones."""
        found: dict[str, str] = {}
        for field in self.fields:
            low = field.name.lower()
            if low not in found:
                found[low] = self.resolve(field).text
        return found


class Macro(NamedTuple):
    """A `@string`: `raw` is the value as written."""

    start: int
    end: int
    name: str
    raw: str
    value_start: int


class Preamble(NamedTuple):
    """A `@preamble`; `raw` is the value as written."""

    start: int
    end: int
    raw: str
    value_start: int


class Comment(NamedTuple):
    """A `@comment`, up to its closing brace, the end of the line, or the next @."""

    start: int
    end: int


class Between(NamedTuple):
    """What stands outside of all others: blank lines, % comments, text; BibTeX skips it."""

    start: int
    end: int


class Failed(NamedTuple):
    """What starts with an @ but is nothing that BibTeX can read."""

    start: int
    end: int


Block = Entry | Macro | Preamble | Comment | Between | Failed


class Library:
    """A .bib text read. `blocks` cover the text from its first to its last character, in order."""

    def __init__(self, source: Source, blocks: list[Block], syntax: list[Diagnostic]) -> None:
        self.source = source
        self.blocks = blocks
        self.entries: list[Entry] = [b for b in blocks if type(b) is Entry]
        """Every entry in order, also those that BibTeX loses (their `loss` says why)."""
        self.syntax = syntax
        """Faults that stopped the reading of something; `diagnostics` holds these and more."""

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    @property
    def text(self) -> str:
        """The whole text, unchanged."""
        return self.source.text

    @property
    def kept(self) -> list[Entry]:
        """The entries that BibTeX keeps, in order."""
        return [e for e in self.entries if not e.loss]

    @cached_property
    def _by_key(self) -> dict[str, Entry]:
        found: dict[str, Entry] = {}
        for entry in self.entries:
            low = entry.key.lower()
            if low not in found or (found[low].loss and not entry.loss):
                found[low] = entry
        return found

    def get(self, key: str) -> Entry | None:
        """The entry of that key: BibTeX takes keys that differ only in case for the same."""
        return self._by_key.get(key.lower())

    @cached_property
    def diagnostics(self) -> list[Diagnostic]:
        """Everything that BibTeX drops or that looks lost, in the order of the text."""
        from rvc.bib.diagnostics import diagnose

        return diagnose(self)

    def position(self, offset: int) -> Position:
        """Line and column of an offset."""
        return self.source.position(offset)
