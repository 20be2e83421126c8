"""Numbers said in words, read as a person does: as far as the words make one number.

"between two and five years" has two numbers, "vingt et un" and "one hundred and twenty" one each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from rvc.analysis.substance_words import NUMBER_WORDS


class SaidNumber(NamedTuple):
    """A number of the characters start:end; `scale` is that of its last word (1000 of "mille")."""

    start: int
    end: int
    value: int
    scale: int


class _Sum:
    """A number that grows word by word; `add` refuses the word that would make it another one."""

    def __init__(self) -> None:
        self.total = self.group = 0
        self.last = 0
        self.scale = 1
        self.least_scale: int | None = None

    @property
    def value(self) -> int:
        return self.total + self.group

    def add(self, word: str, value: int) -> bool:
        taken = self._add(word, value)
        if taken:
            self.last = value
            self.scale = value if value >= 1000 else 1
        return taken

    def joins(self, connector: str, rest: int) -> bool:
        """Whether "and" or "et" can be inside of a number whose remainder alone is `rest`.

        "one hundred and two" and "one hundred and two thousand", not "one hundred and two hundred".
        """
        if connector == "and":
            thousands = self.last == 100 and rest % 1000 == 0 and rest < 100_000
            return self.last >= 100 and (rest < 100 or thousands)
        tens = self.group % 100 in (20, 30, 40, 50, 60, 80)
        return tens and (rest % 1000 == 1 or (rest == 11 and self.group % 100 == 60))

    def _add(self, word: str, value: int) -> bool:
        low = self.group % 100
        if value >= 1000:
            return self._add_scale(value)
        if value == 100:
            if low != self.group or self.group >= 20:
                return False
            self.group = max(self.group, 1) * 100
            return True
        if value == 20 and low == 4 and word.startswith("vingt"):
            self.group += 76
            return True
        teens_fit = value < 20 and low in (60, 80)  # soixante-dix, quatre-vingt-onze
        units_fit = value < 10 and low >= 20 and low % 10 == 0
        after_ten = self.last == 10 and word in ("sept", "huit", "neuf")  # dix-sept
        if self.last == 0 or low == 0 or teens_fit or units_fit or after_ten:
            self.group += value
            return True
        return False

    def _add_scale(self, value: int) -> bool:
        if self.least_scale is not None and value >= self.least_scale:
            if self.group:
                return False
            self.total *= value  # mille milliards
            return True
        if not self.group and self.least_scale is not None and value != 1000:
            return False
        self.total += max(self.group, 1) * value
        self.group = 0
        self.least_scale = value
        return True


def said_numbers(words: str, at: int, table: dict[str, int]) -> Iterator[SaidNumber]:
    """The numbers that a run of number words says, one behind the other; `at` is where it starts.

    `words` are only words of `table`, "and" and "et", with spaces and hyphens between.
    """
    number, start, end, connector = _Sum(), at, at, ""
    for found in re.finditer(r"[^\W\d_]+", words):
        word = found[0].lower()
        if word not in table:
            connector = word
            continue
        value = table[word]
        fits = end == at or not connector
        if connector and end != at:
            behind = words[found.start() :]
            fits = number.joins(connector, next(said_numbers(behind, 0, table)).value)
        if end != at and not (fits and number.add(word, value)):
            yield SaidNumber(start, end, number.value, number.scale)
            number = _Sum()
        if number.last == 0:
            start = at + found.start()
            number.add(word, value)
        end, connector = at + found.end(), ""
    if number.last:
        yield SaidNumber(start, end, number.value, number.scale)


ALL_WORDS = {word: value for table in NUMBER_WORDS.values() for word, value in table.items()}
"""Number words of all languages."""
