from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rvc.analysis.intext import intext_citations
from rvc.analysis.intext_names import bare


def cited(text: str) -> list[tuple[tuple[str, ...], str]]:
    return [(found.names, found.year) for found in intext_citations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(Bair and Werner, 2011)", [(("Bair", "Werner"), "2011")]),
        ("(Day 2004, 2005)", [(("Day",), "2004"), (("Day",), "2005")]),
        ("(see Smith & Day, 1999a: 3)", [(("Smith", "Day"), "1999a")]),
        ("(A. Smith, 1999)", [(("Smith",), "1999")]),
        ("Wallerstein (1974) says", [(("Wallerstein",), "1974")]),
        ("O’Rourke’s (2003) work", [(("O’Rourke",), "2003")]),
        ("de la Cruz and Núñez (2001)", [(("de la Cruz", "Núñez"), "2001")]),
        ("(in 1974)", []),
        ("a date (3 May 2012)", []),
        ("nothing (at all)", []),
        ("(May 2012) (since the 1990s) (2012–2014) (from 2004 to 2008) (le 2 mars 2017)", []),
        ("(2017, p. 3) (2011/83/EU) [x](https://x.org/2014/a) (@day, 2004) \\citep[2004]{x}", []),
        ("(Day, in press)", [(("Day",), "in press")]),
        ("(Day, forthcoming)", [(("Day",), "forthcoming")]),
        ("[Day 2004]", [(("Day",), "2004")]),
        ("Day [2004]", [(("Day",), "2004")]),
        ("(Day 2004 [1999])", [(("Day",), "2004")]),
        ("(see, for instance, Day 2004)", [(("Day",), "2004")]),
        ("(毛 2019)", [(("毛",), "2019")]),
        ("（毛，2019）", [(("毛",), "2019")]),
        ("Иванов (2011)", [(("Иванов",), "2011")]),
        ("(Day 2004: 3, Bair and Werner 2011)", [(("Day",), "2004"), (("Bair", "Werner"), "2011")]),
        ("(UNCTAD, 2013; ILO n.d.)", [(("UNCTAD",), "2013"), (("ILO",), "n.d.")]),
    ],
)
def test_what_is_a_citation(text: str, expected: list[tuple[tuple[str, ...], str]]) -> None:
    assert cited(text) == expected


TWO = [(("Day",), "2004"), (("Bair",), "2005")]


@pytest.mark.parametrize(
    "between",
    [
        *(
            f"{word} "
            for word in (" and", " &", " or", " vs.", " cited in", ", and", ", in", " et")
        ),
        *(" und ", " y ", ", ", "; ", "; see also ", ", p. 3, and ", ", chap. 3 and "),
        *(", based on ", " [1999], ", ": 12, quoted in "),
    ],
)
def test_names_between_two_years_are_whose_the_second_is(between: str) -> None:
    assert cited(f"(Day, 2004{between}Bair, 2005)") == TWO


@pytest.mark.parametrize(
    "text",
    [
        *("(Day, 2004, p. 2005)", "(Day, 2004, pp. 2005-2010)", "(Day, 2004, pp. 2005, 2010)"),
        *("(Day, 2004: 2005)", "(Day, 2004, S. 2005)", "(Day, 2004, § 2005)"),
    ],
)
def test_a_page_or_a_range_is_no_second_year(text: str) -> None:
    assert cited(text) == [(("Day",), "2004")]


@pytest.mark.parametrize("words", ["the law of", "version of May", "as amended in"])
def test_what_names_nobody_between_two_years_is_not_understood(words: str) -> None:
    text = f"(Day, 2004, {words} 2005)"
    first, second = intext_citations(text)
    assert (first.names, second.names, second.printed) == (("Day",), (), f"{words} 2005")
    assert text[second.start : second.end] == second.printed


def test_a_bracket_after_and_goes_on_with_the_names() -> None:
    assert cited("Day (2004), (2005) and (2006)") == [(("Day",), f"200{n}") for n in (4, 5, 6)]
    assert cited("Day (2004) and the law (2005)") == [(("Day",), "2004")]


KNOWN = frozenset(
    {bare("Friends of the Earth International"), bare("Assemblée nationale"), ("day",)}
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("(Friends of the Earth International 2014)", "Friends of the Earth International"),
        ("as (see Assemblée nationale, 2014: 3)", "Assemblée nationale"),
        ("the Assemble\u0301e nationale (2014)", "Assemble\u0301e nationale"),
        ("of Friends of the Earth International (2014)", "Friends of the Earth International"),
    ],
)
def test_a_known_body_need_not_look_like_a_name(text: str, name: str) -> None:
    (found,) = intext_citations(text, KNOWN)
    assert (found.names, found.year) == ((name,), "2014")
    assert text[found.start :].startswith(name)


def test_a_word_in_lower_case_before_a_bracket_is_no_name() -> None:
    assert intext_citations("until that day (2004)", KNOWN) == []


def test_what_is_not_understood_is_listed() -> None:
    text = "(a text that nobody understands, from 2011) (2010 edition of it)"
    found = intext_citations(text)
    assert [(one.names, one.printed) for one in found] == [
        ((), "a text that nobody understands, from 2011"),
        ((), "2010 edition of it"),
    ]
    assert [text[one.start : one.end] for one in found] == [one.printed for one in found]


def test_et_al_says_that_there_are_others() -> None:
    (found,) = intext_citations("(e.g. Gereffi et al., 2005)")
    assert found.others
    assert found.names == ("Gereffi",)


def test_places_lead_back_to_the_text() -> None:
    text = "First line\nthen (x; see Day, 2004) and Morton (2010)."
    day, morton = intext_citations(text)
    assert (day.line, text[day.start : day.end]) == (2, "Day, 2004")
    assert text[morton.start : morton.end] == "Morton (2010"


@given(st.text(st.sampled_from("aA ()[],;&0129y.é毛\n")))
def test_no_text_breaks_it(text: str) -> None:
    for found in intext_citations(text):
        assert 0 <= found.start < found.end <= len(text)


def test_a_large_text_takes_no_time_to_speak_of() -> None:
    text = "Words and more words (Day, 2004). " * 20_000
    assert len(intext_citations(text)) == 20_000
