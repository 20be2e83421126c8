"""Tables on a page of a PDF: lines whose pieces stand under one another, cell by cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from rvc.adapters.publishers.headings import read_heading
from rvc.adapters.publishers.numbering import read_number
from rvc.adapters.publishers.pdf_words import Run

_NEAR = 3.0  # points between the edges of two cells of one column
_APART = 2.5  # line heights between two rows of one table
_CLOSE = 1.6  # line heights between two lines of one cell
_BULLET = re.compile(r"[•·▪◦o–—*-]$")
_LEADER = re.compile(r"\.{4,}|…{2,}|(?:\. ){4,}")

Line = list[Run]
"""The pieces of one line, from left to right."""


def with_rows(lines: Sequence[Line]) -> Iterator[tuple[Line, bool]]:
    """The lines in their order, each with whether it is a row of a table.

    Rows have two pieces at least, which all stand under or over pieces of the next row; the lines
    of one cell are put together. A number hung beside a paragraph is no cell, nor is the page
    number that a table of contents gives.
    """
    groups = list(_groups(lines))
    rows: set[int] = set()
    for place, (upper, lower) in enumerate(pairwise(groups)):
        if _is_row(upper[0]) and _is_row(lower[0]) and _are_aligned(upper, lower[0]):
            rows |= {place, place + 1}
    for place, group in enumerate(groups):
        if place in rows:
            yield _merged(group), True
        else:
            yield from ((line, False) for line in group)


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Each line by itself, but what may be a row with the lines in which its cells go on."""
    group: list[Line] = []
    for line in lines:
        if group and _is_row(group[0]) and not _is_row(line) and _goes_on(group, line):
            group.append(line)
            continue
        if group:
            yield group
        group = [line]
    if group:
        yield group


def _goes_on(group: list[Line], line: Line) -> bool:
    """Whether each piece of a line stands under a cell and ends before the next one."""
    last = group[-1][0]
    if not 0 < last.bottom - line[0].bottom < _CLOSE * max(last.size, 1.0):
        return False
    return all(_cell_above(group[0], run) is not None for run in line)


def _cell_above(row: Line, run: Run) -> int | None:
    for place, cell in enumerate(row):
        after = row[place + 1].left if place + 1 < len(row) else cell.right + _NEAR
        if abs(cell.left - run.left) < _NEAR and run.right < after:
            return place
    return None


def _merged(group: list[Line]) -> Line:
    row = list(group[0])
    for line in group[1:]:
        for run in line:
            place = _cell_above(row, run)
            if place is not None:
                row[place] = replace(row[place], text=f"{row[place].text} {run.text}")
    return row


def _is_row(line: Line) -> bool:
    if len(line) < 2 or any(_LEADER.search(cell.text) for cell in line):
        return False
    words = [cell for cell in line if not _is_sign(cell.text)]
    listed = len(line) == 2 and (read_heading(line[0].text) or read_number(line[0].text))
    return len(words) > 1 and not (listed and line[1].text.isdigit())


def _is_sign(text: str) -> bool:
    """Whether the piece only numbers what stands beside it."""
    number = read_number(f"{text} ")
    return _BULLET.match(text) is not None or (number is not None and number.end >= len(text))


def _are_aligned(group: list[Line], lower: Line) -> bool:
    upper, last = group[0], group[-1][0]
    if not 0 < last.bottom - lower[0].bottom < _APART * max(last.size, lower[0].size, 1.0):
        return False
    fewer, more = sorted((upper, lower), key=len)
    return all(any(_is_one_column(cell, other) for other in more) for cell in fewer)


def _is_one_column(one: Run, other: Run) -> bool:
    """Whether two cells begin, end or are centred at the same place."""
    begin, end = one.left - other.left, one.right - other.right
    return min(abs(begin), abs(end), abs(begin + end) / 2) < _NEAR
