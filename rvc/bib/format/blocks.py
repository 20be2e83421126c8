"""Rules of what stands between blocks: blank lines, blanks at the end of lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rvc.bib.format.rule import Change, Options
from rvc.bib.layout import newline_of
from rvc.bib.library import Between, Block, Entry, Library
from rvc.bib.patch import Edit

_LEADING = re.compile(r"\A[ \t]*(?:\r\n?|\n)(?:[ \t]*(?:\r\n?|\n))+")
_BLANK_LINES = re.compile(r"(?<![ \t])(?:[ \t]*+(?:\r\n?|\n)){2,}")
_FIRST_LINES = re.compile(r"(?:[ \t]*+(?:\r\n?|\n))*")
_BLANK_END = re.compile(r"(?<![ \t])[ \t]++(?=\r|\n|$)")


def blank_lines(library: Library, options: Options) -> Iterator[Change]:
    """One blank line before and after every entry; never two in a row."""
    del options
    yield from _spaced(library, newline_of(library.text) * 2)


def compact(library: Library, options: Options) -> Iterator[Change]:
    """No blank lines between blocks, but one below a comment that stands apart from an entry."""
    del options
    yield from _spaced(library, newline_of(library.text))


def _spaced(library: Library, gap: str) -> Iterator[Change]:
    blocks, newline = library.blocks, newline_of(library.text)
    for number, block in enumerate(blocks):
        if type(block) is Between:
            before = blocks[number - 1] if number else None
            after = blocks[number + 1] if number + 1 < len(blocks) else None
            old = library.text[block.start : block.end]
            new = _between(old, before, after, gap, newline)
            if new != old:
                yield Change((Edit(block.start, block.end, new),))
        elif (
            number and type(blocks[number - 1]) is not Between and _apart(block, blocks[number - 1])
        ):
            yield Change((Edit(block.start, block.start, gap),))


def _apart(one: Block, other: Block) -> bool:
    return type(one) is Entry or type(other) is Entry


def _between(text: str, before: Block | None, after: Block | None, gap: str, newline: str) -> str:
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    if not text.strip(" \t\r\n\ufeff"):
        if before is None:
            return mark
        if after is None:
            return newline if text else text
        lines = gap if _apart(before, after) or _BLANK_LINES.match(text) else newline
        return lines if "\n" in text or "\r" in text or lines == gap else text
    new = _BLANK_LINES.sub(newline * 2, text)
    if gap == newline and before is not None:
        new = _LEADING.sub(newline, new)  # below a comment one stays: it may head a section
    if before is None and not mark:
        new = _FIRST_LINES.sub("", new, count=1)
    if after is None:
        return new.rstrip(" \t\r\n") + newline
    if type(before) is Entry and gap != newline:
        new = re.sub(r"\A[ \t]*(?:\r\n?|\n)(?=[^\r\n])", gap, new)
    return new


def trim(library: Library, options: Options) -> Iterator[Change]:
    """No blanks at the end of lines outside of values, and a line end at the end of the file."""
    del options
    newline = newline_of(library.text)
    text = library.text
    unended = bool(text.strip()) and not text.endswith(("\n", "\r"))
    for block in library.blocks:
        edits: list[Edit] = []
        spans = [(block.start, block.end)] if type(block) is Between else _gaps(block)
        for start, end in spans:
            edits += [
                Edit(found.start(), found.end(), "")
                for found in _BLANK_END.finditer(text, start, end)
                if found.end() < end or (end == len(text) and not unended)
            ]
        if edits:
            yield Change(tuple(edits))
    if unended:
        inside = type(library.blocks[-1]) is not Between
        yield Change((Edit(len(text) if inside else len(text.rstrip(" \t")), len(text), newline),))


def _gaps(block: Block) -> list[tuple[int, int]]:
    """The spans of an entry that belong to no value."""
    if type(block) is not Entry or not block.complete:
        return []
    found, at = [], block.start
    for field in block.fields:
        found.append((at, field.value_start))
        at = field.end
    return [*found, (at, block.end)]
