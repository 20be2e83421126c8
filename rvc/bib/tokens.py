"""A .bib text cut into its smallest parts, which joined give the text again to the character.

For whoever changes the layout: every white space, comma and delimiter is a token with its offset.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from rvc.bib.grammar import WS
from rvc.bib.library import Entry, Library, Macro, Preamble
from rvc.bib.macros import parts


class Kind(StrEnum):
    """What a token is."""

    AT = "@"
    TYPE = "type"
    """The type of an entry, or `string`, `preamble`."""
    OPEN = "open"
    CLOSE = "close"
    KEY = "key"
    COMMA = ","
    NAME = "name"
    """The name of a field or of a macro that is defined."""
    EQUALS = "="
    VALUE = "value"
    """One part of a value: braced, quoted, a number, or a macro."""
    JOIN = "#"
    SPACE = "space"
    TEXT = "text"
    """Text outside of everything."""
    COMMENT = "comment"
    """A whole `@comment`."""
    BROKEN = "broken"
    """What cannot be read: the rest of a broken entry, or all of it."""


class Token(NamedTuple):
    """One token; `start` is its offset in the whole text."""

    kind: Kind
    start: int
    text: str

    @property
    def end(self) -> int:
        """Offset after the token."""
        return self.start + len(self.text)


def tokens(library: Library) -> Iterator[Token]:
    """All tokens of a library, in order and without a gap."""
    text = library.text
    for block in library.blocks:
        if type(block) is Entry:
            yield from entry_tokens(block)
        elif type(block) is Macro:
            yield from _Cutter(text, block.start, block.end).macro(block)
        elif type(block) is Preamble:
            yield from _Cutter(text, block.start, block.end).preamble(block)
        else:
            kind = _WHOLE.get(type(block).__name__, Kind.BROKEN)
            yield Token(kind, block.start, text[block.start : block.end])


_WHOLE = {"Between": Kind.TEXT, "Comment": Kind.COMMENT}


def entry_tokens(entry: Entry) -> Iterator[Token]:
    """The tokens of one entry."""
    return _Cutter(entry.source.text, entry.start, entry.end).entry(entry)


_TYPE = re.compile(r"[^ \t\r\n{(]+")
_MARKS = {",": Kind.COMMA, "=": Kind.EQUALS}


class _Cutter:
    """Walks through one block; what it is told to expect is there, because the block was read."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.pos = start
        self.end = end

    def take(self, kind: Kind, length: int) -> Token:
        token = Token(kind, self.pos, self.text[self.pos : self.pos + length])
        self.pos += length
        return token

    def space(self) -> Iterator[Token]:
        found = WS.match(self.text, self.pos, self.end)
        if found and found[0]:
            yield self.take(Kind.SPACE, len(found[0]))

    def marks(self, until: int) -> Iterator[Token]:
        """White space, commas and equals signs up to an offset."""
        while self.pos < until:
            yield from self.space()
            if self.pos < until:
                yield self.take(_MARKS.get(self.text[self.pos], Kind.BROKEN), 1)

    def head(self) -> Iterator[Token]:
        """`@type {` and the space behind it."""
        yield self.take(Kind.AT, 1)
        yield from self.space()
        found = _TYPE.match(self.text, self.pos, self.end)
        yield self.take(Kind.TYPE, len(found[0]) if found else 0)
        yield from self.space()
        yield self.take(Kind.OPEN, 1)
        yield from self.space()

    def value(self, raw: str) -> Iterator[Token]:
        base = self.pos
        for part in parts(raw):
            for gap in re.findall(r"#|[ \t\r\n]+", self.text[self.pos : base + part.start]):
                yield self.take(Kind.JOIN if gap == "#" else Kind.SPACE, len(gap))
            yield self.take(Kind.VALUE, len(part.text) + (2 if part.kind in '{"' else 0))

    def close(self) -> Iterator[Token]:
        yield from self.marks(self.end - 1)
        yield self.take(Kind.CLOSE, 1)

    def entry(self, entry: Entry) -> Iterator[Token]:
        yield from self.head()
        if entry.key:
            yield self.take(Kind.KEY, len(entry.key))
        for field in entry.fields:
            yield from self.marks(field.start)
            yield self.take(Kind.NAME, len(field.name))
            yield from self.marks(field.value_start)
            yield from self.value(field.raw)
        if entry.complete:
            yield from self.close()
        elif self.pos < self.end:
            yield self.take(Kind.BROKEN, self.end - self.pos)

    def macro(self, block: Macro) -> Iterator[Token]:
        yield from self.head()
        yield self.take(Kind.NAME, len(block.name))
        yield from self.marks(block.value_start)
        yield from self.value(block.raw)
        yield from self.close()

    def preamble(self, block: Preamble) -> Iterator[Token]:
        yield from self.head()
        yield from self.value(block.raw)
        yield from self.close()
