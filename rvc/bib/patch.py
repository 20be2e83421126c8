"""Changes of a .bib text, span by span: every other byte stays as it was.

Each function returns the new text, after a check: the new text is read again and must hold what
was asked and, apart from that, exactly what was there. Otherwise RvcError is raised.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from rvc.bib.insert import BLANK, insert_entry
from rvc.bib.layout import Layout, delimited, learn, newline_of, write_entry
from rvc.bib.library import Entry, Field, Library
from rvc.bib.recheck import Expected, rechecked
from rvc.errors import RvcError


class Edit(NamedTuple):
    """Put `text` in place of what stands between two offsets."""

    start: int
    end: int
    text: str


def apply(text: str, edits: Iterable[Edit]) -> str:
    """All edits at once; offsets are those of the old text. ValueError when they overlap."""
    done, pos = [], 0
    for edit in sorted(edits):
        if edit.start < pos:
            raise ValueError(f"two edits overlap at offset {edit.start}")
        done += [text[pos : edit.start], edit.text]
        pos = edit.end
    done.append(text[pos:])
    return "".join(done)


def set_field(library: Library, entry: Entry, name: str, value: str) -> str:
    """Give a field a new value (without delimiters: they stay), or add the field at the end."""
    old = entry.field(name)
    if old is None:
        return add_field(library, entry, name, value)
    return set_raw(library, entry, old, delimited(name, value, old.raw))


def set_raw(library: Library, entry: Entry, field: Field, raw: str) -> str:
    """Give one field of the entry a new value, as it shall stand in the file."""
    _editable(library, entry)
    text = apply(library.text, [Edit(field.value_start, field.end, raw)])
    fields = [(f.name, raw if f.start == field.start else f.raw) for f in entry.fields]
    return rechecked(library, text, {entry.start: Expected(entry.type, entry.key, tuple(fields))})


def add_field(library: Library, entry: Entry, name: str, value: str) -> str:
    """Add a field at the end of an entry, laid out like the fields above it."""
    like = entry.fields[-1].raw if entry.fields else learn(library).delimiters
    like = like if like[0] in '{"' else "{"
    return add_raw(library, entry, name, delimited(name, value, like))


def add_raw(library: Library, entry: Entry, name: str, raw: str) -> str:
    """Like `add_field`, with the value as it shall stand in the file."""
    _editable(library, entry)
    if entry.field(name):
        raise RvcError(f"the entry has a field {name!r} already", where=entry.key)
    at = entry.fields[-1].end if entry.fields else entry.key_start + len(entry.key)
    new = _separator(library, entry) + _name_and_equals(library, entry, name) + raw
    fields = (*((f.name, f.raw) for f in entry.fields), (name, raw))
    text = apply(library.text, [Edit(at, at, new)])
    return rechecked(library, text, {entry.start: Expected(entry.type, entry.key, fields)})


def remove_field(library: Library, entry: Entry, name: str) -> str:
    """Take a field out, all of them when it is repeated."""
    _editable(library, entry)
    low = name.lower()
    fields = entry.fields
    gone = [i for i, f in enumerate(fields) if f.lower == low]
    if not gone:
        raise RvcError(f"the entry has no field {name!r}", where=entry.key)
    kept = tuple((f.name, f.raw) for f in fields if f.lower != low)
    text = apply(library.text, [_without(entry, i, gone) for i in gone])
    return rechecked(library, text, {entry.start: Expected(entry.type, entry.key, kept)})


def _without(entry: Entry, index: int, gone: list[int]) -> Edit:
    """A field goes with the comma before it; one at the very front with the comma after it."""
    fields = entry.fields
    leading = index < len(gone) and gone[index] == index
    if leading and len(gone) < len(fields):
        return Edit(fields[index].start, fields[index + 1].start, "")
    before = fields[index - 1].end if index else entry.key_start + len(entry.key)
    return Edit(before, fields[index].end, "")


def add_entry(
    library: Library,
    type_: str,
    key: str,
    fields: Mapping[str, str],
    *,
    layout: Layout | None = None,
) -> str:
    """Add an entry, in order of the keys when the file is in that order, else at the end.

    `fields` are plain values; they get the delimiters that are usual in the file.
    """
    check_key(library, key)
    style = layout or learn(library)
    raws = [(n, delimited(n, v, style.delimiters)) for n, v in fields.items()]
    new = write_entry(type_, key, raws, style)
    return insert_entry(library, new, key, style.separator)


def remove_entry(library: Library, entry: Entry) -> str:
    """Take an entry out, with the blank lines before it; comments stay."""
    _editable(library, entry)
    text = library.text
    start, end = len(text[: entry.start].rstrip(BLANK)), entry.end
    rest = text[end:]
    behind = rest.lstrip(" \t")
    gap = newline_of(text) if behind and behind[0] not in "\r\n\ufeff" else ""
    if start == 0:
        start = entry.start
        end, gap = len(text) - len(rest.lstrip(" \t\r\n")), ""
    return rechecked(library, apply(text, [Edit(start, end, gap)]), {entry.start: None})


_LINKS = frozenset({"crossref", "xref"})
_LINK_LISTS = frozenset({"xdata", "related", "entryset"})


def rename_key(library: Library, entry: Entry, new: str) -> str:
    """Give an entry a new key, and follow with every field that points to it."""
    _editable(library, entry)
    if new.lower() != entry.key.lower():
        check_key(library, new)
    old = entry.key.lower()
    edits = [Edit(entry.key_start, entry.key_start + len(entry.key), new)]
    expected: dict[int, Expected | None] = {}
    for other in library.entries:
        changed = _relinked(other, old, new)
        if changed or other is entry:
            edits += [
                Edit(f.value_start, f.end, changed[f.start])
                for f in other.fields
                if f.start in changed
            ]
            fields = tuple((f.name, changed.get(f.start, f.raw)) for f in other.fields)
            expected[other.start] = Expected(
                other.type, new if other is entry else other.key, fields
            )
    return rechecked(library, apply(library.text, edits), expected)


def _relinked(entry: Entry, old: str, new: str) -> dict[int, str]:
    changed = {}
    for field in entry.fields:
        if field.lower not in _LINKS and field.lower not in _LINK_LISTS:
            continue
        if field.raw[0] not in '{"':
            continue
        words = re.split(r"([\s,]+)", field.raw[1:-1])
        fresh = "".join(new if w.lower() == old else w for w in words)
        if fresh != field.raw[1:-1]:
            changed[field.start] = field.raw[0] + fresh + field.raw[-1]
    return changed


_KEY = re.compile(r"(?!-)[^\s\"#%'(),={}\\~@\x00-\x1f\x7f]+")


def check_key(library: Library, key: str) -> None:
    """RvcError when the key cannot be used for a new entry of this library."""
    if not _KEY.fullmatch(key):
        raise RvcError(
            f"{key!r} cannot be a key",
            hint="letters, digits and - _ : . + / only, no - in front: every program can cite that",
        )
    there = library.get(key)
    if there:
        same = "" if there.key == key else f" (as {there.key!r}; BibTeX ignores case)"
        line = library.position(there.start).line
        raise RvcError(f"the key {key!r} is used already in line {line}{same}")


def _editable(library: Library, entry: Entry) -> None:
    if entry.complete:
        return
    fault = next((d for d in library.syntax if entry.start <= d.start < entry.end), None)
    line, column = library.position(fault.start if fault else entry.start)
    why = fault.message if fault else "it is broken"
    raise RvcError(
        f"cannot change this entry before it is repaired, line {line}:{column}: {why}",
        where=entry.key,
    )


def _separator(library: Library, entry: Entry) -> str:
    """What stands before a field, comma included, as between the last two of the entry."""
    text, fields = library.text, entry.fields
    if fields:
        before = fields[-2].end if len(fields) > 1 else entry.key_start + len(entry.key)
        found = text[before : fields[-1].start]
        return re.sub(r"(\r\n|\n|\r)[ \t\r\n]*?(?=[ \t]*(?:,[ \t]*)?$)", r"\1", found, count=1)
    if "\n" in entry.text or "\r" in entry.text:
        style = learn(library)
        return "," + style.newline + style.indent
    return ", "


def _name_and_equals(library: Library, entry: Entry, name: str) -> str:
    """The name of a new field and its =, below those of the entry when they are aligned."""
    text, fields = library.text, entry.fields
    if not fields:
        return name + " = "
    last = fields[-1]
    gap = text[last.start + len(last.name) : last.value_start]
    widths = {f.value_start - f.start for f in fields}
    if len(widths) == 1 and (len(fields) > 1 or len(gap) > 3):  # values below one another
        padded = gap.lstrip(" \t") if gap[:1] in " \t" else gap
        equals = padded.rstrip(" \t")
        if gap[:1] in " \t" and equals:
            room = len(last.name) + len(gap) - len(padded)
            return name.ljust(room) + (padded if len(name) <= room else " " + padded)
        return (name + equals).ljust(widths.pop())
    return name + (" = " if len(gap) > 3 else gap)
