from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rvc.bib.specials import specials, with_backslashes


def test_text_gets_backslashes_and_the_rest_stays():
    before = r"A & B_c 50% $x_1$ \url{a_b} \& &amp; \href{x#y}{a_b}"
    after = r"A \& B\_c 50\% $x_1$ \url{a_b} \& &amp; \href{x#y}{a\_b}"
    assert with_backslashes(before) == after
    assert specials(before) == ["&", "_", "%"]


@given(st.text("\\&%#_${}()a;", max_size=30))
def test_once_is_enough_and_nothing_else_changes(value: str):
    done = with_backslashes(value)
    assert specials(done) == [] or "\\" in value or "$" in value
    assert done.replace("\\", "") == value.replace("\\", "")
    assert (done == value) == (not specials(value))
