from __future__ import annotations

import pytest

from rvc.analysis.kept_words import few_changed, kept_words


@pytest.mark.parametrize(
    ("phrase", "text", "kept"),
    [
        ("the duty of vigilance", "a duty of vigilance", 3),
        ("the duty of vigilance", "vigilance of duty the", 1),
        ("the duty of vigilanze", "the duty of vigilance", 4),
        ("duty holder", "dutyholder", 2),
        ("dutyholder", "duty holder", 1),
        ("a", "", 0),
    ],
)
def test_words_in_the_order_of_the_phrase(phrase: str, text: str, kept: int) -> None:
    assert kept_words(phrase.split(), text.split()) == kept


def test_a_short_word_must_be_the_same_and_a_long_one_may_lose_a_third() -> None:
    assert not few_changed("of", "or")
    assert few_changed("vigilance", "vigilnace")
    assert not few_changed("vigilance", "villains")
