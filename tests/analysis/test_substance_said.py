"""Numbers in words: how far one number goes."""

from __future__ import annotations

import pytest

from rvc.analysis.substance_numbers import read_number_words
from rvc.analysis.substance_said import ALL_WORDS, said_numbers


@pytest.mark.parametrize(
    ("said", "values"),
    [
        ("five thousand", [5000]),
        ("one hundred and twenty", [120]),
        ("two million five hundred thousand", [2_500_000]),
        ("one thousand and one", [1001]),
        ("one thousand million", [1_000_000_000]),
        ("twelve hundred", [1200]),
        ("soixante-dix", [70]),
        ("soixante et onze", [71]),
        ("soixante-et-onze", [71]),
        ("quatre-vingts", [80]),
        ("quatre-vingt-un", [81]),
        ("quatre-vingt-dix-sept", [97]),
        ("cent quatre-vingt-dix", [190]),
        ("deux cents", [200]),
        ("cinq mille", [5000]),
        ("mille neuf cent", [1900]),
        ("mille neuf cent quatre-vingt-dix-neuf", [1999]),
        ("deux millions cinq cent mille", [2_500_000]),
        ("vingt et un", [21]),
        ("dix-huit", [18]),
        ("dix mille", [10_000]),
        ("two and five", [2, 5]),
        ("deux et cinq", [2, 5]),
        ("twenty thirty", [20, 30]),
        ("three five", [3, 5]),
        ("dix-cinq", [10, 5]),
        ("vingt et cinq", [20, 5]),
        ("one hundred and two hundred", [100, 200]),
        ("one thousand and two thousand", [1000, 2000]),
        ("cent et deux cents", [100, 200]),
    ],
)
def test_words_that_make_one_number_and_no_more(said: str, values: list[int]) -> None:
    found = list(said_numbers(said, 0, ALL_WORDS))
    assert [one.value for one in found] == values
    assert found[0].start == 0
    assert found[-1].end == len(said)


@pytest.mark.parametrize(
    ("text", "language", "amounts"),
    [
        ("5,000", "en", ["5000"]),
        ("5.000", "en", ["5000"]),
        ("5,000", "fr", ["5000"]),
        ("1.250", "en", ["1.25"]),
        ("1,250", "fr", ["1.25"]),
        ("1,250", "en", ["1250"]),
        ("0.500", "en", ["0.5"]),
        ("0,125", "", ["0.125"]),
        ("1,500.50", "fr", ["1500.5"]),
        ("1.500,50", "en", ["1500.5"]),
        ("1.500.000", "en", ["1500000"]),
        ("GBP36", "en", ["36"]),
        ("several thousand", "en", []),
        ("a thousand", "en", ["1000"]),
        ("des millions", "fr", []),
        ("mille", "fr", ["1000"]),
    ],
)
def test_figures(text: str, language: str, amounts: list[str]) -> None:
    assert [one.amount for one in read_number_words(text, language)] == amounts
