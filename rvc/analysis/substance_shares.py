"""Shares said in words, in English and French: "two-thirds", "un dixième", "la moitié"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from rvc.analysis.substance_words import NUMBER_WORDS

_EN_ONE = {
    "half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10,
    "twentieth": 20, "hundredth": 100,
}  # fmt: skip
_EN_MANY = {"halves" if one == "half" else f"{one}s": part for one, part in _EN_ONE.items()}
_FR_ONE = {
    "tiers": 3, "quart": 4, "cinquième": 5, "sixième": 6, "huitième": 8, "dixième": 10,
    "vingtième": 20, "centième": 100,
}  # fmt: skip
_FR_ALL = {**_FR_ONE, **{f"{one}s": part for one, part in _FR_ONE.items() if one != "tiers"}}
_PARTS = {**_EN_ONE, **_EN_MANY, **_FR_ALL, "moitié": 2}
_EN_COUNT = "|".join(word for word, value in NUMBER_WORDS["en"].items() if value < 10)
_FR_COUNT = "|".join(word for word, value in NUMBER_WORDS["fr"].items() if value < 10)
_QUARTERS_OF_A_YEAR = r"(?!(?<=quarters)(?!\s+of\s+\D))"
_ENGLISH = (
    rf"(?P<count>{_EN_COUNT})[\s-]+(?P<part>{'|'.join(_EN_MANY)}){_QUARTERS_OF_A_YEAR}"
    rf"|one-(?P<one>{'|'.join(_EN_ONE)})|(?:one|an?)\s+(?P<one_of>{'|'.join(_EN_ONE)})(?=\s+of\b)"
    r"|(?<!first\s)(?<!second\s)(?P<half>half)(?=\s+(?:of|the|its|their)\b)"
)
_OF_FR = (
    r"(?=\s+(?:au\s+(?:moins|plus)\s+)?(?:du|des|de|d[’'])(?!\s+ce\b)"
    r"|\s+au\s+(?:moins|plus)\b)"
)
_THE = r"(?:(?<=\bdes\s)|(?<=\bles\s)|(?<=\baux\s))"
_FRENCH = (
    rf"(?P<combien>{_FR_COUNT})\s+(?P<partie>{'|'.join(_FR_ALL)}){_OF_FR}"
    rf"|{_THE}(?P<les_combien>{_FR_COUNT})\s+(?P<les_parts>{'|'.join(_FR_ALL)})"
    r"|(?:(?<=\ble\s)|(?<=\bdu\s)|(?<=\bau\s))(?P<le>tiers|quart)"
    r"(?=\s+(?:du|des|de\s+la|de\s+l[’'])(?!\w))|la\s+(?P<moitie>moitié)"
)


class FoundShare(NamedTuple):
    """A share at `start`:`end` of the text, as 2/3."""

    start: int
    end: int
    share: str


def read_shares(text: str, language: str) -> Iterator[FoundShare]:
    """The shares in the text in order. Third parties and quarters of a year are none."""
    for found in _PATTERNS.get(language, _PATTERNS[""]).finditer(text):
        said = {name: word.lower() for name, word in found.groupdict().items() if word}
        count = next((said.pop(name) for name in _COUNTS if name in said), None)
        many = _COUNTED[count] if count else 1
        (part,) = said.values()
        yield FoundShare(found.start(), found.end(), f"{many}/{_PARTS[part]}")


_COUNTS = ("count", "combien", "les_combien")
_COUNTED = {**NUMBER_WORDS["fr"], **NUMBER_WORDS["en"]}
_PATTERNS = {
    language: re.compile(rf"(?<![\w’'-])(?:{said})(?![\w-])", re.IGNORECASE)
    for language, said in (
        ("en", _ENGLISH), ("fr", _FRENCH), ("", f"{_ENGLISH}|{_FRENCH}")
    )
}  # fmt: skip
