from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rvc.analysis.signs import count_signs, levelled, same_words, without_signs
from rvc.analysis.textdiff import diff_texts, refuse_all, take_all


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("l'obligation", "l’obligation"),
        ("« plan »", "“plan”"),
        ("le plan ;", "le plan\u00a0;"),
        ("le plan ;", "le plan;"),
        ("10 %", "10\u202f%"),
        ("n° 5", "n°5"),
        ("2-5 ans", "2–5 ans"),
        ("a  b\nc", "a b c"),
        ("co\u00adop", "coop"),
        ("e\u0301te\u0301", "été"),
        ("mise en œuvre", "mise en oeuvre"),
        ("la ﬁn", "la fin"),
        ("nº 5", "n° 5"),
    ],
)
def test_the_same_words_in_other_signs(one: str, other: str) -> None:
    assert levelled(one) == levelled(other)
    assert same_words(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("now here", "nowhere"), ("5 000", "5,000"), ("Plan", "plan"), ("its", "it's"), ("a.", "a,")],
)
def test_other_words(one: str, other: str) -> None:
    assert levelled(one) != levelled(other)
    assert not same_words(one, other)


def test_signs_are_taken_from_the_right_text() -> None:
    left = "L'État veille : « tout » plan est public ; il dure 2-5 ans."
    right = "L’État veille\u00a0: “tout” plan est secret\u00a0; il dure 2–5 ans."
    ops = without_signs(diff_texts(left, right))
    changed = [(kind, text.strip()) for kind, text, _ in ops if kind != "="]
    assert changed == [("-", "public"), ("+", "secret")]
    assert take_all(ops) == right
    assert count_signs(diff_texts(left, right)) == 5


def test_paragraphs_and_moves_are_no_signs() -> None:
    for ops in (
        diff_texts("a b", "a\nb c"),
        (("=", "a", 0), ("+", "\n", 0), ("=", " b", 0)),
        (("-", "'x'", 1), ("=", "y", 0), ("+", "’x’", 1)),
        (("-", "'x'", 0), ("+", "’x’", 1), ("=", "y", 0), ("-", "’x’", 1)),
        (("-", "’x’", 1), ("+", "'x'", 0), ("=", "y", 0), ("+", "’x’", 1)),
        (("-", "\n", 1), ("=", "y", 0), ("+", "\n", 1)),
        (("-", "x", 0), ("+", " ", 0), ("=", "b", 0)),
        (("=", "x", 0), ("+", "x", 0), ("=", "b", 0)),
    ):
        assert without_signs(ops) == ops
        assert count_signs(ops) == 0


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("les mots « a » et b", "les mots « a « et b"),
        ("« a » et « b »", "« a et b »"),
        ("-5", "5"),
        ("10-20", "1020"),
        ("1. 5", "1.5"),
        ("5\u00a0000", "5000"),
        ("co-operate", "cooperate"),
        ("l’un", "lun"),
        ("un plan*", "un plan"),
        ("a...", "a"),
        ("a\nb", "a b"),
    ],
)
def test_what_says_something_else_is_marked(left: str, right: str) -> None:
    assert any(kind != "=" for kind, _, _ in without_signs(diff_texts(left, right)))


@pytest.mark.parametrize("sign", ["\u200b", "\u00ad", "\ufeff"])
def test_what_nobody_sees_is_no_change(sign: str) -> None:
    ops = diff_texts(f"un mot{sign} dit", "un mot dit")
    assert {kind for kind, _, _ in without_signs(ops)} == {"="}
    assert count_signs(ops) == 1


def test_empty_lines_before_a_provision_are_not_counted() -> None:
    ops = diff_texts("Article 1\nIl paie.", "\n\nArticle 1\nIl paie.")
    assert without_signs(ops) == (("=", "\n\nArticle 1\nIl paie.", 0),)
    assert count_signs(ops) == 0


@pytest.mark.parametrize(
    ("left", "right", "count"),
    [
        ("", "", 0),
        ("l'un", "l’un", 1),
        ("« un »", "“un”", 1),
        ("\n'un' va", "\n’un’ va", 1),
        ("Il va", "Il va ", 1),
        (" Il va", "Il va", 0),
    ],
)
def test_places_that_differ_in_signs_are_counted(left: str, right: str, count: int) -> None:
    ops = diff_texts(left, right)
    assert {kind for kind, _, _ in without_signs(ops)} <= {"="}
    assert count_signs(ops) == count


SIGNS = ["l'un", "l’un", " ", "«", "»", "\n", "mot", ";", "-", "–", "\u00a0"]
words = st.lists(st.sampled_from(SIGNS))


@given(words, words)
def test_the_right_text_is_rebuilt_and_the_left_but_for_signs(a: list[str], b: list[str]) -> None:
    left, right = "".join(a), "".join(b)
    ops = without_signs(diff_texts(left, right))
    assert take_all(ops) == right
    assert levelled(refuse_all(ops)).replace(" ", "") == levelled(left).replace(" ", "")
