"""Words of a PDF page with their places, put together to runs of words on one line."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_WORD = re.compile("[^\\s\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
_MARK = re.compile(r"(?<=[^\W\d_]|[.,;:)\]”\"’»])\d{1,3}(?=[.,;:)\]”\"’»]*$)")
_CALLED = re.compile(r"(?:[^\W\d_]|[.,;:)\]”\"’»])$")
_CLOSING = ",.;:)]”’»"
_CLOSE = 0.1  # of the letter height: nearer letters belong together
_SMALL = 0.82
_SMALLER = 0.95
_RAISED = 0.15  # of the letter height: marks of footnotes stand above the line, indices below it
_HIGH = 0.25  # of the letter height: so much that a mark need not be smaller
_WIDEST_SPACE = 1.1  # of the letter height; wider gaps part columns or table cells


@dataclass(slots=True)
class Run:
    """Words side by side on one line; places in points from the lower left of the page."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def size(self) -> float:
        """Height of the letters' boxes, close to the font size."""
        return self.top - self.bottom


def read_runs(page: Any, raw: Any) -> list[Run]:
    """The runs of a pypdfium2 page in the order in which the file draws them.

    Raised digits that call footnotes are left out. Two boxes a word are asked of PDFium, not one a
    letter: that is most of the time that reading takes.
    """
    textpage = page.get_textpage()
    try:
        runs = _join(_words(textpage, raw))
        return [run for run in runs if not (run.text.isdigit() and _is_mark(run, runs))]
    finally:
        textpage.close()


def _words(textpage: Any, raw: Any) -> Iterator[Run]:
    handle, count = textpage.raw, textpage.count_chars()
    text = _characters(handle, count, raw)
    box = raw.FS_RECTF()
    where, ask = ctypes.byref(box), raw.FPDFText_GetLooseCharBox
    for found in _WORD.finditer(text):
        said, start, end = found[0], found.start(), found.end()
        if not ask(handle, start, where):
            continue
        left, bottom, top = box.left, box.bottom, box.top
        last = end - 1
        if said[-1] in "\x02\ufffe":
            said = f"{said[:-1]}-"
            last = max(start, end - 2)
        mark = _MARK.search(said)
        if mark and ask(handle, start + mark.start(), where):
            line = Run(said, left, bottom, box.right, top)
            if _is_raised(Run(mark[0], box.left, box.bottom, box.right, box.top), line):
                said = said[: mark.start()] + said[mark.end() :]
        ask(handle, last, where)
        yield Run(said, left, bottom, max(box.right, left), top)


def _is_raised(mark: Run, line: Run) -> bool:
    """Whether digits are lifted, the less the smaller they are: those of an index stand lower."""
    lifted = mark.bottom - line.bottom
    return mark.bottom < line.top and (
        (mark.size < _SMALL * line.size and lifted > 0)
        or (mark.size < _SMALLER * line.size and lifted > _RAISED * line.size)
        or _HIGH * line.size < lifted < 0.6 * line.size
    )


def _characters(handle: Any, count: int, raw: Any) -> str:
    """One character a PDFium character, so that positions in the text are PDFium's own."""
    buffer = (ctypes.c_ushort * (count + 1))()
    raw.FPDFText_GetText(handle, 0, count, buffer)
    text = bytes(buffer)[: 2 * count].decode("utf-16-le", errors="replace")
    if len(text) == count and "\x00" not in text:
        return text
    codes = (raw.FPDFText_GetUnicode(handle, place) for place in range(count))
    return "".join(chr(code) if 0 < code < 0x110000 else " " for code in codes)


def _calls_note(word: Run, last: Run) -> bool:
    digits = word.text.isdigit() and len(word.text) < 4
    return digits and _is_raised(word, last) and _CALLED.search(last.text) is not None


def _is_mark(run: Run, runs: list[Run]) -> bool:
    """Whether a run of digits, drawn apart from its line, calls a footnote there."""
    return any(
        -0.3 * line.size < run.left - line.right < 0.5 * line.size
        and run.size < _SMALL * line.size
        and _calls_note(run, line)
        for line in runs
    )


def _join(words: Iterator[Run]) -> list[Run]:
    runs: list[Run] = []
    for word in words:
        last = runs[-1] if runs else None
        if last is None:
            runs.append(word)
            continue
        size = max(last.size, word.size, 1.0)
        level = abs(last.bottom - word.bottom) < 0.35 * size
        gap = word.left - last.right
        beside = -0.6 * size < gap < _WIDEST_SPACE * size
        if beside and _calls_note(word, last):
            last.right = word.right
            continue
        if level and beside:
            close = gap < _CLOSE * size
            between = "" if close and (last.text[-1] == "-" or word.text[0] in _CLOSING) else " "
            last.text = f"{last.text}{between}{word.text}"
            last.right = max(last.right, word.right)
            last.top, last.bottom = max(last.top, word.top), min(last.bottom, word.bottom)
        else:
            runs.append(word)
    return runs
