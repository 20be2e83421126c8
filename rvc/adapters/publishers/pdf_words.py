"""Words of a PDF page with their places, put together to runs of words on one line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from rvc.adapters.publishers.pdf_glyphs import Glyphs

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
    bold: bool = False
    first: int = -1
    last: int = -1
    """Places of its first and last characters on the page, for asking after their font."""
    row: bool = False
    """Whether it is a row of a table, its cells parted by " | "."""

    @property
    def size(self) -> float:
        """Height of the letters' boxes, close to the font size."""
        return self.top - self.bottom


class Sheet(NamedTuple):
    """One page: its runs of words, and where it begins and ends in points."""

    runs: list[Run]
    bottom: float
    top: float


def read_runs(page: Any, raw: Any) -> tuple[list[Run], float, float]:
    """The runs of a pypdfium2 page in the order in which the file draws them, and its edges.

    Raised digits that call footnotes are left out. Text that is printed sideways is turned, and
    the lower and upper edge of the page with it. Two boxes a word are asked of PDFium, not one a
    letter: that is most of the time that reading takes.
    """
    textpage = page.get_textpage()
    try:
        glyphs = Glyphs(textpage.raw, textpage.count_chars(), raw)
        runs = _join(_words(glyphs))
        for run in runs:
            run.bold = glyphs.is_bold(run.first) and glyphs.is_bold(run.last)
        kept = [run for run in runs if not (run.text.isdigit() and _is_mark(run, runs))]
        _, bottom, _, top = glyphs.turned(*page.get_mediabox())
        return kept, bottom, top
    finally:
        textpage.close()


def _words(glyphs: Glyphs) -> Iterator[Run]:
    for found in _WORD.finditer(glyphs.text):
        said, start, end = found[0], found.start(), found.end()
        box = glyphs.box(start)
        if box is None:
            continue
        last = end - 1
        if said[-1] in "\x02\ufffe":
            said = f"{said[:-1]}-"
            last = max(start, end - 2)
        word = Run(said, *box, first=start, last=last)
        mark = _MARK.search(said)
        raised = glyphs.box(start + mark.start()) if mark else None
        if mark and raised and _is_raised(Run(mark[0], *raised), word):
            word.text = said[: mark.start()] + said[mark.end() :]
        if last > start:
            word.right = max((glyphs.box(last) or box)[2], word.left)
        yield word


def _is_raised(mark: Run, line: Run) -> bool:
    """Whether digits are lifted, the less the smaller they are: those of an index stand lower."""
    lifted = mark.bottom - line.bottom
    return mark.bottom < line.top and (
        (mark.size < _SMALL * line.size and lifted > 0)
        or (mark.size < _SMALLER * line.size and lifted > _RAISED * line.size)
        or _HIGH * line.size < lifted < 0.6 * line.size
    )


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
            last.right, last.last = max(last.right, word.right), word.last
            last.top, last.bottom = max(last.top, word.top), min(last.bottom, word.bottom)
        else:
            runs.append(word)
    return runs
