"""Compare provisions word by word, their numbers by themselves.

Otherwise the new "3" of an article is found again in the "3°" of a list, and a number that changed
drags the first words behind it along.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rvc.analysis.textdiff import DELETE, EQUAL, INSERT, Op, diff_texts

_AFTER = re.compile(r"[\s.:–—-]*")
_MASKS = "ꙮ", "ꙭ"  # letters that no law has, a different one for each side


def diff_numbered(
    old: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]]
) -> tuple[tuple[Op, ...], tuple[Op, ...]]:
    """Return the operations between the first numbers, and those between all behind them.

    Each side is the texts of its provisions with their numbers. The first operations are none where
    a text does not begin with its number, or where no seam can be made. The numbers of further
    provisions (of a split or a merger) equal nothing on the other side.
    """
    left, right = ("".join(text for text, _ in side) for side in (old, new))
    cut, other = _end_of_number(*_first(old)), _end_of_number(*_first(new))
    if cut and other:
        numbers = diff_texts(left[:cut], right[:other])
        words = _diff_masked(old, new, cut, other)
        if not words or numbers[-1][0] == EQUAL or words[0][0] == EQUAL:
            return numbers, words
    return (), _diff_masked(old, new, 0, 0)


def _first(side: Sequence[tuple[str, str]]) -> tuple[str, str]:
    return side[0] if side else ("", "")


def _diff_masked(
    old: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]], cut: int, other: int
) -> tuple[Op, ...]:
    """Compare all texts from places `cut` and `other` on, later numbers covered meanwhile."""
    left, right = ("".join(text for text, _ in side) for side in (old, new))
    if max(len(old), len(new)) < 2 or any(mask in left + right for mask in _MASKS):
        return diff_texts(left[cut:], right[other:])
    covered, covers = _masked(old, _MASKS[0]), _masked(new, _MASKS[1])
    ops: list[Op] = []
    for kind, text, move in diff_texts(covered[cut:], covers[other:]):
        real = right[other : other + len(text)] if kind == INSERT else left[cut : cut + len(text)]
        cut += 0 if kind == INSERT else len(text)
        other += 0 if kind == DELETE else len(text)
        ops.append((kind, real, move))
    return tuple(ops)


def _masked(side: Sequence[tuple[str, str]], mask: str) -> str:
    """Return all texts joined, each number but the first covered by as many letters."""
    said = ""
    for text, number in side:
        start = len(text) - len(text.lstrip())
        if said and number and text.startswith(number, start):
            end = start + len(number)
            text = text[:start] + mask * len(number) + text[end:]
        said += text
    return said


def _end_of_number(text: str, number: str) -> int:
    """Return where the words of a provision begin, behind its own number; 0 without a number."""
    start = len(text) - len(text.lstrip())
    if not number or not text.startswith(number, start):
        return 0
    found = _AFTER.match(text, start + len(number))
    return found.end() if found else 0
