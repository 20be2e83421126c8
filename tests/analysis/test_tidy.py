from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rvc.analysis.shortest_edit import shortest_edit
from rvc.analysis.side import Side
from rvc.analysis.tidy import tidy

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
