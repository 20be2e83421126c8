from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rvc.render.wrapping import columns, wrap


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("one two three", ["one two", "three"]),
        ("exactly8 x", ["exactly8", "x"]),
        ("longerthaneight x", ["longerth", "aneight", "x"]),
        ("a longerthaneight", ["a", "longerth", "aneight"]),
        ("漢字漢字漢", ["漢字漢字", "漢"]),
        ("e\u0301" * 9, ["e\u0301" * 8, "e\u0301"]),
    ],
)
def test_lines_end_at_spaces_and_only_long_words_are_broken(text: str, lines: list[str]) -> None:
    assert wrap(text, 8) == lines


texts = st.lists(st.text(st.characters(categories=("L", "N", "P", "M"))), max_size=30)


@given(texts.map(" ".join).map(lambda text: " ".join(text.split())), st.integers(20, 90))
def test_every_line_fits_and_nothing_is_lost(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(columns(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_megabyte_without_a_space_is_looked_at_once() -> None:
    assert len(wrap("é" * 1_000_000, 60)) == 16_667
