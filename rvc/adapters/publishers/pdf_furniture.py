"""What a printed page carries besides its text: headers, footers, page numbers, footnotes."""

from __future__ import annotations

import re
from collections import Counter
from statistics import median

from rvc.adapters.publishers.headings import is_status, read_heading
from rvc.adapters.publishers.numbering import read_number
from rvc.adapters.publishers.pdf_running import running_titles
from rvc.adapters.publishers.pdf_words import Run, Sheet

_EDGE = 0.12  # of the page height, where headers and footers stand
_LINES = 3  # headers and footers have no more
_STEP = 6.0  # points
_OFTEN = 0.3  # of the pages (odd and even pages may differ), at least two
_MOST = 0.6  # of the pages, for lines that may be words of the text
_SHORT = 40  # characters of a running header
_NEARBY = 2  # pages
_PAGE_NUMBER = re.compile(
    r"(?:page\s+)?[-–—\s|]*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:/|of|sur|de)\s*\d{1,4})?[-–—\s|]*$"
    r"|GE\.\d\d-\d+|please recycle",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+|\b[ivxl]{1,6}\b", re.IGNORECASE)
_NOTE = re.compile(r"(?:\(?\d{1,3}\)?|\*{1,3}|[†‡§]|[a-z]/)\s*\S")
_SMALLER = 0.88


def without_furniture(sheets: list[Sheet]) -> tuple[list[Sheet], list[str]]:
    """The pages without what is repeated at their edges, and the footnotes taken from them.

    A line at an edge is furniture when it is a page number, when it stands word for word on a page
    nearby, or, but for its numbers, on many pages; and when it is a running title. "Article 4" and
    "(Supprimé)" are words of the text wherever they stand, unless they are repeated as they are.
    On two pages chance is nearer: only the outermost lines may differ by their numbers. Footnotes
    are smaller lines at the foot that open with a mark.
    """
    edges = [_edges(sheet) for sheet in sheets]
    repeated = _Repeated(edges)
    running = running_titles([sheet.runs for sheet in sheets], edges)
    cleaned, notes = [], []
    for number, (sheet, outer) in enumerate(zip(sheets, edges, strict=True), 1):
        drop = {
            id(run)
            for run in outer
            if _PAGE_NUMBER.match(run.text)
            or repeated.is_furniture(run, number)
            or id(run) in running
        }
        kept = [run for run in sheet.runs if id(run) not in drop]
        body, foot = _part_footnotes(kept)
        notes += [f"page {number}, footnote: {said}" for said in foot]
        cleaned.append(Sheet(body, sheet.bottom, sheet.top))
    return cleaned, notes


class _Repeated:
    """On which pages the lines at the edges stand, word for word and but for their numbers."""

    def __init__(self, edges: list[list[Run]]) -> None:
        self._pages = len(edges)
        self._alike: Counter[tuple[str, int]] = Counter()
        self._same: dict[tuple[str, int], list[int]] = {}
        self._ends = [{run.bottom for run in runs} or {0.0} for runs in edges]
        for number, runs in enumerate(edges, 1):
            self._alike.update({_place(run) for run in runs})
            for place in {_exact_place(run) for run in runs}:
                self._same.setdefault(place, []).append(number)

    def is_furniture(self, run: Run, page: int) -> bool:
        """Whether a line at the edge of a page is printed there on other pages too."""
        same = self._same[_exact_place(run)]
        if is_status(run.text):
            return len(same) > _MOST * self._pages
        if any(0 < abs(other - page) <= _NEARBY for other in same):
            return True
        if read_heading(run.text):
            return False
        if self._pages == 2:
            return self._alike[_place(run)] == 2 and self._is_outermost(run, page)
        share = _MOST if read_number(run.text) else _OFTEN
        return self._alike[_place(run)] >= max(2, int(share * self._pages))

    def _is_outermost(self, run: Run, page: int) -> bool:
        """Whether a line that ends no sentence is the first or the last of its page."""
        ends = self._ends[page - 1]
        outer = any(abs(run.bottom - end) < 2 for end in (min(ends), max(ends)))
        return outer and len(run.text) < _SHORT and run.text[-1] not in ".;:,"


def _edges(sheet: Sheet) -> list[Run]:
    """The outermost lines at the top and bottom of a page, within its edges."""
    depth = _EDGE * (sheet.top - sheet.bottom)
    low, high = sheet.bottom + depth, sheet.top - depth
    upper = sorted((run for run in sheet.runs if run.bottom > high), key=lambda run: -run.bottom)
    lower = sorted((run for run in sheet.runs if run.top < low), key=lambda run: run.bottom)
    return [*_outermost(upper), *_outermost(lower)]


def _outermost(runs: list[Run]) -> list[Run]:
    """The runs on the first lines of a list sorted from the edge inwards."""
    levels: list[float] = []
    kept = []
    for run in runs:
        if not any(abs(run.bottom - level) < 2 for level in levels):
            levels.append(run.bottom)
        if len(levels) > _LINES:
            break
        kept.append(run)
    return kept


def _place(run: Run) -> tuple[str, int]:
    """What a line says but for its numbers, and where: a header stands at one height."""
    return _DIGITS.sub("#", run.text.lower()).strip(), round(run.bottom / _STEP)


def _exact_place(run: Run) -> tuple[str, int]:
    return run.text, round(run.bottom / _STEP)


def _part_footnotes(runs: list[Run]) -> tuple[list[Run], list[str]]:
    if len(runs) < 4:
        return runs, []
    usual = median(run.size for run in runs for _ in range(1 + len(run.text) // 20))
    upward = sorted(runs, key=lambda run: run.bottom)
    foot: list[Run] = []
    for run in upward:
        if run.size > _SMALLER * usual:
            break
        foot.insert(0, run)
    foot.sort(key=lambda run: (-round(run.bottom), run.left))
    start = next((place for place, run in enumerate(foot) if _NOTE.match(run.text)), None)
    if start is None or start > 0 or len(foot) > 0.6 * len(runs):
        return runs, []
    taken = {id(run) for run in foot}
    said: list[str] = []
    for run in foot:
        if _NOTE.match(run.text) or not said:
            said.append(run.text)
        else:
            said[-1] = f"{said[-1]} {run.text}"
    return [run for run in runs if id(run) not in taken], said
