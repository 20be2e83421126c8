from __future__ import annotations

import random
import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rvc.analysis.edit_script import DELETE, EQUAL, INSERT, Op
from rvc.analysis.textdiff import diff_texts, refuse_all, take_all

WORDS = st.sampled_from(
    [
        "the",
        "of",
        "law",
        "due",
        "L.",
        "225-102",
        "1,000",
        "é",
        "e\u0301",
        "«",
        "»",
        "\n",
        "\r\n",
        "  ",
    ]
)
PROSE = st.lists(WORDS, max_size=60).map(" ".join)
PARAGRAPHS = st.lists(
    st.sampled_from([f"Paragraph {n} says that the company shall do thing {n}." for n in range(9)])
    | PROSE,
    max_size=12,
).map("\n".join)


def check(left: str, right: str) -> tuple[Op, ...]:
    """The contract of a comparison."""
    ops = diff_texts(left, right)
    assert refuse_all(ops) == left
    assert take_all(ops) == right
    assert all(text for _, text, _ in ops)
    for (kind, _, move), (next_kind, _, next_move) in pairwise(ops):
        assert (kind, move) != (next_kind, next_move)
        assert (kind, next_kind) != (INSERT, DELETE)
    moves: dict[int, list[tuple[str, str]]] = {}
    for kind, text, move in ops:
        if move:
            moves.setdefault(move, []).append((kind, text))
    for pair in moves.values():
        assert sorted(kind for kind, _ in pair) == [INSERT, DELETE]
        assert len({text for _, text in pair}) == 1
    for side in (DELETE, INSERT):
        kept = [(kind, text) for kind, text, _ in ops if kind in (EQUAL, side)]
        for (_, before), (_, after) in pairwise(kept):
            assert not (re.match(r"\w", before[-1]) and re.match(r"\w", after[0]))
    return ops


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_are_rebuilt(left: str, right: str) -> None:
    check(left, right)


@given(PROSE, PROSE)
def test_prose_is_rebuilt_and_no_word_is_cut(left: str, right: str) -> None:
    check(left, right)


@given(PARAGRAPHS, PARAGRAPHS)
def test_paragraphs_in_another_order_are_rebuilt(left: str, right: str) -> None:
    check(left, right)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from(["\n", " ", "\r\n"]))
def test_long_texts_are_rebuilt(seed: int, line_end: str) -> None:
    rng = random.Random(seed)
    paragraphs = [
        " ".join(f"w{rng.randrange(400)}" for _ in range(rng.randrange(1, 60))) for _ in range(300)
    ]
    other = paragraphs[:]
    for _ in range(rng.randrange(40)):
        at = rng.randrange(len(other))
        words = other[at].split(" ")
        words[rng.randrange(len(words))] = rng.choice(["new", "", "one two", "w1"])
        other[at] = " ".join(words)
    for _ in range(rng.randrange(6)):
        other.insert(rng.randrange(len(other)), other.pop(rng.randrange(len(other))))
    check(line_end.join(paragraphs), line_end.join(other))


def test_nothing_changed() -> None:
    assert diff_texts("", "") == ()
    assert diff_texts("a b", "a b") == ((EQUAL, "a b", 0),)


def test_one_word_changed() -> None:
    assert check("The company may act.", "The company shall act.") == (
        (EQUAL, "The company ", 0),
        (DELETE, "may", 0),
        (INSERT, "shall", 0),
        (EQUAL, " act.", 0),
    )


def test_a_number_is_one_word() -> None:
    assert (DELETE, "1,000", 0) in check("at least 1,000 staff", "at least 1,500 staff")


def test_white_space_alone_can_change() -> None:
    assert check("one two", "one\ntwo") == (
        (EQUAL, "one", 0),
        (DELETE, " ", 0),
        (INSERT, "\n", 0),
        (EQUAL, "two", 0),
    )


def test_a_new_paragraph_is_added_whole() -> None:
    left = "The plan is public.\nThe plan is checked.\n"
    right = "The plan is public.\nThe plan is new.\nThe plan is checked.\n"
    assert check(left, right)[1] == (INSERT, "The plan is new.\n", 0)


def test_a_grammar_word_between_two_changes_does_not_split_them() -> None:
    ops = check("The duty of parent firms ends", "The care of mother firms ends")
    assert [kind for kind, _, _ in ops] == [EQUAL, DELETE, INSERT, EQUAL]


MOVED = "This paragraph is long enough to be recognised where it went.\n"


@pytest.mark.parametrize("scale", [1, 400])
def test_a_moved_paragraph_is_one_move(scale: int) -> None:
    others = [
        f"Provision {n} binds company {n} from day {n} and names {n * 7} more duties.\n"
        for n in range(6 * scale)
    ]
    left = "".join([MOVED, *others])
    right = "".join([*others, MOVED])
    ops = check(left, right)
    assert ops[0] == (DELETE, MOVED, 1)
    assert ops[-1] == (INSERT, MOVED, 1)
    assert len(ops) == 3


def test_the_same_texts_give_the_same_operations() -> None:
    left, right = "a b c d e\n" * 40, "a c b e d\n" * 41
    assert diff_texts(left, right) == diff_texts(left, right)


def test_a_table_of_repeated_words_is_compared_exactly() -> None:
    left = "yes no yes no\n" * 2000
    right = "yes no yes no\n" * 999 + "no no yes no\n" + "yes no yes no\n" * 1000
    marked = [text for kind, text, _ in check(left, right) if kind != EQUAL]
    assert sum(len(text.split()) for text in marked) == 2


@pytest.mark.parametrize("behind", ["", "\n", "\n\nIt stays.\n", " It stays."])
def test_the_point_that_both_sentences_end_with_is_kept(behind: str) -> None:
    ops = diff_texts(f"It goes.{behind}", f"It went.{behind}")
    assert ops == (("=", "It ", 0), ("-", "goes", 0), ("+", "went", 0), ("=", f".{behind}", 0))
