"""Narrow two long texts down to the small boxes in which they differ, without cutting words.

Comparing slices and `str.find` run at memory speed, so that what is equal is never looked at
word by word. A box is a range of the left and one of the right text; what lies between two boxes
is the same in both.
"""

from __future__ import annotations

Box = tuple[int, int, int, int]
"""Start and end in the left text, start and end in the right text."""

# A stretch of characters this long, found once in each box, is taken for the same place.
_PROBE = 20
_WORTH_SPLITTING = 60


def differing_boxes(left: str, right: str) -> list[Box]:
    """Return the boxes in which `left` and `right` differ, in order.

    Every box starts and ends at the start of a word (after a white space character) or at an end
    of the text.
    """
    boxes: list[Box] = []
    first = _trimmed(left, right, (0, len(left), 0, len(right)))
    stack = [first]
    while stack:
        box = stack.pop()
        a, b, c, d = box
        if a == b and c == d:
            continue
        parts = None
        if b - a > _WORTH_SPLITTING and d - c > _WORTH_SPLITTING:
            parts = _split(left, right, box)
        if parts:
            stack += parts  # the second part lies before the first
        else:
            boxes.append(box)
    return boxes


def common_prefix(left: str, right: str, box: Box) -> int:
    """Return how many characters both sides of the box start with: gallop, then bisect."""
    a, b, c, d = box
    low, high = 0, min(b - a, d - c)
    step = 32
    while low + step < high and left[a + low : a + low + step] == right[c + low : c + low + step]:
        low += step
        step *= 2
    high = min(high, low + step)
    while low < high:
        middle = (low + high + 1) >> 1
        if left[a + low : a + middle] == right[c + low : c + middle]:
            low = middle
        else:
            high = middle - 1
    return low


def common_suffix(left: str, right: str, box: Box) -> int:
    """Return how many characters both sides of the box end with."""
    a, b, c, d = box
    low, high = 0, min(b - a, d - c)
    step = 32
    while low + step < high and left[b - low - step : b - low] == right[d - low - step : d - low]:
        low += step
        step *= 2
    high = min(high, low + step)
    while low < high:
        middle = (low + high + 1) >> 1
        if left[b - middle : b - low] == right[d - middle : d - low]:
            low = middle
        else:
            high = middle - 1
    return low


def _trimmed(left: str, right: str, box: Box) -> Box:
    """Take off what both sides of the box share at its two ends, in whole words."""
    a, b, c, d = box
    reach = a + common_prefix(left, right, box)
    head = max(a, left.rfind(" ", a, reach) + 1, left.rfind("\n", a, reach) + 1)
    c += head - a
    a = head
    suffix = _word_start(left, right, b, d, common_suffix(left, right, (a, b, c, d)), a, c)
    return a, b - suffix, c, d - suffix


def _word_start(left: str, right: str, b: int, d: int, suffix: int, a: int, c: int) -> int:
    """Shorten a common suffix (of left[a:b] and right[c:d]) so that it starts with a word."""
    if not suffix:
        return 0
    at, other = b - suffix, d - suffix
    if (at == a or left[at - 1] in " \n") and (other == c or right[other - 1] in " \n"):
        return suffix
    space, line = left.find(" ", at, b), left.find("\n", at, b)
    if space < 0 or 0 <= line < space:
        space = line
    return b - space - 1 if space >= 0 else 0


def _split(left: str, right: str, box: Box) -> list[Box] | None:
    """Split the box at a stretch found once on each side; return the part after it first."""
    a, b, c, d = box
    for share in (2, 1, 3):
        at = left.find(" ", a + (b - a) * share // 4, b) + 1
        if not at or at + _PROBE > b:
            continue
        probe = left[at : at + _PROBE]
        other = right.find(probe, c, d)
        if other < 0 or right.find(probe, other + 1, d) >= 0:
            continue
        if left.find(probe, a, at + _PROBE - 1) >= 0 or left.find(probe, at + 1, b) >= 0:
            continue
        parts = _around(left, right, box, at, other)
        if parts:
            return parts
    return None


def _around(left: str, right: str, box: Box, at: int, other: int) -> list[Box] | None:
    """Return the boxes after and before the longest common stretch through the two places.

    None when the stretch is short against its shift: it may have moved, and the words decide.
    """
    a, b, c, d = box
    ahead = common_prefix(left, right, (at, b, other, d))
    behind = common_suffix(left, right, (a, at, c, other))
    start = _word_start(left, right, at, other, behind, a, c)
    end = ahead
    if at + ahead < b or other + ahead < d:
        reach = at + ahead
        end = max(left.rfind(" ", at, reach), left.rfind("\n", at, reach)) + 1 - at
    length = start + end
    shift = min(abs((at - a) - (other - c)), abs((b - at) - (d - other)))
    if end <= 0 or length < _PROBE or shift > length:
        return None
    return [(at + end, b, other + end, d), (a, at - start, c, other - start)]
