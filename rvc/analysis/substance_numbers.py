"""Numbers in figures and in words, in English and French, as exact decimal amounts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from rvc.analysis.substance_said import ALL_WORDS, SaidNumber, said_numbers
from rvc.analysis.substance_words import NUMBER_WORDS

_SPACES = " \u00a0\u202f\u2009"
_FIGURES = (
    rf"\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?:[.,]\d+)?(?!\d)|\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?!\d)|"
    rf"\d{{1,3}}(?:\.\d{{3}})+(?:,\d+)?(?!\d)|\d+(?:[.,]\d+)?"
)
_SCALES = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "millions": 10**6, "billion": 10**9,
    "billions": 10**9, "milliard": 10**9, "milliards": 10**9, "trillion": 10**12, "k": 1000,
    "m": 10**6, "mn": 10**6, "mio": 10**6, "md": 10**9, "mds": 10**9, "mrd": 10**9, "bn": 10**9,
    "b": 10**9, "tn": 10**12,
}  # fmt: skip
_CODES = r"US\$|[€£$]|(?<!\w)(?:EUR|GBP|USD|CHF)"
BEFORE_MONEY = re.compile(rf"(?:{_CODES})\s?$", re.IGNORECASE)
"""A currency right before a number; to be searched in the few characters before it."""
CURRENCY = (
    r"(?:US\$|[€£$]|EUR|GBP|USD|CHF|euros?|pounds?(?:\s+sterling)?|livres?\s+sterling|dollars?|"
    r"francs)"
)
_SCALED = re.compile(
    rf"[{_SPACES}]?(?P<scale>hundred|thousand|millions?|billions?|trillion|milliards?)(?!\w)",
    re.IGNORECASE,
)
_SHORT = re.compile(
    rf"[{_SPACES}]?(?P<scale>mn|mio|mds|mrd|md|bn|tn|k|m|b)"
    rf"(?:(?!\w)|(?=(?:EUR|GBP|USD|CHF)(?!\w)))(?P<money>(?=\s?{CURRENCY}(?!\w)))?",
    re.IGNORECASE,
)
_ATTACHED = (
    r"(?:millions?|billions?|milliards?|mn|mio|mds|mrd|md|bn|tn|k|m|b)(?:EUR|GBP|USD|CHF)?(?!\w)"
)
_THOUSANDS = {
    ",": re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?"),
    ".": re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?"),
}
_ORDINAL = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
_LOOK = 5  # characters before a number in which its currency stands


class FoundNumber(NamedTuple):
    """A number at `start`:`end` of the text; `amount` is plain decimal notation.

    `scale` is what its last word multiplies by: 1000000 in "36 million", else 1.
    """

    start: int
    end: int
    amount: str
    in_words: bool
    scale: int = 1


def read_number_words(text: str, language: str) -> Iterator[FoundNumber]:
    """All numbers in the text in order: "36 million", "5,000", "cinq mille", "3,5"."""
    pattern = _PATTERNS.get(language, _PATTERNS[""])
    table = NUMBER_WORDS.get(language, ALL_WORDS)
    read_to = 0
    for found in pattern.finditer(text):
        if found.start() < read_to:
            continue
        if found["figures"]:
            scale = _scale(text, found.start(), found.end("figures"))
            times = _SCALES[scale["scale"].lower()] if scale else 1
            amount = _figures(found["figures"], language)
            end = scale.end() if scale else found.end("figures")
            read_to = end
            if not scale and text[end : end + 1].isalpha():
                continue  # "10m" without a currency: metres as well as millions
            yield FoundNumber(found.start(), end, plain(amount * times), False, times)
            continue
        for said in said_numbers(found["words"], found.start(), table):
            if not _counts_nothing(text, said):
                yield FoundNumber(said.start, said.end, str(said.value), True, said.scale)


def _counts_nothing(text: str, said: SaidNumber) -> bool:
    """Whether a word that only multiplies stands alone: "several thousand", "des millions d'euros".

    "a thousand", "mille" and "cent" are numbers.
    """
    alone = text[said.start : said.end].lower()
    before = text[max(0, said.start - _LOOK) : said.start].lower()
    if alone in ("million", "millions", "milliard", "milliards", "billion"):
        return True
    if alone == "cent":
        return before.rstrip().endswith("pour")
    return alone in ("hundred", "thousand") and not re.search(r"\ban?\s+$", before)


def _scale(text: str, start: int, end: int) -> re.Match[str] | None:
    """The word or, beside a currency, the abbreviation that multiplies a number in figures."""
    found = _SCALED.match(text, end)
    if found:
        return found
    found = _SHORT.match(text, end)
    beside = found and (
        found["money"] is not None or BEFORE_MONEY.search(text[max(0, start - _LOOK) : start])
    )
    return found if beside else None


def plain(amount: Decimal) -> str:
    """Decimal notation without exponent or trailing zeros: 36000000, 0.5."""
    said = format(amount, "f")
    return said.rstrip("0").rstrip(".") if "." in said else said


def _figures(said: str, language: str) -> Decimal:
    """Read figures by the habits of the language: "1,250" is 1250 in English, 1.25 in French.

    A group of three zeros is one of thousands in any language: nobody counts 5.000 employees as
    five; a number that begins with 0 has decimals.
    """
    said = re.sub(rf"[{_SPACES}]", "", said)
    certain = len(re.findall("[.,]", said)) > 1 or said.endswith("000")
    if _THOUSANDS[","].fullmatch(said) and (language != "fr" or certain):
        return Decimal(said.replace(",", ""))
    if _THOUSANDS["."].fullmatch(said) and (language != "en" or certain):
        return Decimal(said.replace(".", "").replace(",", "."))
    whole, mark, decimals = said.replace(",", ".").rpartition(".")
    return Decimal(whole.replace(".", "") + mark + decimals)


def _pattern(languages: tuple[str, ...]) -> re.Pattern[str]:
    words = sorted({word for tag in languages for word in NUMBER_WORDS[tag]}, key=len, reverse=True)
    one = "|".join(words)
    return re.compile(
        rf"(?:(?<![\w.,])|(?<=EUR)|(?<=GBP)|(?<=USD)|(?<=CHF))"
        rf"(?:(?P<figures>{_FIGURES})(?={_ATTACHED}|(?!\w))|"
        rf"(?P<words>(?:{one})(?:(?:[\s-]+(?:and[\s-]+|et[\s-]+)?)(?:{one})){{0,14}})"
        rf"(?!\w|-(?:{_ORDINAL})\b))",
        re.IGNORECASE,
    )


_PATTERNS = {"en": _pattern(("en",)), "fr": _pattern(("fr",)), "": _pattern(("en", "fr"))}
