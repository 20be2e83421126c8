"""Numbers in figures and in words, in English and French, as exact decimal amounts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

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
CURRENCY = r"(?:US\$|[€£$]|EUR|GBP|USD|CHF|euros?|pounds?|dollars?|francs)"
_SCALED = re.compile(
    rf"[{_SPACES}]?(?P<scale>hundred|thousand|millions?|billions?|trillion|milliards?)(?!\w)",
    re.IGNORECASE,
)
_SHORT = re.compile(
    rf"[{_SPACES}]?(?P<scale>mn|mio|mds|mrd|md|bn|tn|k|m|b)"
    rf"(?:(?!\w)|(?=(?:EUR|GBP|USD|CHF)(?!\w)))(?P<money>(?=\s?{CURRENCY}(?!\w)))?",
    re.IGNORECASE,
)
_ATTACHED = r"(?:mn|mio|mds|mrd|md|bn|tn|k|m|b)(?:EUR|GBP|USD|CHF)?(?!\w)"
_LOOK = 5  # characters before a number in which its currency stands


class FoundNumber(NamedTuple):
    """A number at `start`:`end` of the text; `amount` is plain decimal notation."""

    start: int
    end: int
    amount: str
    in_words: bool


def read_number_words(text: str, language: str) -> Iterator[FoundNumber]:
    """All numbers in the text in order: "36 million", "5,000", "cinq mille", "3,5".

    A single "one", "un" or "une" is an article more often than a number and is left out unless a
    larger word follows.
    """
    pattern = _PATTERNS.get(language, _PATTERNS[""])
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
            yield FoundNumber(found.start(), end, plain(amount * times), in_words=False)
        else:
            value = words_value(found["words"])
            if value > 1:
                yield FoundNumber(found.start(), found.end(), str(value), in_words=True)


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


def words_value(said: str) -> int:
    """The value of number words: "five thousand" 5000, "quatre-vingt-dix" 90, "deux cents" 200."""
    total = group = 0
    for word in re.split(r"[\s-]+", said.lower()):
        if word in {"and", "et"}:
            continue
        value = next(table[word] for table in NUMBER_WORDS.values() if word in table)
        if value == 20 and word.startswith("vingt") and group % 100 == 4:
            group += 76
        elif value == 100:
            group = max(group, 1) * 100
        elif value >= 1000:
            total += max(group, 1) * value
            group = 0
        else:
            group += value
    return total + group


def plain(amount: Decimal) -> str:
    """Decimal notation without exponent or trailing zeros: 36000000, 0.5."""
    said = format(amount, "f")
    return said.rstrip("0").rstrip(".") if "." in said else said


def _figures(said: str, language: str) -> Decimal:
    """Read figures by the habits of the language: "5,000" is five thousand, in French five."""
    said = re.sub(rf"[{_SPACES}]", "", said)
    comma_thousands = re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", said) and language != "fr"
    point_thousands = re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", said) and language != "en"
    if comma_thousands:
        said = said.replace(",", "")
    elif point_thousands:
        said = said.replace(".", "").replace(",", ".")
    else:
        said = said.replace(",", ".")
    try:
        return Decimal(said)
    except InvalidOperation:
        return Decimal(re.sub(r"\D", "", said) or "0")


def _pattern(languages: tuple[str, ...]) -> re.Pattern[str]:
    words = sorted({word for tag in languages for word in NUMBER_WORDS[tag]}, key=len, reverse=True)
    one = "|".join(words)
    return re.compile(
        rf"(?<![\w.,])(?:(?P<figures>{_FIGURES})(?={_ATTACHED}|(?!\w))|"
        rf"(?P<words>(?:{one})(?:(?:[\s-]+(?:and[\s-]+|et[\s-]+)?)(?:{one})){{0,14}})(?!\w))",
        re.IGNORECASE,
    )


_PATTERNS = {"en": _pattern(("en",)), "fr": _pattern(("fr",)), "": _pattern(("en", "fr"))}
