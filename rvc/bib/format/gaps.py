"""Rules of what stands between the parts of an entry: lines, indents, the `=`, commas, names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from rvc.bib.format.rule import Change, Options, sound
from rvc.bib.layout import newline_of
from rvc.bib.library import Entry, Library
from rvc.bib.patch import Edit

_LINE_END = re.compile(r"\r\n?|\n")
_HEAD = re.compile(r"@[ \t\r\n]*([^ \t\r\n{(]+)[ \t\r\n]*([{(])[ \t\r\n]*")


class _Gap(NamedTuple):
    start: int
    end: int
    text: str


def _gaps(entry: Entry) -> list[_Gap]:
    """What stands before each field, from the end of the one before it (or of the key)."""
    text = entry.source.text
    found, at = [], entry.key_start + len(entry.key)
    for field in entry.fields:
        found.append(_Gap(at, field.start, text[at : field.start]))
        at = field.end
    return found


def _last(entry: Entry) -> _Gap:
    """What stands between the last field (or the key) and the closing delimiter."""
    fields = entry.fields
    at = fields[-1].end if fields else entry.key_start + len(entry.key)
    return _Gap(at, entry.end - 1, entry.source.text[at : entry.end - 1])


def _change(entry: Entry, edits: list[Edit]) -> Iterator[Change]:
    text = entry.source.text
    real = tuple(edit for edit in edits if text[edit.start : edit.end] != edit.text)
    if real:
        yield Change(real, entry.key)


def lines(library: Library, options: Options) -> Iterator[Change]:
    """One line for each field, and for the closing brace; no white space in `@type{key,`."""
    newline = newline_of(library.text)
    for entry in sound(library):
        edits = []
        head = _HEAD.match(library.text, entry.start)
        if head:
            edits.append(Edit(entry.start, entry.key_start, f"@{head[1]}{head[2]}"))
        for gap in _gaps(entry):
            after = _LINE_END.split(gap.text)
            indent = after[-1] if len(after) > 1 and "," not in after[-1] else options.indent
            edits.append(Edit(gap.start, gap.end, "," + newline + indent))
        last = _last(entry)
        comma = "," if "," in last.text or not entry.fields else ""
        inner = _LINE_END.split(last.text)
        indent = inner[-1] if len(inner) > 1 and "," not in inner[-1] else ""
        edits.append(Edit(last.start, last.end, comma + newline + indent))
        yield from _change(entry, edits)


def indent(library: Library, options: Options) -> Iterator[Change]:
    """The same indent before every field on a line of its own, none before @ and }."""
    text = library.text
    for entry in sound(library):
        edits = [_indented(gap, options.indent) for gap in _gaps(entry)]
        edits.append(_indented(_last(entry), ""))
        start = _line_start(text, entry.start)
        if start < entry.start:
            edits.append(Edit(start, entry.start, ""))
        yield from _change(entry, [edit for edit in edits if edit is not None])


def _line_start(text: str, at: int) -> int:
    """Where the line of an offset starts, if only blanks are before it there; else the offset."""
    start = at
    while start > 0 and text[start - 1] in " \t":
        start -= 1
    return start if start == 0 or text[start - 1] in "\r\n" else at


def _indented(gap: _Gap, indent: str) -> Edit | None:
    pieces = list(_LINE_END.finditer(gap.text))
    if not pieces:
        return None
    start = pieces[-1].end()
    rest = gap.text[start:]
    blanks = len(rest) - len(rest.lstrip(" \t"))
    return Edit(gap.start + start, gap.start + start + blanks, indent)


def align(library: Library, options: Options) -> Iterator[Change]:
    """The `=` of an entry below one another, where fields have lines of their own."""
    for entry in sound(library):
        fields = entry.fields
        width = options.align or max((len(field.name) for field in fields), default=0) + 1
        edits = []
        for gap, field in zip(_gaps(entry), fields, strict=True):
            if _LINE_END.search(gap.text):
                end = field.start + len(field.name)
                room = " " * max(width - len(field.name), 1)
                edits.append(Edit(end, field.value_start, f"{room}= "))
        yield from _change(entry, edits)


def equals(library: Library, options: Options) -> Iterator[Change]:
    """One blank on both sides of every `=`."""
    del options
    for entry in sound(library):
        edits = [Edit(f.start + len(f.name), f.value_start, " = ") for f in entry.fields]
        yield from _change(entry, edits)


def trailing_comma(library: Library, options: Options) -> Iterator[Change]:
    """A comma after the last field too."""
    del options
    for entry in sound(library):
        last = _last(entry)
        if entry.fields and "," not in last.text:
            yield Change((Edit(last.start, last.start, ","),), entry.key)


def no_trailing_comma(library: Library, options: Options) -> Iterator[Change]:
    """No comma after the last field."""
    del options
    for entry in sound(library):
        last = _last(entry)
        at = last.text.find(",")
        if entry.fields and at >= 0:
            yield Change((Edit(last.start + at, last.start + at + 1, ""),), entry.key)


def lower_case(library: Library, options: Options) -> Iterator[Change]:
    """Types and names of fields in small letters."""
    del options
    for entry in sound(library):
        edits = []
        head = _HEAD.match(library.text, entry.start)
        if head and head[1].isascii():
            edits.append(Edit(head.start(1), head.end(1), head[1].lower()))
        edits += [
            Edit(field.start, field.start + len(field.name), field.lower)
            for field in entry.fields
            if field.name.isascii()
        ]
        yield from _change(entry, edits)
