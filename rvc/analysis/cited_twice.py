"""One work twice in one citation, as when two entries become one: `[@a; @b]` → `[@a]`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rvc.analysis.cited import Cited

_BEGINS = re.compile(r"[\[{:;,]\s*$")
_GAP = re.compile(r"\s*[;,]\s*")
_ENDS = re.compile(r"\s*[,;}\]]")
_MARKED_ENDS = re.compile(r"\s*[;\]]")  # behind `@key` a comma begins the pages


def doubles(text: str, found: Sequence[Cited], old: str, new: str) -> dict[int, tuple[int, int]]:
    """Return which citations repeat another when `old` becomes `new`: number → what goes.

    `found` are the citations of `text`. Only works that are named alone count, side by side with
    others: pages and words beside a work are somebody's.
    """
    gone: dict[int, tuple[int, int]] = {}
    there: set[str] = set()  # which of the two stand alone in this citation up to here
    end = -1
    for number, one in enumerate(found):
        before, (start, end) = end, _item(text, one)
        if before < 0 or not _GAP.fullmatch(text, before, start):
            there = set()
        if one.key not in (old, new) or not _alone(text, start, one, end):
            continue
        if there and old in there | {one.key}:
            gone[number] = (before, end)
        there = there | {one.key}
    return gone


def _alone(text: str, start: int, one: Cited, end: int) -> bool:
    """Whether no words, pages or hyphen stand beside a work."""
    ends = _MARKED_ENDS if start < one.start else _ENDS
    return bool(_BEGINS.search(text[max(0, start - 20) : start]) and ends.match(text, end))


def _item(text: str, one: Cited) -> tuple[int, int]:
    """Return where a work is named, with the signs of its key: `@{key}`, `&key`."""
    if text[max(0, one.start - 2) : one.start] == "@{" and text[one.end : one.end + 1] == "}":
        return one.start - 2, one.end + 1
    marked = text[max(0, one.start - 1) : one.start] in ("@", "&")
    return one.start - marked, one.end
