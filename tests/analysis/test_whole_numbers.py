from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rvc.analysis.textdiff import diff_texts, refuse_all, take_all

SIGNS = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}


def marked(left: str, right: str) -> str:
    return "".join(SIGNS[kind].format(text) for kind, text, _ in diff_texts(left, right))


@pytest.mark.parametrize(
    ("left", "right", "said"),
    [
        ("au moins 5 000 salariés", "au moins 10 000 salariés",
         "au moins [-5 000-]{+10 000+} salariés"),
        ("au moins 5\u00a0000 salariés", "au moins 10\u202f000 salariés",
         "au moins [-5\u00a0000-]{+10\u202f000+} salariés"),
        ("soit 10 000 euros", "soit 10 000 000 euros", "soit [-10 000 -]{+10 000 000 +}euros"),
        ("soit 1 200 000 euros", "soit 1 300 000 euros", "soit [-1 200 000-]{+1 300 000+} euros"),
        ("a fine of $5.25m.", "a fine of $6m.", "a fine of [-$5.25m-]{+$6m+}."),
        ("a rate of 4.5% or so", "a rate of 5% or so", "a rate of [-4.5%-]{+5%+} or so"),
        ("over 1,000 firms", "over 2,000 firms", "over [-1,000-]{+2,000+} firms"),
        ("article 5 of 2017", "article 6 of 2017", "article [-5-]{+6+} of 2017"),
        ("5 000 salariés", "5\u00a0000 salariés", "5[- -]{+\u00a0+}000 salariés"),
        ("en 2017 399 lois", "en 2018 399 lois", "en [-2017-]{+2018+} 399 lois"),
        ("À l'article 5", "L'article 5", "[-À l'-]{+L'+}article 5"),
        ("suite d’un fait", "suite qu’un fait", "suite [-d’-]{+qu’+}un fait"),
        ("the state's duty", "the region's duty", "the [-state-]{+region+}'s duty"),
        ("moins de 5 ans", "moins de 10 ans", "moins de [-5-]{+10+} ans"),
    ],
)  # fmt: skip
def test_a_number_or_elided_word_is_marked_as_a_whole(left: str, right: str, said: str) -> None:
    assert marked(left, right) == said
    assert marked(f"{left} " + "et " * 9000, f"{right} " + "et " * 9000).startswith(said)


@given(*[st.text(alphabet="0125 .,%€$a\u00a0\n", max_size=60)] * 2)
def test_both_texts_are_still_rebuilt(left: str, right: str) -> None:
    ops = diff_texts(left, right)
    assert (refuse_all(ops), take_all(ops)) == (left, right)
    assert all(text for _, text, _ in ops)
    for (one, _, move), (other, _, then) in pairwise(ops):
        assert (one, move) != (other, then)
        assert (one, other) != ("+", "-") or move or then
