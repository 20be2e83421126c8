from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rvc.analysis.intext import intext_citations


def cited(text: str) -> list[tuple[tuple[str, ...], str]]:
    return [(found.names, found.year) for found in intext_citations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(Bair and Werner, 2011)", [(("Bair", "Werner"), "2011")]),
        ("(Day 2004, 2005)", [(("Day",), "2004"), (("Day",), "2005")]),
        ("(see Smith & Day, 1999a: 3)", [(("Smith", "Day"), "1999a")]),
        ("(A. Smith, 1999)", []),  # initials are no family name: left to the reader
        ("Wallerstein (1974) says", [(("Wallerstein",), "1974")]),
        ("O’Rourke’s (2003) work", [(("O’Rourke",), "2003")]),
        ("de la Cruz and Núñez (2001)", [(("de la Cruz", "Núñez"), "2001")]),
        ("(in 1974)", []),
        ("a date (3 May 2012)", []),
        ("nothing (at all)", []),
        ("(UNCTAD, 2013; ILO n.d.)", [(("UNCTAD",), "2013"), (("ILO",), "n.d.")]),
    ],
)
def test_what_is_a_citation(text: str, expected: list[tuple[tuple[str, ...], str]]) -> None:
    assert cited(text) == expected


def test_et_al_says_that_there_are_others() -> None:
    (found,) = intext_citations("(e.g. Gereffi et al., 2005)")
    assert found.others
    assert found.names == ("Gereffi",)


def test_places_lead_back_to_the_text() -> None:
    text = "First line\nthen (x; see Day, 2004) and Morton (2010)."
    day, morton = intext_citations(text)
    assert (day.line, text[day.start : day.end]) == (2, "Day, 2004")
    assert text[morton.start : morton.end] == "Morton (2010"


@given(st.text(st.sampled_from("aA (),;&0129y.é\n")))
def test_no_text_breaks_it(text: str) -> None:
    for found in intext_citations(text):
        assert 0 <= found.start < found.end <= len(text)


def test_a_large_text_takes_no_time_to_speak_of() -> None:
    text = "Words and more words (Day, 2004). " * 20_000
    assert len(intext_citations(text)) == 20_000
