from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rvc.analysis.shortest_edit import Run, shortest_edit
from rvc.analysis.side import Side
from rvc.analysis.tidy import PRICE, cheapest, tidy

WORDS = st.lists(st.sampled_from(["", "of", "the", "duty", "plan", ",", "."]), max_size=40)


def side(words: list[str]) -> Side:
    return Side(["", *words], [" "] * (len(words) + 1))


@given(WORDS, WORDS)
def test_runs_stay_equal_and_in_order(left: list[str], right: list[str]) -> None:
    sides = side(left), side(right)
    runs = shortest_edit(sides[0].words, sides[1].words)
    end_i = end_j = 0
    for i, j, length in tidy(*sides, runs):
        assert sides[0].words[i : i + length] == sides[1].words[j : j + length]
        assert i >= end_i
        assert j >= end_j
        end_i, end_j = i + length, j + length


def test_a_lone_short_word_between_changes_goes() -> None:
    sides = side(["duty", "of", "care", "ends"]), side(["plan", "of", "risk", "ends"])
    runs = shortest_edit(sides[0].words, sides[1].words)
    assert len(runs) == 3
    assert tidy(*sides, runs) == [(0, 0, 1), (4, 4, 1)]


def test_grammar_between_stretches_written_anew_goes() -> None:
    old, new = [f"old{n}" for n in range(6)], [f"new{n}" for n in range(6)]
    for grammar, kept in ((["of", "the"], []), (["duty"], [(7, 7, 1)]), (["12"], [(7, 7, 1)])):
        left, right = (side([*ws, *grammar, *ws, "end"]) for ws in (old, new))
        end = len(left.words) - 1
        runs = shortest_edit(left.words, right.words)
        assert tidy(left, right, runs) == [(0, 0, 1), *kept, (end, end, 1)]


def test_a_longer_word_between_changes_stays() -> None:
    sides = side(["duty", "vigilance", "care", "ends"]), side(["plan", "vigilance", "risk", "ends"])
    runs = shortest_edit(sides[0].words, sides[1].words)
    assert tidy(*sides, runs) == runs


def test_a_change_does_not_run_over_the_end_of_a_paragraph() -> None:
    """Without it: `[-duty ;\\n2 The-]{+plan ;\\n3 A+} court`."""
    left = side(["A", "duty", ";", "2", "The", "court"])
    right = side(["A", "plan", ";", "3", "Any", "court"])
    runs = [(0, 0, 2), (3, 3, 1), (6, 6, 1)]
    assert tidy(left, right, runs) == [(0, 0, 2), (6, 6, 1)]
    left.spaces[3] = right.spaces[3] = "\n"
    assert tidy(left, right, runs) == runs


PARAGRAPH = 1.6


def marked(left: Side, right: Side, runs: list[Run]) -> float:
    """What a list of changes costs: the words it marks and its places, ends of paragraphs kept."""
    cost, i, j = 0.0, 0, 0
    for a, b, length in [*runs, (len(left.words), len(right.words), 0)]:
        cost += weighed(left.words[i:a]) + weighed(right.words[j:b]) + PRICE * ((i, j) != (a, b))
        kept = zip(left.spaces[a : a + length], right.spaces[b : b + length], strict=True)
        cost -= PARAGRAPH * sum("\n" in old and "\n" in new for old, new in kept)
        i, j = a + length, b + length
    return cost


def weighed(words: list[str]) -> float:
    return sum(0.05 if word in ",." else 0.7 if word == "of" else 1.0 for word in words)


def every(left: Side, right: Side, i: int, j: int) -> Iterator[list[Run]]:
    """Every way to keep words from `i` and `j` on, word by word."""
    yield []
    for a, b in product(range(i, len(left.words)), range(j, len(right.words))):
        if left.words[a] == right.words[b]:
            for rest in every(left, right, a + 1, b + 1):
                yield [(a, b, 1), *rest]


FEW = st.lists(st.tuples(st.sampled_from(["of", "duty", ","]), st.sampled_from(" \n")), max_size=5)


@given(FEW, FEW)
@example([("of", " "), ("of", "\n")], [("of", "\n")])
@example([("of", "\n"), ("of", " ")], [("of", "\n")])
@example([("of", "\n")], [("of", " "), ("of", "\n")])
@example([("of", "\n")], [("of", "\n"), ("of", " ")])
def test_a_stretch_solved_again_marks_the_least_that_can_be(
    one: list[tuple[str, str]], other: list[tuple[str, str]]
) -> None:
    left, right = (
        Side([word for word, _ in words], [space for _, space in words]) for words in (one, other)
    )
    least = min(marked(left, right, runs) for runs in every(left, right, 0, 0))
    assert marked(left, right, cheapest(left, right)) == pytest.approx(least)
