from __future__ import annotations

from rvc.analysis.side import Side
from rvc.analysis.sliding import slide


def side(*words: str) -> Side:
    return Side(["", *words], [" "] * (len(words) + 1))


def test_an_addition_slides_to_the_start_of_a_sentence() -> None:
    left = side("One", ".", "The", "plan", "ends", ".")
    right = side("One", ".", "The", "plan", "is", ".", "The", "plan", "ends", ".")
    runs = [(0, 0, 5), (5, 9, 2)]  # kept "One . The plan", added "is . The plan"
    assert slide(left, right, runs) == [(0, 0, 3), (3, 7, 4)]


def test_what_replaces_something_stays_where_it_is() -> None:
    runs = [(0, 0, 2), (3, 3, 2)]
    assert slide(side("One", "may", "act", "."), side("One", "can", "act", "."), runs) == runs
