"""From lines in reading order to paragraphs, words broken at line ends mended."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from rvc.adapters.publishers.headings import read_heading
from rvc.adapters.publishers.numbering import read_number
from rvc.adapters.publishers.pdf_words import Run

_ENDS = re.compile(r"[.;:!?—][”\"’»)\]]*$")
_LISTED = re.compile(r"(?:[.;:,!?—–][”\"’»)\]]*|\b(?:and|or|et|ou))$")
_REFERS = re.compile(
    r"(?:\b(?:(?:sub-?)?(?:paragraph|section|clause)s?|articles?|points?|regulations?|alinéas?|and|or|"
    r"to|of|in|under|by|with|the|aux?|du|des|de|à|et|ou|les?|la|par)|[(,–-])$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 60  # letters of the longest word that can be broken
_HYPHENS = "-‐\xad"


class Made(NamedTuple):
    """A paragraph: its words, the height of its letters, whether it is bold, or a table's row."""

    text: str
    size: float
    bold: bool
    row: bool


def paragraphs(columns: Iterable[list[Run]]) -> list[Made]:
    """Join lines to paragraphs.

    `columns` are the lines of one column or page after the other. A hyphen at a line's end goes
    when the word is found whole elsewhere in the text or the compound is not.
    """
    pages = [lines for lines in columns if lines]
    known = Counter(
        word.lower() for lines in pages for line in lines for word in _WORD.findall(line.text)
    )
    made: list[tuple[list[str], Run]] = []
    for line, joins in _marked(pages):
        if joins and made:
            _mend(made[-1][0], line.text, known)
        else:
            made.append(([line.text], line))
    return [Made("".join(pieces), line.size, line.bold, line.row) for pieces, line in made]


def _marked(pages: list[list[Run]]) -> Iterator[tuple[Run, bool]]:
    leading = _leading(pages)
    previous: Run | None = None
    for lines in pages:
        left, right = min(line.left for line in lines), max(line.right for line in lines)
        for place, line in enumerate(lines):
            same_page = place > 0
            joins = previous is not None and _continues(
                previous, line, leading if same_page else 0.0, left, right
            )
            yield line, joins
            previous = line


def _leading(pages: list[list[Run]]) -> float:
    """The usual distance between lines, in points."""
    steps = [
        upper.bottom - lower.bottom
        for lines in pages
        for upper, lower in pairwise(lines)
        if 0 < upper.bottom - lower.bottom < 4 * max(upper.size, 1)
    ]
    return median(steps) if steps else 0.0


def _continues(upper: Run, lower: Run, leading: float, left: float, right: float) -> bool:
    """Whether `lower` goes on with the paragraph of `upper`."""
    if upper.row or lower.row:
        return False
    if abs(upper.size - lower.size) > 0.18 * max(upper.size, lower.size):
        return False
    step = upper.bottom - lower.bottom
    if leading and step > 0 and step > 1.4 * leading:
        return False
    short = upper.right < right - 0.15 * (right - left)
    if _opens(upper, lower, short=short) or _changes_face(upper, lower):
        return False
    if read_heading(upper.text):
        return _is_long_title(upper, lower)
    ended = _ENDS.search(upper.text) is not None
    if not leading or step <= 0:
        return not ended and not _is_short_heading(upper, right, left)
    indented = lower.left > left + 0.8 * lower.size and upper.left < lower.left - 0.5 * lower.size
    return not (ended and (indented or short)) and not (
        short and _is_title(upper.text) and not _is_title(lower.text)
    )


def _opens(upper: Run, lower: Run, *, short: bool) -> bool:
    """Whether the lower line opens a heading or a numbered paragraph of its own.

    A number after a line that does not reach the margin opens one, unless that line refers to it.
    """
    if read_heading(lower.text):
        return True
    number = read_number(lower.text)
    if number is None:
        return False
    parted = upper.bold or (short and _REFERS.search(upper.text) is None)
    said = number.certain or number.readings[0][0].startswith("decimal")
    return _LISTED.search(upper.text) is not None or (said and parted)


def _changes_face(upper: Run, lower: Run) -> bool:
    """Whether bold print begins or ends between two lines, as it does around a heading."""
    if upper.bold == lower.bold:
        return False
    return _ENDS.search(upper.text) is not None or not lower.text[:1].islower()


def _is_long_title(upper: Run, lower: Run) -> bool:
    """Whether a heading with its title goes on in the next line, bold as the first is."""
    found = read_heading(upper.text)
    return upper.bold and lower.bold and found is not None and found.heading != ""


def _is_short_heading(line: Run, right: float, left: float) -> bool:
    return line.right - line.left < 0.5 * (right - left) and _is_title(line.text)


def _is_title(text: str) -> bool:
    return text.isupper() and any(letter.isalpha() for letter in text)


def _mend(pieces: list[str], after: str, known: Counter[str]) -> None:
    """Add a line to a paragraph, a word broken at the end of the line before made whole."""
    before = pieces[-1]
    head, tail = _LAST_WORD.search(before[-_LONGEST:-1]), _FIRST_WORD.match(after)
    if before[-1:] not in _HYPHENS or not head or not tail:
        pieces.append(f" {after}")
        return
    whole, compound = (head[0] + tail[0]).lower(), f"{head[0]}-{tail[0]}".lower()
    kept = before[-1] == "-" and (known[compound] > known[whole] or tail[0][0].isupper())
    pieces[-1] = before if kept else before[:-1]
    pieces.append(after)
