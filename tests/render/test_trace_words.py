from __future__ import annotations

import pytest
from msgspec.structs import replace

from rvc.adapters.laws_yaml import read_register
from rvc.analysis.textdiff import diff_texts
from rvc.analysis.trace import Wording, trace
from rvc.render.trace_words import change_of, ops_of
from toys import TESTS


@pytest.fixture
def wording() -> Wording:
    """The wording of a version whose text is not here."""
    folder = TESTS / "toy_texts"
    register = read_register((folder / "laws.yaml").read_text(encoding="utf-8")).register
    assert register is not None
    law = register.laws[0]
    return trace(law, law.demands[0], {}).wordings[0]


def after(wording: Wording, left: str, right: str) -> Wording:
    return replace(wording, text=right, before="bill-1", ops=diff_texts(left, right))


def test_the_same_text_is_the_same_word_for_word(wording: Wording) -> None:
    assert change_of(after(wording, "l'un", "l'un")) == "word for word as in bill-1"


def test_other_signs_are_counted_and_not_marked(wording: Wording) -> None:
    retyped = after(wording, "l'un ou l'autre", "l’un ou l’autre")
    assert change_of(retyped) == (
        "the same words as in bill-1, 2 places differ in signs alone, not marked"
    )
    assert ops_of(retyped) == (("=", "l’un ou l’autre", 0),)


def test_words_are_marked_and_signs_beside_them_counted(wording: Wording) -> None:
    changed = after(wording, "l'un ou deux", "l’un ou trois")
    assert change_of(changed) == "against bill-1; 1 place differs in signs alone, not marked"
    assert ops_of(changed) == (("=", "l’un ou ", 0), ("-", "deux", 0), ("+", "trois", 0))
