"""Find the blocks of paragraphs that stand in both texts, but in another order."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from rvc.analysis.anchors import join_to_runs, unique_pairs
from rvc.analysis.shortest_edit import Run
from rvc.analysis.side import Side

Block = tuple[int, int, int]
"""A block that moved: where it starts and ends in its text, and its number."""

SEED = 40
"""Characters of a paragraph that can show where it belongs: shorter ones are headings and
formulas."""


def moves_by_gap(
    chain: list[Run], rest: list[Run], at_left: list[int], at_right: list[int]
) -> dict[int, tuple[list[Block], list[Block]]]:
    """Return for each gap before a run of `chain` the blocks that left it and that came to it."""
    moved: dict[int, tuple[list[Block], list[Block]]] = {}
    ends = ([i + n for i, _, n in chain], [j + n for _, j, n in chain])
    number = 0
    for i, j, length in rest:
        gap_left, gap_right = bisect_right(ends[0], i), bisect_right(ends[1], j)
        if i + length > chain[gap_left][0] or j + length > chain[gap_right][1]:
            continue  # part of it now belongs to a run of the chain
        number += 1
        for gap, side, place, at, run in (
            (gap_left, 0, i, at_left, 0),
            (gap_right, 1, j, at_right, 1),
        ):
            first = chain[gap - 1][run] + chain[gap - 1][2] if gap else 0
            block = (at[place] - at[first], at[place + length] - at[first], number)
            moved.setdefault(gap, ([], []))[side].append(block)
    for _, came in moved.values():
        came.sort()
    return moved


def moved_paragraphs(
    left: str, right: str, sides: tuple[Side, Side], runs: list[Run]
) -> tuple[list[Block], list[Block]] | None:
    """Return the paragraphs, unique in both texts, that `runs` do not put beside each other."""
    lines_left, lines_right = left.splitlines(True), right.splitlines(True)
    if len(lines_left) < 2 or len(lines_right) < 2:
        return None
    pairs = [p for p in unique_pairs(lines_left, lines_right) if len(lines_left[p[0]]) >= SEED]
    if not pairs:
        return None
    partner = {i + at: j + at for i, j, n in runs for at in range(n)}
    line_at = [list(accumulate(map(len, lines), initial=0)) for lines in (lines_left, lines_right)]
    word_at = [
        list(accumulate(map(int.__add__, map(len, side.words), map(len, side.spaces)), initial=0))
        for side in sides
    ]
    apart = []
    for i, j in pairs:
        first = bisect_right(word_at[0], line_at[0][i]) - 1
        last = bisect_right(word_at[0], line_at[0][i + 1] - 1)
        other = bisect_right(word_at[1], line_at[1][j]) - 1
        met = sum(partner.get(at) == other + at - first for at in range(first, last))
        if met * 2 < last - first:
            apart.append((i, j))
    if not apart:
        return None
    blocks = join_to_runs(apart, lines_left, lines_right)
    moved_left = [
        (line_at[0][i], line_at[0][i + n], number) for number, (i, _, n) in enumerate(blocks, 1)
    ]
    moved_right = [
        (line_at[1][j], line_at[1][j + n], number) for number, (_, j, n) in enumerate(blocks, 1)
    ]
    return moved_left, sorted(moved_right)
