"""How a file is laid out, learnt from its entries, so that what is new looks like what is there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import islice, pairwise
from typing import NamedTuple, TypeVar

from rvc.bib.library import Entry, Field, Library
from rvc.bib.macros import MONTHS

_SAMPLE = 60
"""Entries looked at; the last ones, which the owner wrote last."""

_T = TypeVar("_T")


class Layout(NamedTuple):
    """The habits of a file; the defaults are those of a file without entries."""

    newline: str = "\n"
    indent: str = "  "
    equals: str = " = "
    """What stands between name and value where nothing is aligned."""
    column: int = 0
    """Width to which indent and name are filled before `equals`; 0 when nothing is aligned."""
    delimiters: str = "{}"
    last_comma: bool = True
    closing: str = "\n"
    """What stands between the last field (or its comma) and the closing delimiter."""
    separator: str = "\n\n"
    """What stands between two entries."""
    upper: str = "lower"
    """How types are written: lower, title or upper."""
    upper_names: str = "lower"
    """How names of fields are written."""


def learn(library: Library) -> Layout:
    """The habits of most of the entries of a file."""
    newline = newline_of(library.text)
    default = Layout(newline=newline, closing=newline, separator=newline * 2)
    last = (e for e in reversed(library.entries) if e.complete and e.fields)
    sample = list(islice(last, _SAMPLE))[::-1]
    if not sample:
        return default
    fields = [f for e in sample for f in e.fields]
    column = _most(_column(e) for e in sample)
    gaps = [library.text[f.start + len(f.name) : f.value_start] for f in fields]
    return Layout(
        newline=newline,
        indent=_most(_indent(e, f) for e in sample for f in e.fields) or default.indent,
        equals=_most(gap.lstrip(" \t") if column else gap for gap in gaps),
        column=column,
        delimiters='""' if _most(f.raw[0] for f in fields if f.raw[0] in '{"') == '"' else "{}",
        last_comma=_most("," in library.text[e.fields[-1].end : e.end] for e in sample),
        closing=_most(_closing(e, newline) for e in sample),
        separator=_separator(library) or default.separator,
        upper=_most(_case(_type_written(e)) for e in sample),
        upper_names=_most(_case(f.name) for f in fields),
    )


def newline_of(text: str) -> str:
    """The line end that most lines have."""
    windows = text.count("\r\n")
    unix = text.count("\n") - windows
    old = text.count("\r") - windows
    if windows > unix and windows >= old:
        return "\r\n"
    return "\r" if old > unix else "\n"


def write_field(name: str, raw: str, layout: Layout) -> str:
    """Indent, name, equals and value of a new field."""
    start = (layout.indent + _cased(name, layout.upper_names)).ljust(layout.column)
    gap = " " if layout.column and start[-1] != " " and layout.equals[:1] == "=" else ""
    return start + gap + layout.equals + raw


def write_entry(type_: str, key: str, fields: Iterable[tuple[str, str]], layout: Layout) -> str:
    """A new entry; values as they shall stand in the file, with delimiters."""
    lines = [write_field(name, raw, layout) for name, raw in fields]
    head = f"@{_cased(type_, layout.upper)}{{{key},"
    if not lines:
        return head + layout.newline + "}"
    body = f",{layout.newline}".join(lines) + "," * layout.last_comma
    return head + layout.newline + body + layout.closing + "}"


def delimited(name: str, value: str, like: str) -> str:
    """A plain value with delimiters, like those of `like` (a value as written) where possible."""
    if name.lower() == "month" and value.lower() in MONTHS:
        return value.lower()
    if like[:1].isdigit() and value.isascii() and value.isdigit():
        return value
    if like[:1] == '"' and not _bare_quote(value):
        return f'"{value}"'
    return "{" + value + "}"


def _bare_quote(value: str) -> bool:
    depth = 0
    for char in value:
        depth += (char == "{") - (char == "}")
        if char == '"' and depth == 0:
            return True
    return False


def _most(values: Iterable[_T]) -> _T:
    counted = Counter(values).most_common(1)
    return counted[0][0] if counted else None  # type: ignore[return-value]


def _line_start(entry: Entry, at: int) -> int:
    text = entry.source.text
    return max(text.rfind(mark, entry.start, at) + 1 for mark in "\r\n") or entry.start


def _indent(entry: Entry, field: Field) -> str:
    before = entry.source.text[_line_start(entry, field.start) : field.start]
    return re.sub(",.*", "", before) if not before.strip(" \t,") else ""


def _closing(entry: Entry, newline: str) -> str:
    """A line end and the indent of the closing delimiter, or nothing when it follows the value."""
    gap = entry.source.text[entry.fields[-1].end : entry.end - 1].replace(",", "")
    lines = gap.splitlines()
    if not lines or (len(lines) == 1 and gap == lines[0]):
        return gap
    return newline + (lines[-1] if gap[-1] in " \t" else "")


def _column(entry: Entry) -> int:
    """Where the = stand when they stand below one another, else 0."""
    text = entry.source.text
    fields = entry.fields
    columns = set()
    for field in fields:
        line = _line_start(entry, field.start)
        gap = text[field.start + len(field.name) : field.value_start]
        equals = field.start + len(field.name) + len(gap) - len(gap.lstrip(" \t"))
        columns.add(equals - line)
    names = {len(f.name) for f in fields}
    return columns.pop() if len(columns) == 1 and len(names) > 1 else 0


def _separator(library: Library) -> str | None:
    text = library.text
    found = []
    for before, after in pairwise(library.entries[-_SAMPLE:]):
        gap = text[before.end : after.start]
        if gap and not gap.strip(" \t\r\n") and ("\n" in gap or "\r" in gap):
            found.append(gap)
    return _most(found)


_TYPE = re.compile(r"@[ \t\r\n]*([^ \t\r\n{(]+)")


def _type_written(entry: Entry) -> str:
    found = _TYPE.match(entry.source.text, entry.start)
    return found[1] if found else entry.type


def _case(word: str) -> str:
    if word.islower():
        return "lower"
    return "upper" if word.isupper() else "title" if word.istitle() else "lower"


def _cased(word: str, case: str) -> str:
    if case == "upper":
        return word.upper()
    return word.title() if case == "title" and word.isalpha() else word
