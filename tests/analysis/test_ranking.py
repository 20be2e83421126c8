"""Provisions ranked by the words that they share with a question."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rvc.analysis.ranking import rank, terms, weighed

TEXTS = [
    "The minister keeps a register of companies.",
    "A company is liable for the harm that its waste does.",
    "This Act comes into force in a year.",
]


def test_the_words_asked_for_come_first() -> None:
    found = rank(TEXTS, weighed([("liability for harmful waste", 1.0), ("register", 0.2)]))
    assert [place for place, _ in found] == [1, 0]


def test_inflection_and_form_make_no_difference() -> None:
    assert terms("COMPANIES liabilities") == terms(
        "compa\u0301nies liability's".replace("\u0301", "")
    )


def test_nothing_in_common_is_nothing_found() -> None:
    assert rank(TEXTS, weighed([("zebra", 1.0)])) == []
    assert rank([], weighed([("register", 1.0)])) == []
    assert rank(TEXTS, {}) == []


@given(st.lists(st.text("abc de", max_size=30), max_size=6), st.text("abc de", max_size=30))
def test_scores_lie_between_0_and_1(texts: list[str], question: str) -> None:
    for _, score in rank(texts, weighed([(question, 1.0)])):
        assert 0 < score <= 1.0000001
