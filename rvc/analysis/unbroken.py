"""A text as its words are said: lines joined, accents composed, with the way back to the source."""

from __future__ import annotations

import re
import unicodedata

from rvc.analysis.folding import Folded
from rvc.analysis.substance_said import ALL_WORDS
from rvc.model.text import Span

_HIDDEN = "\u00ad\u200b-\u200d\u2060\ufeff"
_SITE = re.compile(
    rf"(?P<broken>(?<=\w)[-\u00ad][ \t]*\r?\n\s*(?=(?P<behind>[^\W\d_]+)))|"
    rf"[{_HIDDEN}]+|\w[\u0300-\u036f]+"
)
_ALIKE = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2019": "'", "\u02bc": "'"})
"""Hyphens and apostrophes that look alike, one character for one."""
_MARKS = re.compile("[\u0300-\u036f]+")
_BEFORE = re.compile(r"[^\W\d_]+$")
_LONGEST = 12  # letters of a number word, and some


def unbroken(text: str) -> Folded:
    """Return `text` with the words made whole that a line breaks, its letters as they are.

    A hyphen at the end of a line goes, except behind a number: "quatre-vingt", "12-month".
    """
    text = text.translate(_ALIKE)
    pieces: list[str] = []
    places, sources = [0], [0]
    at = length = 0
    for match in _SITE.finditer(text):
        start, end = match.span()
        new = _said(text, match)
        pieces += (text[at:start], new)
        length += start - at + len(new)
        places.append(length)
        sources.append(end)
        at = end
    pieces.append(text[at:])
    return Folded("".join(pieces), tuple(places), tuple(sources))


def source_span(text: str, read: Folded, span: Span) -> Span:
    """Return where in `text` a span of what was read stands, marks of its last letter included."""
    last = read.source(span.end - 1) + 1
    marks = _MARKS.match(text, last)
    return Span(read.source(span.start), marks.end() if marks else last)


def _said(text: str, site: re.Match[str]) -> str:
    if site["broken"]:
        return (
            "-"
            if _belongs_to_a_number(
                text[max(0, site.start() - _LONGEST) : site.start()], site["behind"]
            )
            else ""
        )
    composed = unicodedata.normalize("NFC", site[0])
    return composed if composed[0].isalnum() else ""


def _belongs_to_a_number(before: str, behind: str) -> bool:
    word = _BEFORE.search(before)
    if word is None:  # figures: "12-/month"
        return True
    one, other = word[0].lower(), behind.lower()
    # "six-/teen" is one word, and "deux-/ième" no number that is counted
    return one in ALL_WORDS and one + other not in ALL_WORDS and not other.startswith("ième")
