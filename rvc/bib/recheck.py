"""After a change, the new text is read again: it holds what was asked, and all that was there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from rvc.bib.library import Between, Entry, Library
from rvc.bib.reader import read
from rvc.errors import RvcError


class Expected(NamedTuple):
    """What an entry has to hold after a change."""

    type: str
    key: str
    fields: tuple[tuple[str, str], ...]


def rechecked(
    library: Library,
    text: str,
    changed: Mapping[int, Expected | None],
    added: Mapping[int, Expected] | None = None,
) -> str:
    """The new text, if reading it gives what it must; RvcError otherwise.

    `changed`: entries by their offset in the old text, and what each holds now, None when it is
    gone. `added`: new entries by their offset in the new text. Every other entry must stand there
    to the character, and so must comments, macros and the words between entries.
    """
    fresh = read(text)
    wanted = [changed.get(e.start, e) for e in library.entries]
    left = [w for w in wanted if w is not None]
    news = added or {}
    got = [e for e in fresh.entries if e.start not in news]
    fine = len(left) == len(got) and all(map(_same, left, got))
    fine = fine and _others(library) == _others(fresh)
    starts = {e.start: e for e in fresh.entries} if news else {}
    for start, seen in news.items():
        there = starts.get(start)
        fine = fine and there is not None and _same(seen, there) and not there.loss
    if not fine:
        raise _refusal(library)
    return text


def _same(wanted: Entry | Expected, got: Entry) -> bool:
    if isinstance(wanted, Entry):
        return wanted.complete == got.complete and wanted.text == got.text
    fields = tuple((f.name, f.raw) for f in got.fields)
    return got.complete and wanted == (got.type, got.key, fields)


def _others(library: Library) -> list[str]:
    """Everything that is neither an entry nor white space."""
    text = library.text
    found = []
    for block in library.blocks:
        if type(block) is Entry:
            continue
        said = text[block.start : block.end]
        if type(block) is Between:
            found += [line.strip() for line in said.splitlines() if line.strip()]
        else:
            found.append(said)
    return found


def _refusal(library: Library) -> RvcError:
    open_end = next((d for d in library.syntax if d.rule == "unterminated"), None)
    if open_end:
        line, column = library.position(open_end.start)
        hint = f"first close what is open since line {line}:{column}"
    else:
        hint = "look for unbalanced braces or quotes in the new value"
    return RvcError("this change would alter more than was asked; nothing was changed", hint=hint)
