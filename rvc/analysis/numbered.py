"""Compare two provisions word by word, their numbers by themselves.

Otherwise the new "3" of an article is found again in the "3°" of a list, and a number that changed
drags the first words behind it along.
"""

from __future__ import annotations

import re

from rvc.analysis.textdiff import EQUAL, Op, diff_texts

_AFTER = re.compile(r"[\s.:–—-]*")


def diff_numbered(
    old: str, old_number: str, new: str, new_number: str
) -> tuple[tuple[Op, ...], tuple[Op, ...]]:
    """Return the operations between the numbers, and those between the words behind them.

    The first are none where a text does not begin with its number, or where no seam can be made.
    """
    cut, other = _end_of_number(old, old_number), _end_of_number(new, new_number)
    if cut and other:
        numbers = diff_texts(old[:cut], new[:other])
        words = diff_texts(old[cut:], new[other:])
        if not words or numbers[-1][0] == EQUAL or words[0][0] == EQUAL:
            return numbers, words
    return (), diff_texts(old, new)


def _end_of_number(text: str, number: str) -> int:
    """Return where the words of a provision begin, behind its own number; 0 without a number."""
    start = len(text) - len(text.lstrip())
    if not number or not text.startswith(number, start):
        return 0
    found = _AFTER.match(text, start + len(number))
    return found.end() if found else 0
