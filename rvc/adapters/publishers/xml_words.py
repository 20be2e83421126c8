"""Inline text of XML: words with collapsed white space, editors' marks kept in their places."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from rvc.adapters.publishers.drafting import Line, Mark
from rvc.adapters.publishers.encoding import visible

_STOP = re.compile(r"\s*([.,;:]+)(?=\s|$)")
APART = frozenset({"table", "tr", "td", "th", "row", "entry", "ROW", "CELL", "p", "li", "br"})
"""Elements whose words stand apart from those before and after, in whatever they lie."""


class Words:
    """Text that grows piece by piece with its white space collapsed; marks keep their place."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._space = False
        self.length = 0
        self.marks: list[Mark] = []

    def add(self, text: str | None) -> None:
        if not text:
            return
        words = unicodedata.normalize("NFC", visible(text)).split()
        if not words:
            self._space = True
            return
        if (self._space or text[0].isspace()) and self.length:
            self._append(" ")
        self._append(" ".join(words))
        self._space = text[-1].isspace()

    def _append(self, piece: str) -> None:
        self._pieces.append(piece)
        self.length += len(piece)

    def mark(self, start: int, mark: Mark) -> None:
        """Put a mark on all that was added since `start`."""
        while start < self.length and self.text[start] == " ":
            start += 1
        self.marks.append(replace(mark, start=start, end=self.length))

    @property
    def text(self) -> str:
        if len(self._pieces) > 1:
            self._pieces = ["".join(self._pieces)]
        return self._pieces[0] if self._pieces else ""


def prefixed(line: Line, before: str) -> Line:
    shift = len(before)
    marks = tuple(moved(mark, shift, len(line.text)) for mark in line.marks)
    return Line(before + line.text, line.skip + shift if line.skip else 0, marks)


def suffixed(line: Line, after: str) -> Line:
    return Line(line.text + after, line.skip, line.marks)


def parted_stop(tail: str | None) -> tuple[str, str]:
    """The full stop or comma right after quoted wording, which ends its last line; and the rest."""
    found = _STOP.match(tail or "")
    return (found[1], (tail or "")[found.end() :]) if found else ("", tail or "")


def lines(words: Words) -> Iterator[Line]:
    """The words as one line; none when there are no words."""
    if words.text:
        marks = sorted(words.marks, key=lambda mark: (mark.start, -mark.end))
        yield Line(words.text, 0, tuple(marks))


def moved(mark: Mark, shift: int, length: int) -> Mark:
    """The mark after `shift` characters were put before its line of `length` characters."""
    start, end = min(mark.start, length), min(mark.end, length)
    return replace(mark, start=start + shift, end=end + shift)
