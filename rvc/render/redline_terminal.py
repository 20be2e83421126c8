"""A redline for a terminal: [-taken out-] and {+put in+}, or colours, wrapped at the width."""

from __future__ import annotations

import re
from unicodedata import combining, east_asian_width

from rvc.analysis.redline import Change, Redline
from rvc.analysis.textdiff import DELETE, EQUAL, INSERT, Op
from rvc.model.printable import one_line, printable
from rvc.render.redline_words import (
    SKIPPED,
    begun,
    fate_of,
    heading_of,
    shown,
    signs_lines,
    stale_lines,
    summary_of,
    title_of,
)

_RESET = "\x1b[0m"
_STYLE = {DELETE: "\x1b[9;31m", INSERT: "\x1b[4;32m", SKIPPED: "\x1b[2m", "heading": "\x1b[1m"}
_MARKS = {DELETE: ("[-", "-]"), INSERT: ("{+", "+}")}
_PARTS = re.compile(r"\n|[^\S\n]+|\S+")


def redline_terminal(
    redline: Redline, *, width: int = 80, colour: bool = False, context: int | None = 20
) -> str:
    """Return the redline as lines of at most `width` columns.

    `context` unchanged words are shown around each change, and provisions without any change are
    named only; None shows all words of all provisions. A word wider than the terminal stands alone
    on its line.
    """
    page = _Page(max(width, 20), colour)
    page.line(title_of(redline), "heading")
    page.line(summary_of(redline))
    for line in stale_lines(redline):
        page.line(line)
    for note in redline.notes:
        page.line(f"note: {note}")
    for line in signs_lines(redline, context):
        page.line(f"note: {line}")
    for change in redline.changes:
        _change(page, change, context)
    return page.text()


def words_terminal(ops: tuple[Op, ...], *, width: int = 80, colour: bool = False) -> str:
    """Return all words of one change alone, without anything about provisions."""
    page = _Page(max(width, 20), colour)
    for kind, text, move in shown(ops, None):
        page.words(text, kind, move)
    page.end_line()
    return page.text()


def _change(page: _Page, change: Change, context: int | None) -> None:
    heading = heading_of(change)
    if heading:
        page.line("")
        page.line(f"{heading}: {fate_of(change)}", "heading")
    if context is not None and not change.has_other_words:
        return
    for kind, text, move in begun(change.ops, context):
        page.words(text, kind, move)
    page.end_line()
    page.end_text()


class _Page:
    """Collects words to lines; a style ends with each word, so that no line break carries it."""

    def __init__(self, width: int, colour: bool) -> None:
        self._width = width
        self._colour = colour
        self._lines: list[str] = []
        self._line: list[str] = []
        self._used = 0
        self._word: list[str] = []
        self._word_width = 0
        self._space = 0

    def line(self, text: str, style: str = EQUAL) -> None:
        """Add a line of its own, wrapped."""
        self._run(one_line(text), style, "", "")
        self.end_line()

    def words(self, text: str, kind: str, move: int) -> None:
        """Add running text of one kind; line breaks in it stay."""
        text = printable(text.replace("\r\n", "\n") if kind == EQUAL else text)
        begin = end = ""
        if kind in _MARKS:
            if not text.strip():
                text = text.replace("\n", "¶\n").replace(" ", "·")
            if not self._colour:
                begin, end = _MARKS[kind]
            if move:
                begin += f"moved {move}: "
        self._run(text, kind, begin, end)

    def end_line(self) -> None:
        """Finish the line, empty or not."""
        self._end_word()
        self._lines.append("".join(self._line))
        self._line, self._used, self._space = [], 0, 0

    def end_text(self) -> None:
        """Leave out the empty lines at the end."""
        while self._lines and not self._lines[-1].strip():
            self._lines.pop()

    def text(self) -> str:
        """Return all lines."""
        return "\n".join(line.rstrip() for line in self._lines) + "\n"

    def _run(self, text: str, style: str, begin: str, end: str) -> None:
        if begin:
            self._add(begin, style)
        for part in _PARTS.findall(text):
            if part == "\n":
                self.end_line()
            elif part.isspace():
                self._end_word()
                self._space = 1
            else:
                self._add(part, style)
        if end:
            self._add(end, style)

    def _add(self, part: str, style: str) -> None:
        self._word_width += _columns(part)
        coloured = self._colour and style in _STYLE
        self._word.append(f"{_STYLE[style]}{part}{_RESET}" if coloured else part)

    def _end_word(self) -> None:
        if not self._word:
            return
        if self._used and self._used + self._space + self._word_width > self._width:
            self._lines.append("".join(self._line))
            self._line, self._used = [], 0
        elif self._used and self._space:
            self._line.append(" ")
            self._used += 1
        self._line += self._word
        self._used += self._word_width
        self._word, self._word_width, self._space = [], 0, 0


def _columns(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    wide = sum(east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(combining(char) > 0 for char in text)
