"""Compare two texts while the blocks that moved stand aside: each is one word nothing is equal to.

The comparison sees short texts in which a block is one character; what it finds is told to the
script in lengths of the whole texts.
"""

from __future__ import annotations

from rvc.analysis.edit_script import Script
from rvc.analysis.moved_blocks import Block

TYPE_CHECKING = False
if TYPE_CHECKING:  # importing it would take longer than comparing ten pages
    from typing import Protocol

    class Tell(Protocol):
        """`Script.delete` or `Script.insert`."""

        def __call__(self, length: int, move: int = 0, /) -> None: ...


# Half a surrogate pair: no text read from a file can hold one, and the two sides never match.
_LEFT, _RIGHT = "\ud800", "\ud801"


def set_aside(
    left: str, right: str, moved: tuple[list[Block], list[Block]], script: Script
) -> tuple[str, str, Around]:
    """Return both texts with their blocks set aside, and the script to tell of these."""
    short_left, places_left = _shortened(left, moved[0], _LEFT)
    short_right, places_right = _shortened(right, moved[1], _RIGHT)
    return short_left, short_right, Around(script, places_left, places_right)


def _shortened(text: str, blocks: list[Block], stand_in: str) -> tuple[str, list[Block]]:
    """Return `text` with `stand_in` for each block, and (place, length, number) of each block."""
    parts: list[str] = []
    places: list[Block] = []
    at = length = 0
    for start, end, number in blocks:
        parts += (text[at:start], stand_in)
        length += start - at
        places.append((length, end - start, number))
        length += 1
        at = end
    parts.append(text[at:])
    return "".join(parts), places


class Around:
    """Takes the place of a `Script` and knows how long what stands aside is."""

    __slots__ = ("_left", "_left_at", "_right", "_right_at", "_script")

    def __init__(self, script: Script, left: list[Block], right: list[Block]) -> None:
        self._script = script
        self._left, self._right = left[::-1], right[::-1]
        self._left_at = self._right_at = 0

    def keep(self, length: int) -> None:
        """Both short texts go on with so many equal characters: no block is among them."""
        self._left_at += length
        self._right_at += length
        self._script.keep(length)

    def delete(self, length: int) -> None:
        """The next characters of the short left text are not in the right one."""
        self._left_at = _told(self._script.delete, self._left, self._left_at, length)

    def insert(self, length: int) -> None:
        """The next characters of the short right text are new."""
        self._right_at = _told(self._script.insert, self._right, self._right_at, length)


def _told(tell: Tell, blocks: list[Block], at: int, length: int) -> int:
    """Tell of the next characters of a short text, blocks in their whole length; return the end."""
    end = at + length
    while blocks and blocks[-1][0] < end:
        place, size, number = blocks.pop()
        tell(place - at)
        tell(size, number)
        at = place + 1
    tell(end - at)
    return end
