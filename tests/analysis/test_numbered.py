from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rvc.analysis.edit_script import joined, refuse_all, take_all
from rvc.analysis.numbered import diff_numbered

TEXT = st.text(alphabet="3. \n°ab", max_size=12)


def test_a_number_is_not_found_again_in_a_list() -> None:
    numbers, words = diff_numbered(
        "Article 3\nIl paie.", "Article 3", "Article 11\nSont tenus :\n3° Il paie.", "Article 11"
    )
    assert numbers == (("=", "Article ", 0), ("-", "3", 0), ("+", "11", 0), ("=", "\n", 0))
    assert words == (("+", "Sont tenus :\n3° ", 0), ("=", "Il paie.", 0))


def test_a_text_that_does_not_begin_with_its_number_is_compared_as_it_is() -> None:
    assert diff_numbered("a", "1", "a", "1") == ((), (("=", "a", 0),))
    assert diff_numbered("1 a", "1", "a", "") == ((), (("-", "1 ", 0), ("=", "a", 0)))


@given(TEXT, TEXT, TEXT, TEXT)
def test_both_texts_are_rebuilt(a: str, b: str, one: str, other: str) -> None:
    left, right = f"{one}{a}", f"{other}{b}"
    ops = joined(*diff_numbered(left, one, right, other))
    assert (refuse_all(ops), take_all(ops)) == (left, right)
    assert all(x[0] != y[0] or x[2] != y[2] for x, y in pairwise(ops))
