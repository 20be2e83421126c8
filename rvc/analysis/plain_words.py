"""Words as people type them into a search: no case, no accents, no letters that keyboards lack."""

from __future__ import annotations

import re
import unicodedata

# Letters that Unicode does not decompose (after ICU's Latin-ASCII transform).
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)
_WORD = re.compile(r"\w+", re.UNICODE)


def plain(text: str) -> str:
    """Return `text` in lower case without accents: `Kütting, É.` and `kutting, e.` are the same."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in apart if not unicodedata.combining(c))
    return bare.translate(_PLAIN)


def words(text: str) -> list[str]:
    """Return the plain words of `text`, in order."""
    return _WORD.findall(plain(text))
