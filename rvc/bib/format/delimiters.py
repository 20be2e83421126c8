"""Rules that change how a value is written, and not what BibTeX makes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rvc.bib.format.rule import Change, Options, sound
from rvc.bib.library import Library
from rvc.bib.macros import parts
from rvc.bib.patch import Edit

_NUMBER = re.compile(r"[{\"][ \t]*(0|[1-9][0-9]{0,17})[ \t]*[}\"]")
_SPACES = re.compile(r"[ \t\r\n]+")


def braces(library: Library, options: Options) -> Iterator[Change]:
    """Values in quotes and bare numbers in braces."""
    del options
    for entry in sound(library):
        edits = []
        for field in entry.fields:
            raw = field.raw
            if raw[0] == "{" or (raw[0] != '"' and not raw[0].isdigit()):
                continue
            if len(parts(raw)) == 1:
                inner = raw[1:-1] if raw[0] == '"' else raw
                edits.append(Edit(field.value_start, field.end, "{" + inner + "}"))
        if edits:
            yield Change(tuple(edits), entry.key)


def numbers(library: Library, options: Options) -> Iterator[Change]:
    """Numbers without delimiters."""
    del options
    for entry in sound(library):
        edits = [
            Edit(field.value_start, field.end, found[1])
            for field in entry.fields
            if (found := _NUMBER.fullmatch(field.raw))
        ]
        if edits:
            yield Change(tuple(edits), entry.key)


def white_space(library: Library, options: Options) -> Iterator[Change]:
    """One blank for all white space inside a value and around #, none at its ends."""
    del options
    for entry in sound(library):
        edits = []
        for field in entry.fields:
            new = _squeezed(field.raw)
            if new != field.raw:
                edits.append(Edit(field.value_start, field.end, new))
        if edits:
            yield Change(tuple(edits), entry.key)


def _squeezed(raw: str) -> str:
    """A value with single blanks; where parts are joined, blanks at the inner ends count."""
    found = parts(raw)
    if len(found) == 1:
        return raw[0] + _SPACES.sub(" ", raw[1:-1]).strip(" ") + raw[-1] if raw[0] in '{"' else raw
    pieces = []
    for part in found:
        text = _SPACES.sub(" ", part.text)
        closing = {"{": "}", '"': '"'}.get(part.kind, "")
        pieces.append(part.kind + text + closing if closing else text)
    return " # ".join(pieces)
