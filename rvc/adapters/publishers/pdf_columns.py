"""Reading order of a page: columns are found by the empty gutters between runs of words."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from rvc.adapters.publishers.pdf_tables import with_rows
from rvc.adapters.publishers.pdf_words import Run

_STEP = 3.0  # points; gutters are at least two of these wide
_FEWEST = 5  # lines on each side of a gutter
_CROSSING = 0.12  # share of the lines that may run across a gutter (titles over both columns)
_SHORTEST = 12  # characters of the usual line of a column: shorter ones are table cells


def in_order(runs: list[Run]) -> list[Run]:
    """The page's lines in reading order, runs on the same line of a column joined by a space."""
    if not runs:
        return []
    gutter = _gutter(runs)
    if gutter is None:
        return _lines(runs)
    ordered: list[Run] = []
    for band in _bands(runs, gutter):
        if len(band) == 1 or _are_cells(band, gutter):
            ordered += _lines(band)
            continue
        left = [run for run in band if run.right <= gutter]
        right = [run for run in band if run.right > gutter]
        ordered += in_order(left) + in_order(right)
    return ordered


def _bands(runs: list[Run], gutter: float) -> Iterator[list[Run]]:
    """Lines across the gutter part the page into bands that are read one after the other."""
    band: list[Run] = []
    for run in sorted(runs, key=lambda run: -run.top):
        if run.left < gutter < run.right:
            if band:
                yield band
            band = []
            yield [run]
        else:
            band.append(run)
    if band:
        yield band


def _gutter(runs: list[Run]) -> float | None:
    """The x in the middle of the widest gutter, None on a page of one column."""
    start, end = min(run.left for run in runs), max(run.right for run in runs)
    steps = int((end - start) / _STEP) + 1
    if len(runs) < 2 * _FEWEST or steps < 20:
        return None
    crossed = [0] * (steps + 1)
    for run in runs:
        crossed[int((run.left - start) / _STEP)] += 1
        crossed[min(int((run.right - start) / _STEP) + 1, steps)] -= 1
    allowed, total, free = max(1, int(_CROSSING * len(runs) / 2)), 0, []
    for place in range(steps):
        total += crossed[place]
        if total <= allowed and 0.15 * steps < place < 0.85 * steps:
            free.append(place)
    for first, last in sorted(_stretches(free), key=lambda one: one[0] - one[1]):
        middle = start + (first + last + 1) / 2 * _STEP
        if last > first and any(_parts_columns(part, middle) for part in _parts(runs, middle)):
            return middle
    return None


def _parts(runs: list[Run], gutter: float) -> Iterator[list[Run]]:
    """The whole page, then its bands: a table under two columns hides them on the whole page."""
    yield runs
    yield from _bands(runs, gutter)


def _are_cells(band: list[Run], gutter: float) -> bool:
    """Whether a band is a table beside or under columns: its lines are short on one side."""
    sides = (
        [run for run in band if run.right <= gutter],
        [run for run in band if run.left >= gutter],
    )
    return all(len(side) > 1 for side in sides) and any(
        median(len(run.text) for run in side) < _SHORTEST for side in sides
    )


def _stretches(places: list[int]) -> Iterator[tuple[int, int]]:
    first = last = None
    for place in places:
        if last is None or first is None:
            first = last = place
        elif place == last + 1:
            last = place
        else:
            yield first, last
            first = last = place
    if first is not None and last is not None:
        yield first, last


def _parts_columns(runs: list[Run], gutter: float) -> bool:
    left = [run for run in runs if run.right <= gutter]
    right = [run for run in runs if run.left >= gutter]
    return all(
        len(side) >= _FEWEST and median(len(run.text) for run in side) >= _SHORTEST
        for side in (left, right)
    )


def _lines(runs: list[Run]) -> list[Run]:
    """Runs from top to bottom; those on one line are joined from left to right."""
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (-run.bottom, run.left)):
        level = lines[-1][0] if lines else None
        if level is not None and abs(level.bottom - run.bottom) < 0.35 * max(level.size, run.size):
            lines[-1].append(run)
        else:
            lines.append([run])
    ordered = [sorted(line, key=lambda run: run.left) for line in lines]
    return [_joined(line, row=row) for line, row in with_rows(ordered)]


def _joined(line: list[Run], *, row: bool) -> Run:
    return Run(
        (" | " if row else " ").join(run.text for run in line),
        line[0].left,
        min(run.bottom for run in line),
        max(run.right for run in line),
        max(run.top for run in line),
        all(run.bold for run in line),
        row=row,
    )
