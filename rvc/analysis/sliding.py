"""Slide changes that only add or only remove to where a reader expects them: the start of a
paragraph, of a sentence, of a word."""

from __future__ import annotations

from rvc.analysis.shortest_edit import Run
from rvc.analysis.side import Side

_REACH = 80  # words that a change may slide over
_SENTENCE_END = frozenset(".;:!?»")


def slide(left: Side, right: Side, runs: list[Run]) -> list[Run]:
    """Move each change that only adds or only removes to the best place it can stand at."""
    out = list(runs)
    for at in range(len(out) - 1):
        i, j, length = out[at]
        next_i, next_j, next_length = out[at + 1]
        removed, added = next_i - i - length, next_j - j - length
        if bool(removed) == bool(added):
            continue
        side, start, end = (left, i + length, next_i) if removed else (right, j + length, next_j)
        shift = _best_shift(side, start, end, length - 1, next_length - 1)
        if shift:
            out[at] = (i, j, length + shift)
            out[at + 1] = (next_i + shift, next_j + shift, next_length - shift)
    return out


def _best_shift(side: Side, start: int, end: int, back: int, ahead: int) -> int:
    """Return by how many words the change side[start:end] should move (negative: back).

    It may move over a word that equals, with its white space, the word it gains at the other end.
    """
    words, spaces = side.words, side.spaces
    best, best_shift = _place_value(side, start, end), 0
    for shift in range(1, min(back, _REACH) + 1):
        a, b = start - shift, end - shift
        if words[a] != words[b] or spaces[a] != spaces[b]:
            break
        value = _place_value(side, a, b)
        if value > best:
            best, best_shift = value, -shift
    for shift in range(min(ahead, _REACH)):
        a, b = start + shift, end + shift
        if words[a] != words[b] or spaces[a] != spaces[b]:
            break
        value = _place_value(side, a + 1, b + 1)
        if value > best:
            best, best_shift = value, shift + 1
    return best_shift


def _place_value(side: Side, start: int, end: int) -> int:
    """How natural it is that a change begins before word `start` and ends before word `end`."""
    return _seam_value(side, start) + _seam_value(side, end)


def _seam_value(side: Side, at: int) -> int:
    before, space = side.words[at - 1], side.spaces[at - 1]
    if "\n" in space or (at == 1 and side.at_line_start):
        return 8
    if before in _SENTENCE_END and space:
        return 5
    if before == "," and space:
        return 3
    return 2 if space else 0
