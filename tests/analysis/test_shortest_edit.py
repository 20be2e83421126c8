from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rvc.analysis import shortest_edit as module
from rvc.analysis.shortest_edit import shortest_edit

WORDS = st.lists(st.sampled_from("abcd"), max_size=25)


def longest(left: list[str], right: list[str]) -> int:
    """Length of the longest common subsequence, by the textbook table."""
    row = [0] * (len(right) + 1)
    for word in left:
        before = row[:]
        for at, other in enumerate(right, 1):
            row[at] = before[at - 1] + 1 if word == other else max(row[at - 1], before[at])
    return row[-1]


def check(left: list[str], right: list[str]) -> int:
    runs = shortest_edit(left, right)
    end_i = end_j = 0
    for at, (i, j, length) in enumerate(runs):
        assert length > 0
        assert left[i : i + length] == right[j : j + length]
        assert i >= end_i
        assert j >= end_j
        assert at == 0 or (i, j) != (end_i, end_j)
        end_i, end_j = i + length, j + length
    return sum(length for _, _, length in runs)


@given(WORDS, WORDS)
def test_as_long_as_the_textbook(left: list[str], right: list[str]) -> None:
    assert check(left, right) == longest(left, right)


def test_long_sequences_keep_only_some_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(1)
    left = rng.choices("abcdefgh", k=700)
    right = rng.choices("abcdefgh", k=600)
    exact = check(left, right)
    for name, value in (("_SHORT", 0), ("_KEEP_ALL_BYTES", 1000), ("_MASK_BYTES", 400)):
        monkeypatch.setattr(module, name, value)
    assert check(left, right) == exact == longest(left, right)


def test_nothing_in_common() -> None:
    assert shortest_edit(["a"], ["b"]) == []
    assert shortest_edit([], ["b"]) == []
    assert shortest_edit(["a"], []) == []
