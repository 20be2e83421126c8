"""Recognise a provision whose printed text only stands for words of an earlier version."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+")

# French chambers print "(Non modifié)", "Conforme", "(Supprimé)" for what the other chamber sent;
# English consolidations print "[Repealed]" or "(No change)".
_SAID = frozenset(
    {
        *("modifié", "modifiée", "modifiés", "modifiées", "modification", "conforme", "conformes"),
        *("supprimé", "supprimée", "supprimés", "supprimées"),
        *("abrogé", "abrogée", "abrogés", "abrogées"),
        *("unchanged", "change", "repealed", "omitted", "deleted"),
    }
)
# What stands around it: numbers of paragraphs and their conjunctions.
_AROUND = frozenset(
    {
        *("non", "sans", "no", "et", "à", "and", "to", "bis", "ter", "quater", "quinquies"),
        *("article", "articles", "section", "sections"),
    }
)
_NUMBER = re.compile(r"[ivxlc]+|\d+(?:er|°)?|[a-z]")
_LONGEST = 400


def is_placeholder(text: str) -> bool:
    """Whether `text` only says that something is unchanged, adopted, deleted or repealed."""
    if len(text) > _LONGEST:
        return False
    words = _WORD.findall(text.lower())
    return any(word in _SAID for word in words) and all(
        word in _SAID or word in _AROUND or _NUMBER.fullmatch(word) for word in words
    )
