"""Where a short text nearly stands in a longer one, by fewest changed characters.

Bit-parallel edit distance (Myers 1999): one whole number holds a column of the table, so a window
of a hundred characters costs a hundred steps whatever the length of the pattern.
"""

from __future__ import annotations

from typing import NamedTuple


class Nearest(NamedTuple):
    """The best place: `distance` characters put in, left out or replaced in text[start:end]."""

    distance: int
    start: int
    end: int


def nearest(pattern: str, text: str) -> Nearest:
    """Return the part of `text` with the least edit distance to `pattern`, the first of equals.

    An empty pattern is found at the start.
    """
    if not pattern:
        return Nearest(0, 0, 0)
    column = _last_row(pattern, text, anchored=False)
    distance = min(column)
    end = column.index(distance)
    back = _last_row(pattern[::-1], text[:end][::-1], anchored=True)
    return Nearest(distance, end - back.index(min(back)), end)


def _last_row(pattern: str, text: str, *, anchored: bool) -> list[int]:
    """Return the distance of `pattern` to the best part of `text` that ends at each place.

    With `anchored` the part begins at the start of the text.
    """
    length = len(pattern)
    mask, high = (1 << length) - 1, 1 << (length - 1)
    masks: dict[str, int] = {}
    for place, character in enumerate(pattern):
        masks[character] = masks.get(character, 0) | 1 << place
    plus, minus, score = mask, 0, length
    carry = int(anchored)
    row = [score]
    for character in text:
        equal = masks.get(character, 0)
        vertical = equal | minus
        horizontal = (((equal & plus) + plus) ^ plus) | equal
        up = minus | (~(horizontal | plus) & mask)
        down = plus & horizontal
        if up & high:
            score += 1
        elif down & high:
            score -= 1
        up = (up << 1) | carry
        down <<= 1
        plus = (down | ~(vertical | up)) & mask
        minus = up & vertical & mask
        row.append(score)
    return row
