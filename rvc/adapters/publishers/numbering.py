"""Recognise the number that opens a paragraph: "(4)", "1°", "I. –", "6.1", "VI à VIII. –"."""

from __future__ import annotations

import re
from typing import NamedTuple

from rvc.adapters.publishers.headings import LATIN

_X = rf"(?:\s(?:{LATIN})\b)?(?:\s(?!A\s[a-zà-ÿ])[A-Z]{{1,3}}(?=[\s.°)]))?"
"""What may follow a number; in "2° A procédé …" the letter is a verb."""
_ROMAN = r"[IVXLC]{1,7}"
_JOIN = r"\s*(?:,|et|à|and|to)\s*"
_NEW = r"\s*\((?:nouveau|nouvelle)\)"
_DASH = rf"(?:{_NEW})?(?:\s*\.?\s*[–—-](?=\s|$|\()|\.\s?[–—-](?![A-Z]\.))"
_PATTERNS: tuple[tuple[str, bool, re.Pattern[str]], ...] = (
    # style, whether the form alone is proof, pattern with the number as group 1
    (
        "decimal",
        False,
        re.compile(rf"(\d{{1,3}}(?:\.\d{{1,3}}){{1,4}}(?:\s(?:{LATIN}))?)\.?(?=\s)"),
    ),
    (
        "degree",
        True,
        re.compile(rf"(\d{{1,3}}\s?°{_X}(?:{_JOIN}\d{{1,3}}\s?°{_X})*)(?:{_DASH})?\)?(?!\w)"),
    ),
    ("(1)", True, re.compile(r"\((\d{1,4}[A-Za-z]{0,3}|PP\s?\d+(?:\s?bis)?)\)(?:\.?(?=\s|$|\W))")),
    ("(a)", True, re.compile(rf"\(([a-z]{{1,4}}(?:\s(?:{LATIN}))?)\)(?=\s|$|\W)")),
    ("(A)", True, re.compile(r"\(([A-Z]{1,3})\)(?=\s|$)")),
    ("I –", True, re.compile(rf"({_ROMAN}{_X}(?:{_JOIN}{_ROMAN}{_X})*){_DASH}")),
    ("A –", True, re.compile(rf"([A-Z]{_X}(?:{_JOIN}[A-Z]{_X})*){_DASH}")),
    ("1 –", True, re.compile(rf"(\d{{1,3}}{_X}){_DASH}")),
    ("§", True, re.compile(r"§\s?(\d{1,3})\.?(?=\s)")),
    ("a)", True, re.compile(rf"([a-z]{{1,4}}(?:\s(?:{LATIN}))?)\s?\)(?=\s)")),
    ("1)", False, re.compile(r"(\d{1,3})\)(?=\s)")),
    ("1.", False, re.compile(r"(\d{1,3}[A-Z]{0,2})\.(?=\s)")),
    ("I.", False, re.compile(rf"({_ROMAN})[.)](?=\s)")),
    ("A.", False, re.compile(r"([A-Z])[.)](?=\s)")),
    ("a.", False, re.compile(r"([a-z]{1,2})\.(?=\s)")),
)
_FIRST = re.compile(r"[\d(§]|[A-Z]{1,7}[\s.°)–—-]|[a-z]{1,4}(?:\s\w+)?\s?[).]")
_ASIDE = re.compile(_NEW)
_ROMAN_VALUE = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_VALID_ROMAN = re.compile(r"(?=.)x{0,3}(?:ix|iv|v?i{0,3})|x?[lc]x{0,3}(?:ix|iv|v?i{0,3})")


class Number(NamedTuple):
    """A number found at the start of a line.

    `certain` tells forms that only ever number ("(4)", "1°") from those that may begin a sentence
    ("2017. "). `readings` are (style, value) pairs: "(i)" may be the first of the small Romans or
    the ninth letter, "C. –" the third letter or a hundred. `end` is where the words begin.
    """

    label: str
    certain: bool
    readings: tuple[tuple[str, int], ...]
    end: int
    several: bool = False


def read_number(line: str, start: int = 0) -> Number | None:
    """Recognise the number that opens `line` at `start`, None when there is none."""
    if not _FIRST.match(line, start):
        return None
    for style, certain, pattern in _PATTERNS:
        found = pattern.match(line, start)
        if not found:
            continue
        readings = _readings(style, found[1])
        if readings:
            end = _words_start(line, found.end())
            several = re.search(_JOIN + r"[\dA-Z]", found[1]) is not None
            return Number(found[0].strip(), certain, readings, end, several)
    return None


def _words_start(line: str, end: int) -> int:
    """Where the words begin: after the number, "(nouveau)" and spaces."""
    aside = _ASIDE.match(line, end)
    end = aside.end() if aside else end
    while end < len(line) and line[end].isspace():
        end += 1
    return end


def _readings(style: str, said: str) -> tuple[tuple[str, int], ...]:
    head = re.match(r"PP\s?\d+|\d+|[A-Za-z]+", said)
    word = head[0] if head else ""
    if style == "decimal":
        value = said.partition(" ")[0].rsplit(".", 1)[1]
        return ((f"decimal{said.count('.')}", int(value)),)
    if word.startswith("PP"):
        return (("(PP)", int(word[2:])),)
    if word.isdigit():
        return ((style, int(word)),)
    found = []
    if _VALID_ROMAN.fullmatch(word.lower()):
        found.append((style.replace("a", "i").replace("A", "I"), roman_value(word)))
    letters = len(set(word)) == 1 or (len(word) == 2 and word.islower())
    if letters and "I" not in style:
        found.append((style, _letter_value(word)))
    elif len(word) == 1 and style.startswith("I"):
        found.append((style.replace("I", "A"), _letter_value(word)))
    return tuple(found)


def roman_value(word: str) -> int:
    """The value of a Roman number, its letters in either case."""
    values = [_ROMAN_VALUE[letter] for letter in word.lower()]
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))


def _letter_value(word: str) -> int:
    """a = 1, z = 26, aa = 27: doubled letters go on where the alphabet ends."""
    return ord(word[0].lower()) - 96 + 26 * (len(word) - 1)
