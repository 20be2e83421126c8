"""Cut a text into words, each with the white space after it.

Only the standard library's `re` is imported: a comparison of two files spends most of its time
in starting Python, so nothing heavier may be loaded here.
"""

from __future__ import annotations

import re

# A combining mark belongs to the letter before it (decomposed accents, Devanagari vowels), and
# "1,000" or "3.5" is one word: half a number marked as changed would mislead. Every other
# character that is no white space stands alone.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u0900-\u0903\u093a-\u094f\u200c\u200d"
)
_WORD = rf"\w[\w{_MARKS}]*(?:(?<=\d)[.,](?=\d)[\w{_MARKS}]+)*|[^\w\s]"
_WORD_AND_SPACE = re.compile(rf"({_WORD})(\s*)")
_LEADING_SPACE = re.compile(r"\s*")

Words = tuple[str, list[str], list[str]]


def split_words(text: str) -> Words:
    """Return (leading white space, words, white space after each word) of `text`.

    Joined in turn they give `text` again. A word is a run of letters, digits, underscores and
    their combining marks, a whole number with its separators, or one other character.
    """
    pairs = _WORD_AND_SPACE.findall(text)
    if not pairs:
        return text, [], []
    words, spaces = zip(*pairs, strict=True)
    leading = _LEADING_SPACE.match(text)
    return (leading.group() if leading else ""), list(words), list(spaces)
