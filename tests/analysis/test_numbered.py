from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rvc.analysis.edit_script import joined, refuse_all, take_all
from rvc.analysis.numbered import diff_numbered

TEXT = st.text(alphabet="3. \n°ab", max_size=12)


def test_a_number_is_not_found_again_in_a_list() -> None:
    numbers, words = diff_numbered(
        [("Article 3\nIl paie.", "Article 3")],
        [("Article 11\nSont tenus :\n3° Il paie.", "Article 11")],
    )
    assert numbers == (("=", "Article ", 0), ("-", "3", 0), ("+", "11", 0), ("=", "\n", 0))
    assert words == (("+", "Sont tenus :\n3° ", 0), ("=", "Il paie.", 0))


def test_a_text_that_does_not_begin_with_its_number_is_compared_as_it_is() -> None:
    assert diff_numbered([("a", "1")], [("a", "1")]) == ((), (("=", "a", 0),))
    assert diff_numbered([("1 a", "1")], [("a", "")]) == ((), (("-", "1 ", 0), ("=", "a", 0)))


def test_the_number_of_what_was_merged_equals_nothing() -> None:
    old = [("Article 2\nUn plan.\n", "Article 2"), ("Article 3 ter\nUn décret.\n", "Article 3 ter")]
    new = [("Article 2\n1° Un plan.\n3° Un décret.\n", "Article 2")]
    numbers, words = diff_numbered(old, new)
    assert numbers == (("=", "Article 2\n", 0),)
    assert [(kind, text) for kind, text, _ in words] == [
        ("+", "1° "), ("=", "Un plan.\n"), ("-", "Article 3 ter\n"), ("+", "3° "),
        ("=", "Un décret.\n"),
    ]  # fmt: skip


PARTS = st.lists(st.builds(lambda number, text: (number + text, number), TEXT, TEXT), max_size=3)


@given(PARTS, PARTS)
def test_both_sides_are_rebuilt(old: list[tuple[str, str]], new: list[tuple[str, str]]) -> None:
    ops = joined(*diff_numbered(old, new))
    assert refuse_all(ops) == "".join(text for text, _ in old)
    assert take_all(ops) == "".join(text for text, _ in new)
    assert all(x[0] != y[0] or x[2] != y[2] for x, y in pairwise(ops))
