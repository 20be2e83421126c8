"""Wrapping text at a width in columns of a terminal.

Rich does this too, at ten times the cost: a page of two thousand lines is most of a command's time.
"""

from __future__ import annotations

import re
import unicodedata

_OTHER = re.compile("[^\0-\u02ff]")
"""A character that may take none or two columns."""


def columns(text: str) -> int:
    """Return how many columns a terminal needs for `text` (UAX 11: wide characters take two)."""
    if text.isascii() or not _OTHER.search(text):
        return len(text)
    return sum(map(_column, text))


def _column(character: str) -> int:
    if character < "\u0300":
        return 1
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def wrap(text: str, width: int) -> list[str]:
    """Return the lines of `text` (one line, single spaces), each at most `width` columns.

    Breaks at spaces; only a word that is longer than a whole line is broken inside. An empty text
    is one empty line.
    """
    if text.isascii() or not _OTHER.search(text):
        narrow = _wrap_narrow(text, width)
        if narrow is not None:
            return narrow
    lines: list[str] = []
    line: list[str] = []
    room = width
    for word in text.split(" "):
        need = columns(word)
        if line and need >= room:
            lines.append(" ".join(line))
            line, room = [], width
        if need > width:
            *pieces, word = _pieces(word, width)
            lines += pieces
            need = columns(word)
        room -= need + bool(line)
        line.append(word)
    lines.append(" ".join(line))
    return lines


def _wrap_narrow(text: str, width: int) -> list[str] | None:
    """Wrap a text whose characters take one column each; None when a word is longer than a line."""
    lines, start, end = [], 0, len(text)
    while end - start > width:
        cut = text.rfind(" ", start, start + width + 1)
        if cut < 0:
            return None
        lines.append(text[start:cut])
        start = cut + 1
    lines.append(text[start:])
    return lines


def _pieces(word: str, width: int) -> list[str]:
    """Return a long word in pieces that fit, looking at each character once."""
    pieces, start, used = [], 0, 0
    for position, character in enumerate(word):
        used += _column(character)
        if used > width and position > start:
            pieces.append(word[start:position])
            start, used = position, _column(character)
    return [*pieces, word[start:]]
