from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rvc.analysis.anchors import (
    extend,
    heaviest_chain,
    join_to_runs,
    unique_pairs,
    unique_word_runs,
)


def test_only_items_found_once_on_both_sides_pair() -> None:
    assert unique_pairs(list("abcad"), list("dxbcc")) == [(1, 2), (4, 0)]


def test_runs_of_words_found_once() -> None:
    left = ["the", "law", "binds", "the", "firm", "and", "its", "plan"]
    right = ["here", "the", "firm", "and", "its", "plan", "differ"]
    assert unique_word_runs(left, right, 2) == [(4, 2), (6, 4)]


def test_pairs_on_one_diagonal_join_over_equal_items() -> None:
    left, right = list("abXcd"), list("zabXcd")
    assert join_to_runs(unique_pairs(left, right), left, right) == [(0, 1, 5)]


def test_the_heaviest_chain_beats_the_longest() -> None:
    runs = [(0, 5, 1), (1, 0, 1), (2, 1, 1)]
    assert heaviest_chain(runs, [50, 10, 10]) == ([(0, 5, 1)], [(1, 0, 1), (2, 1, 1)])
    assert heaviest_chain(runs, [5, 10, 10]) == ([(1, 0, 1), (2, 1, 1)], [(0, 5, 1)])


@given(st.permutations(range(8)), st.lists(st.integers(1, 9), min_size=8, max_size=8))
def test_no_increasing_chain_weighs_more(places: list[int], weights: list[int]) -> None:
    runs = [(i, j, 1) for i, j in enumerate(places)]
    chain, rest = heaviest_chain(runs, weights)
    assert sorted(chain + rest) == runs
    assert [j for _, j, _ in chain] == sorted(j for _, j, _ in chain)
    best = [0] * 8
    for i in range(8):
        before = [best[k] for k in range(i) if places[k] < places[i]]
        best[i] = weights[i] + max(before, default=0)
    assert sum(weights[i] for i, _, _ in chain) == max(best)


def test_runs_grow_over_equal_items_up_to_each_other() -> None:
    left, right = list("xabyxcx"), list("xabyzcx")
    assert extend([(1, 1, 1), (5, 5, 1)], left, right) == [(0, 0, 4), (5, 5, 2)]
