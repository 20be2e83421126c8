"""How alike two titles are, whatever their case, accents, punctuation, subtitle and script."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

SUBTITLE_PENALTY = 0.03
"""What it costs a pair of titles that only one of them has the subtitle."""

DIFFERENT_NUMBERS = 0.75
"""The most that titles with different numbers can reach: parts and years tell works apart."""

OTHER_WORD = 0.85
"""The most that titles with one word replaced by another can reach (`in France`, `in Spain`)."""

SPELLED_OTHERWISE = 0.7
"""The least likeness of two words that count as one, spelled otherwise (`labour`, `labor`).

They must begin alike too, or differ by one letter: `formal` and `informal` are near in letters
and opposites.
"""

_SMALL = """a an the of on in for to at by with from as its de la le les l du des d der die das dem
    den del di da dei della los las el un une und fur sur dans im zur zum van voor"""
SMALL = frozenset(_SMALL.split())
"""Words that are left out, added and changed without meaning anything (folded)."""

_ABOUT = """addendum commentary comment comments correction corrections corrigendum corrigenda
    discussion errata erratum rejoinder replication reply response retracted retraction review
    withdrawn withdrawal republished"""
ABOUT = frozenset(_ABOUT.split())
"""First words that make a title that of a notice or an answer, not of the work it names."""

_MARKS = re.compile(
    r"^\W*(?:retracted(?: article| paper| chapter)?|withdrawn|(?:temporary )?removal"
    r"|article retracted|expression of concern)\s*[:.—–-]+\s*",
    re.I,
)
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)
_SIGNS = re.compile(r"[™®©℠†‡*]")
_APOSTROPHES = re.compile(r"(?<=\w)['’ʼ‘`´](?=\w)")
_ALONE = re.compile("([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af])")
"""Characters of scripts that are written without (or with arbitrary) spaces: each one counts."""
_ROMAN = re.compile(r"i{2,3}|iv|vi{1,3}|ix")
_WORDS_FOR_AND = frozenset({"and", "et", "und", "y", "e", "og", "och", "en"})


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return `text` in lower case and without accents on Latin, Greek and Cyrillic letters."""
    parts = unicodedata.normalize("NFKD", _SIGNS.sub("", text)).casefold()
    bare = "".join(c for c in parts if not "\u0300" <= c <= "\u036f")
    return unicodedata.normalize("NFC", bare).translate(_LETTERS)


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[str, ...]:
    """Return the folded words of `text`; single characters in Chinese, Japanese and Korean.

    `&` and the words for it are left out, as catalogues write one for the other.
    """
    letters = "".join(
        c if c.isalnum() or unicodedata.category(c)[0] == "M" else " "
        for c in _APOSTROPHES.sub("", fold(text))
    )
    found = _ALONE.sub(r" \1 ", letters).split()
    return tuple(word for word in found if word not in _WORDS_FOR_AND)


def without_mark(title: str) -> str:
    """Return `title` without what publishers put before that of a retracted work."""
    return _MARKS.sub("", title)


def says_retracted(title: str) -> bool:
    """Whether `title` carries the mark of a retracted or withdrawn work (`RETRACTED: …`)."""
    return without_mark(title) != title


def likeness(one: str, other: str) -> float:
    """Return how alike two titles are, from 0.0 to 1.0 (the same but for form).

    The best of whole against whole and, at a small cost, whole against the part before a subtitle.
    A title of a notice (correction, reply …) is never like that of the work it is about.
    """
    one, other = without_mark(one), without_mark(other)
    left, right = words(one), words(other)
    if not left or not right:
        return 0.0
    best = _alike(left, right)
    for short, long in ((left, other), (right, one)):
        main = words(main_title(long))
        if len(main) >= 2 and main != words(long):
            best = max(best, _alike(short, main) - SUBTITLE_PENALTY)
    if (left[0] in ABOUT) != (right[0] in ABOUT):
        return best / 2
    return best


def main_title(title: str) -> str:
    """Return what stands before the subtitle: before `: `, ` – `, `. `, `? ` or a bracket."""
    return re.split(r"(?<=\w)(?:\s*:\s+|\s+[–—-]\s+|\.\s+)|(?<=[?!])\s+|\s+\(", title, maxsplit=1)[
        0
    ]


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Return the part of the letters that agree, word by word, whichever title comes first."""
    left, right = sorted((one, other))
    length = max(len("".join(left)), len("".join(right)))
    if "".join(left) == "".join(right):
        return 1.0
    if min(len("".join(left)), len("".join(right))) * 2 < length:
        return 0.0  # too different in length to be worth the time
    lost, most = 0.0, 1.0
    matcher = SequenceMatcher(None, left[:200], right[:200], autojunk=False)
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "equal":
            continue
        ours, theirs = left[i:j], right[k:m]
        cost, replaced = _cost(ours, theirs)
        lost += cost
        most = min(most, OTHER_WORD) if replaced else most
    if _numbers(left) != _numbers(right):
        most = min(most, DIFFERENT_NUMBERS)
    return max(0.0, min(1.0 - lost / length, most))


def _cost(ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[float, bool]:
    """Return how many letters differ between two stretches, and whether other words stand there."""
    one, other = "".join(ours), "".join(theirs)
    if one == other:
        return 0.0, False
    length = max(len(one), len(other))
    if one[:1] == other[:1] or _one_letter(one, other):  # most stretches need no closer look
        matcher = SequenceMatcher(None, one, other, autojunk=False)
        if matcher.quick_ratio() >= SPELLED_OTHERWISE:  # never less than the ratio
            ratio = matcher.ratio()
            if ratio >= SPELLED_OTHERWISE:
                return (1 - ratio) * length, False
    heavy = bool(set(ours) - SMALL), bool(set(theirs) - SMALL)
    return length if any(heavy) else length / 3, all(heavy)


def _one_letter(one: str, other: str) -> bool:
    """Say whether a single letter more, less or other makes one of the other (from five on)."""
    short, long = sorted((one, other), key=len)
    if len(long) < 5 or len(long) - len(short) > 1:
        return False
    start = next((i for i, c in enumerate(short) if c != long[i]), len(short))
    return short[start + (len(short) == len(long)) :] == long[start + 1 :]


def _numbers(title: tuple[str, ...]) -> list[str]:
    found = [number for word in title for number in re.findall(r"\d+", word)]
    return sorted(found + [word for word in title if _ROMAN.fullmatch(word)])
