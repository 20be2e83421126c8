"""Find where two long sequences certainly correspond: items that each has exactly once.

Patience diff keeps the longest increasing chain of such items. Here they are first joined to
runs and the chain with the most text wins, so that a block that moved far costs less than the
text it would push aside. Runs off the chain are what moved.
"""

from __future__ import annotations

from itertools import count, islice, pairwise

from rvc.analysis.shortest_edit import Run


def unique_pairs(left: list[str], right: list[str]) -> list[tuple[int, int]]:
    """Return the places (left, right) of items found once in both, in the order of left."""
    last_left = dict(zip(left, count()))
    last_right = dict(zip(right, count()))
    n, m = len(left), len(right)
    first_left, first_right = last_left, last_right
    if len(last_left) < n:
        first_left = dict(zip(reversed(left), range(n - 1, -1, -1), strict=True))
    if len(last_right) < m:
        first_right = dict(zip(reversed(right), range(m - 1, -1, -1), strict=True))
    pairs = []
    for item, i in last_left.items():
        j = last_right.get(item)
        if j is not None and first_left[item] == i and first_right[item] == j:
            pairs.append((i, j))
    pairs.sort()
    return pairs


def unique_word_runs(left: list[str], right: list[str], size: int) -> list[tuple[int, int]]:
    """Return places (left, right) of runs of `size` words found once in both.

    On the left only every `size`-th run is tried, which finds each unchanged stretch of twice
    that length and keeps memory small for a million words.
    """
    if size == 1:
        return unique_pairs(left, right)
    columns = [islice(left, offset, None, size) for offset in range(size)]
    tried = frozenset(zip(*columns, strict=False))
    places_left = _places(left, size, tried)
    places_right = _places(right, size, tried)
    pairs = [
        (i, places_right[run])
        for run, i in places_left.items()
        if i >= 0 and places_right.get(run, -1) >= 0
    ]
    pairs.sort()
    return pairs


def _places(
    words: list[str], size: int, tried: frozenset[tuple[str, ...]]
) -> dict[tuple[str, ...], int]:
    """Return where each run stands, -1 when it stands in several places."""
    places: dict[tuple[str, ...], int] = {}
    windows = zip(*(islice(words, offset, None) for offset in range(size)), strict=False)
    for place, run in enumerate(windows):
        if run in tried:
            places[run] = -1 if run in places else place
    return places


def join_to_runs(
    pairs: list[tuple[int, int]], left: list[str], right: list[str], size: int = 1
) -> list[Run]:
    """Join pairs on one diagonal to runs when all between them is equal as well."""
    runs: list[Run] = []
    start_i = start_j = end_i = end_j = -1
    for i, j in pairs:
        if i == end_i and j == end_j:
            end_i, end_j = i + size, j + size
            continue
        if end_i >= 0 and i - start_i == j - start_j and left[end_i:i] == right[end_j:j]:
            end_i, end_j = max(end_i, i + size), max(end_j, j + size)
            continue
        if end_i >= 0:
            runs.append((start_i, start_j, end_i - start_i))
        start_i, start_j, end_i, end_j = i, j, i + size, j + size
    if end_i >= 0:
        runs.append((start_i, start_j, end_i - start_i))
    return runs


def heaviest_chain(runs: list[Run], weights: list[int]) -> tuple[list[Run], list[Run]]:
    """Split `runs`, sorted by left, into the increasing chain of most weight and the rest.

    A Fenwick tree of best sums over places in right: O(n log n).
    """
    if all(a[1] + a[2] <= b[1] and a[0] + a[2] <= b[0] for a, b in pairwise(runs)):
        return runs, []
    order = sorted(range(len(runs)), key=lambda at: runs[at][1])
    rank = [0] * len(runs)
    for position, at in enumerate(order, 1):
        rank[at] = position
    size = len(runs)
    best_sum, best_run = [0] * (size + 1), [-1] * (size + 1)
    before = [-1] * size
    top, last = 0, -1
    for at, weight in enumerate(weights):
        total, previous = 0, -1
        position = rank[at] - 1
        while position:
            if best_sum[position] > total:
                total, previous = best_sum[position], best_run[position]
            position &= position - 1
        total += weight
        before[at] = previous
        if total > top:
            top, last = total, at
        position = rank[at]
        while position <= size:
            if best_sum[position] < total:
                best_sum[position], best_run[position] = total, at
            position += position & -position
    chosen = set()
    while last >= 0:
        chosen.add(last)
        last = before[last]
    return _without_overlaps(runs, chosen)


def _without_overlaps(runs: list[Run], chosen: set[int]) -> tuple[list[Run], list[Run]]:
    """Cut the start of a chosen run where it overlaps the one before it."""
    chain: list[Run] = []
    rest: list[Run] = []
    end_i = end_j = 0
    for at, (i, j, length) in enumerate(runs):
        if at not in chosen:
            rest.append((i, j, length))
            continue
        cut = max(0, end_i - i, end_j - j)
        if cut < length:
            chain.append((i + cut, j + cut, length - cut))
            end_i, end_j = i + length, j + length
    return chain, rest


def extend(chain: list[Run], left: list[str], right: list[str]) -> list[Run]:
    """Lengthen each run at both ends over equal items, within the gaps between the runs."""
    out: list[Run] = []
    end_i = end_j = 0
    for at, (i, j, length) in enumerate(chain):
        while i > end_i and j > end_j and left[i - 1] == right[j - 1]:
            i, j, length = i - 1, j - 1, length + 1
        end_i, end_j = i + length, j + length
        next_i, next_j = chain[at + 1][:2] if at + 1 < len(chain) else (len(left), len(right))
        while end_i < next_i and end_j < next_j and left[end_i] == right[end_j]:
            end_i, end_j, length = end_i + 1, end_j + 1, length + 1
        if out and out[-1][0] + out[-1][2] == i and out[-1][1] + out[-1][2] == j:
            out[-1] = (out[-1][0], out[-1][1], out[-1][2] + length)
        else:
            out.append((i, j, length))
    return out
