"""Where wording that is quoted for another law begins and ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

LONGEST_QUOTE = 80
"""Paragraphs; a mark that is not closed within so many was never meant to be."""

_INSERTS = re.compile(r"\b(?:insert|substitute|add)\s*[—–-]$")

_DEFINITION = re.compile(
    r"[“\"‘«]\s?[^“”\"«»]{1,80}[”\"’»],?\s(?:\([^()]{1,60}\)\s|in relation to [^—:;]{1,80}\s)?"
    r"(?:means?\b|ha(?:s|ve) the\b|includes?\b|is\b|are\b|shall mean\b|refers? to\b|"
    r"désigne|s[’']entend)"
)


def is_definition(text: str) -> bool:
    """Whether the paragraph is one of a list of definitions: “chain” means …"""
    return _DEFINITION.match(text) is not None


def inserted_places(paras: Sequence[str]) -> set[int]:
    """Paragraphs after "insert—" up to the one whose closing quotation mark was never opened.

    Web pages of UK bills leave the opening marks of inserted wording to the style sheet.
    """
    places: set[int] = set()
    for place, para in enumerate(paras):
        if place in places or not _INSERTS.search(para[-30:]):
            continue
        after = range(place + 1, min(place + LONGEST_QUOTE, len(paras)))
        if after and paras[after[0]].startswith("“"):
            continue
        end = next((n for n in after if paras[n].count("”") > paras[n].count("“")), None)
        places |= set(range(place + 1, end + 1)) if end is not None else set()
    return places


def closes(text: str) -> bool:
    """Whether wording quoted over several paragraphs ends in this one (French reopens each)."""
    return text.count("”") > text.count("“") - text.startswith("“")
