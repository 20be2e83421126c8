from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rvc.analysis.words import split_words


@given(st.text(max_size=120) | st.text(alphabet="ab1,. \n\t_é\u0301'-", max_size=80))
def test_words_and_spaces_joined_are_the_text(text: str) -> None:
    leading, words, spaces = split_words(text)
    joined = "".join(word + space for word, space in zip(words, spaces, strict=True))
    assert leading + joined == text
    assert all(space == "" or space.isspace() for space in (leading, *spaces))
    assert all(word and not re.search(r"\s", word) for word in words)


@given(st.text(alphabet="ab12,. \n_'-", max_size=60))
def test_words_are_runs_of_letters_and_digits_or_single_signs(text: str) -> None:
    _, words, _ = split_words(text)
    for word in words:
        assert len(word) == 1 or re.fullmatch(r"\w+(?:(?<=\d)[.,](?=\d)\w+)*", word)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("l'article L. 225-102", ["l", "'", "article", "L", ".", "225", "-", "102"]),
        ("1,000 or 3.5.", ["1,000", "or", "3.5", "."]),
        ("e\u0301te\u0301 (été)", ["e\u0301te\u0301", "(", "été", ")"]),
        ("due_date; x", ["due_date", ";", "x"]),
        ("…", ["…"]),
        ("a1,b", ["a1", ",", "b"]),
    ],
)
def test_examples(text: str, words: list[str]) -> None:
    assert split_words(text)[1] == words
