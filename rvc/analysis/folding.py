"""A text without what printing does to words: hyphenation, ligatures, capitals, Unicode forms.

Every place in the folded text leads back to its place in the source.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

from msgspec import Struct

_MARKS = "\u0300-\u036f"
HIDDEN = "\u00ad\u200b-\u200d\u2060\ufeff"
"""Soft hyphens and characters without width: invisible to whoever copies a phrase by eye."""
_JOINED = "\ufb00-\ufb06œŒæÆĳĲ\uff01-\uff5eªº¹²³ᵃ-ᵪİ"
"""Ligatures, wide and raised forms: one character on the page, one or more in what is typed."""
_SITE = re.compile(rf"(?<=\w)[-‐¬\u00ad][ \t]*\r?\n\s*(?=\w)|[{HIDDEN}]+|[{_JOINED}]|\w[{_MARKS}]+")
_SPELLED = {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "İ": "i"}


class Folded(Struct, frozen=True):
    """A folded text; `places` and `sources` say where runs of unchanged length begin in each."""

    text: str
    places: tuple[int, ...]
    sources: tuple[int, ...]

    def source(self, place: int) -> int:
        """Return where in the source the character at `place` of the folded text stands."""
        run = bisect_right(self.places, place) - 1
        return self.sources[run] + place - self.places[run]


def fold(text: str) -> Folded:
    """Return `text` in lower case, composed, with hyphenated words joined and ligatures spelled."""
    pieces: list[str] = []
    places, sources = [0], [0]
    at = length = 0
    for match in _SITE.finditer(text):
        start, end = match.span()
        new = _spelled(match[0])
        pieces += (text[at:start], new)
        length += start - at
        if len(new) > 1:
            # every letter of a ligature leads back to the ligature, never into what follows
            places += range(length + 1, length + len(new))
            sources += [start] * (len(new) - 1)
        length += len(new)
        places.append(length)
        sources.append(end)
        at = end
    pieces.append(text[at:])
    return Folded("".join(pieces).lower(), tuple(places), tuple(sources))


def _spelled(site: str) -> str:
    if site in _SPELLED:
        return _SPELLED[site]
    if site[0] in "-‐¬\u00ad\u200b\u200c\u200d\u2060\ufeff":
        return ""
    # Compatibility forms (NFKC) undo ligatures, wide and raised letters; İ is spelled above
    # because its small form has two characters and would shift every place behind it.
    return unicodedata.normalize("NFKC" if len(site) == 1 else "NFC", site)
