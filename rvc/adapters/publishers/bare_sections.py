"""Sections as Acts print them, with no word before the number: "54 Transparency", "54A. Fines"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from rvc.adapters.publishers.headings import is_title_like

BARE = re.compile(r"(\d{1,3}[A-Z]{0,2})\s{1,4}(?=[A-Z“(])")
"""A number with no stop, before words or a bracket."""

DOTTED = re.compile(r"(\d{1,3}[A-Z]{0,2})\.\s{1,4}(?=[A-Z“])")
_LONGEST = 140
_NUMBER = re.compile(r"(\d+)([A-Z]*)$")


def has_dotted(texts: Sequence[str]) -> bool:
    """Whether a text prints its sections with a full stop: "1. Fines" and "(1)" under it."""
    return any(
        (found := DOTTED.match(text)) is not None
        and is_title_like(text[found.end() :], _LONGEST)
        and following.startswith("(1)")
        for text, following in pairwise(texts)
    )


def is_title(text: str, following: str) -> bool:
    """Whether the words after a section's number are its title, with words of its own below."""
    return is_title_like(text, _LONGEST) and following != "" and DOTTED.match(following) is None


def comes_next(number: str, label: str) -> bool:
    """Whether a section of this number may follow the one labelled: 54 → 54A, 55; 54A → 54B, 55."""
    said, before = _NUMBER.match(number), _NUMBER.search(label.rstrip("."))
    if said is None or before is None:
        return False
    step = int(said[1]) - int(before[1])
    return step == 1 or (step == 0 and said[2] > before[2])
