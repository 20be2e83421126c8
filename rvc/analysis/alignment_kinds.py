"""Name what became of each provision, once it is known which belongs to which."""

from __future__ import annotations

from bisect import bisect_left

from rvc.analysis.alignment_passes import Board
from rvc.analysis.unit import Link, LinkKind
from rvc.analysis.unit_evidence import Pair


def links_of(board: Board) -> tuple[Link, ...]:
    """Return all links in the order of the right text, dropped units where they stood."""
    in_order = set(board.chain())
    split = {i for (i, _), kind in board.pieces.items() if kind == "split"}
    merged = {j for (_, j), kind in board.pieces.items() if kind == "merged"}
    placed: list[tuple[tuple[int, int, int], Link]] = []
    pairs = [*board.partner[0].items(), *board.pieces]
    for i, j in pairs:
        if (i, j) in board.pieces:
            kind = LinkKind.SPLIT if board.pieces[i, j] == "split" else LinkKind.MERGED
        elif i in split:
            kind = LinkKind.SPLIT
        elif j in merged:
            kind = LinkKind.MERGED
        else:
            kind = _kind(board, (i, j), (i, j) in in_order)
        matched_by, score = board.found[i, j]
        link = Link(board.left[i].eid, board.right[j].eid, kind, matched_by, round(score, 4))
        placed.append(((j, 1, i), link))
    linked = {i for i, _ in pairs}, {j for _, j in pairs}
    placed += [
        ((j, 1, 0), Link(None, unit.eid, LinkKind.ADDED, "", 0.0))
        for j, unit in enumerate(board.right)
        if j not in linked[1]
    ]
    chain = sorted(in_order)
    for i, unit in enumerate(board.left):
        if i not in linked[0]:
            after = bisect_left(chain, (i, -1))
            place = chain[after - 1][1] if after else -1
            placed.append(((place, 2, i), Link(unit.eid, None, LinkKind.DROPPED, "", 0.0)))
    placed.sort(key=lambda item: item[0])
    return tuple(link for _, link in placed)


def _kind(board: Board, pair: Pair, in_order: bool) -> LinkKind:
    left, right = board.left[pair[0]], board.right[pair[1]]
    if not in_order:
        return LinkKind.MOVED
    if left.text != right.text:
        return LinkKind.CHANGED
    if left.label and right.label and left.label != right.label:
        return LinkKind.RENUMBERED
    return LinkKind.SAME
