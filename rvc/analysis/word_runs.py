"""The runs of words that two texts share, in order: exact when it is affordable, and never slow."""

from __future__ import annotations

from rvc.analysis.anchors import extend, heaviest_chain, join_to_runs, unique_word_runs
from rvc.analysis.shortest_edit import Run, shortest_edit

# Cells of the table of all pairs of words. Up to the first limit the exact answer takes a few
# milliseconds; up to the second, about as long as a hundred thousand words a side, a second or two.
_AT_ONCE = 40_000_000
_AT_MOST = 16_000_000_000
_RUN_SIZES = (8, 4, 2, 1)


def shared_runs(left: list[str], right: list[str]) -> list[Run]:
    """Return the runs (place in left, place in right, length) of words that both share, in order.

    The shortest edit script when the table of all pairs is small. Otherwise runs of 8, then 4, 2
    and 1 words that each text has once divide the texts first; where nothing is unique (a table of
    repeated words) the exact script is found all the same while that takes seconds, and beyond
    that the texts are cut into blocks of proportional size.
    """
    if len(left) * len(right) <= _AT_ONCE:
        return shortest_edit(left, right)
    out: list[Run] = []
    _solve(left, right, 0, 0, 0, out)
    return out


def _solve(left: list[str], right: list[str], i: int, j: int, level: int, out: list[Run]) -> None:
    """Add the runs of `left` and `right`, which start at places i and j of the whole."""
    if not left or not right:
        return
    area = len(left) * len(right)
    while area > _AT_ONCE and level < len(_RUN_SIZES):
        size = _RUN_SIZES[level]
        level += 1
        runs = join_to_runs(unique_word_runs(left, right, size), left, right, size)
        if runs:
            chain, _ = heaviest_chain(runs, [run[2] for run in runs])
            _between(left, right, extend(chain, left, right), i, j, level, out)
            return
    if area <= _AT_MOST:
        out += [(a + i, b + j, n) for a, b, n in shortest_edit(left, right)]
        return
    _in_blocks(left, right, i, j, area // _AT_MOST + 1, out)


def _between(
    left: list[str], right: list[str], chain: list[Run], i: int, j: int, level: int, out: list[Run]
) -> None:
    """Add the runs of `chain` and, one level finer, of every gap between them."""
    end_a = end_b = 0
    for a, b, length in [*chain, (len(left), len(right), 0)]:
        _solve(left[end_a:a], right[end_b:b], i + end_a, j + end_b, level, out)
        if length:
            out.append((i + a, j + b, length))
        end_a, end_b = a + length, b + length


def _in_blocks(
    left: list[str], right: list[str], i: int, j: int, blocks: int, out: list[Run]
) -> None:
    n, m = len(left), len(right)
    for at in range(blocks):
        a, b = n * at // blocks, m * at // blocks
        block_left = left[a : n * (at + 1) // blocks]
        block_right = right[b : m * (at + 1) // blocks]
        out += [(p + i + a, q + j + b, k) for p, q, k in shortest_edit(block_left, block_right)]
