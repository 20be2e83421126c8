from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rvc.analysis.edit_script import DELETE, EQUAL, INSERT, Script, refuse_all, take_all
from rvc.analysis.set_aside import set_aside
from rvc.analysis.textdiff import diff_texts

PARAGRAPHS = [
    f"{word} is a paragraph of its own, long enough to show where it belongs.\n"
    for word in ("Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta")
]


def test_a_block_is_one_character_that_the_other_side_never_has() -> None:
    left, right, _ = set_aside(
        "one BLOCK two", "BLOCK one", ([(4, 9, 1)], [(0, 5, 1)]), Script("", "")
    )
    assert (left, right) == ("one \ud800 two", "\ud801 one")


def test_the_script_hears_of_the_whole_texts_and_of_the_numbers() -> None:
    texts = "aBBBBc d", "a eBBBB"
    script = Script(*texts)
    *_, around = set_aside(*texts, ([(1, 5, 3)], [(3, 7, 3)]), script)
    around.keep(1)
    around.delete(4)  # the block as one character, then "c d"
    around.insert(3)
    ops = script.finish()
    assert [op for op in ops if op[2]] == [(DELETE, "BBBB", 3), (INSERT, "BBBB", 3)]
    assert (refuse_all(ops), take_all(ops)) == texts


def test_a_block_far_away_in_long_texts_is_a_move_and_its_new_neighbours_are_compared() -> None:
    filler = [
        f"Paragraph number {at} says something that no other paragraph says here.\n"
        for at in range(600)
    ]
    left = [*filler[:300], PARAGRAPHS[0], *filler[300:]]
    right = [
        *filler[:100],
        PARAGRAPHS[0],
        filler[100].replace("something", "little"),
        *filler[101:],
    ]
    ops = diff_texts("".join(left), "".join(right))
    assert [(kind, move) for kind, _, move in ops if kind != EQUAL] == [
        (INSERT, 1),
        (DELETE, 0),
        (INSERT, 0),
        (DELETE, 1),
    ]


@given(
    st.permutations(PARAGRAPHS), st.integers(0, 5), st.sampled_from(["", "\n", "new words\n", "x "])
)
def test_whatever_moves_both_texts_are_rebuilt(order: list[str], at: int, new: str) -> None:
    filler = "".join(
        f"Line {n} of a text long enough to be compared by paragraphs first.\n" for n in range(500)
    )
    left = "".join(PARAGRAPHS) + filler
    right = filler + "".join(order[:at]) + new + "".join(order[at:])
    ops = diff_texts(left, right)
    assert (refuse_all(ops), take_all(ops)) == (left, right)
