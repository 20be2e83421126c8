"""A .bib text with what is computed of it only when somebody asks: lines and macros."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from rvc.bib.macros import MacroTable

_LINE_END = re.compile(r"\r\n?|\n")


class Position(NamedTuple):
    """A place for people; both count from 1, columns in characters."""

    line: int
    column: int


class Source:
    """The text of one file, shared by all that was read from it."""

    __slots__ = ("_lines", "macros", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.macros = MacroTable()
        self._lines: list[int] | None = None

    def position(self, offset: int) -> Position:
        """Line and column of an offset; lines end at LF, CR LF or CR."""
        if self._lines is None:
            self._lines = [0, *(m.end() for m in _LINE_END.finditer(self.text))]
        line = bisect_right(self._lines, offset)
        start = self._lines[line - 1]
        return Position(line, offset - start + 1 - (self.text[start : start + 1] == "\ufeff"))
