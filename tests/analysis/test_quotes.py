"""Quotations found in texts that were printed, hyphenated and typed by other hands."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rvc.analysis.approximate import nearest
from rvc.analysis.folding import fold
from rvc.analysis.quotes import find_quotes

TEXT = (
    "Art. 1er. – La société établit et met en œuvre de manière eﬀective un plan de vigi-\n"
    "lance, pour les sociétés de 5 000 salariés, d’un taux de 3,5 %.\n"
    "The co-\noperating organisation must not sell; it shall e\u0301tablir a plan.\n"
)


def quoted(phrase: str, text: str = TEXT) -> list[str]:
    return [text[found.start : found.end] for found in find_quotes(text, [phrase])[0]]


@pytest.mark.parametrize(
    ("phrase", "stands"),
    [
        ("établit et met en oeuvre", "établit et met en œuvre"),
        ("de manière effective", "de manière eﬀective"),
        ("plan de vigilance", "plan de vigi-\nlance"),
        ("LES SOCIÉTÉS de 5000 salariés", "les sociétés de 5 000 salariés"),
        ("d'un taux de 3.5 %", "d’un taux de 3,5"),
        ("d' un  taux", "d’un taux"),
        ("co-operating organisation", "co-\noperating organisation"),
        ("cooperating organisation", "co-\noperating organisation"),
        ("Établir", "e\u0301tablir"),
        (unicodedata.normalize("NFD", "société établit"), "société établit"),
        ("  « un plan »  ", "un plan"),
        ("de 5\u200b000 sala\u00adriés", "de 5 000 salariés"),
    ],
)
def test_form_makes_no_difference(phrase: str, stands: str) -> None:
    found = find_quotes(TEXT, [phrase])[0]
    assert found[0].exact
    assert TEXT[found[0].start : found[0].end] == stands


@pytest.mark.parametrize(
    ("phrase", "stands"),
    [
        ("établit et met en pratique de manière effective", "établit et met en œuvre de manière"),
        ("The cooperating organization must not sell", "The co-\noperating organisation must not"),
        ("organisation not must sell it shall", "organisation must not sell; it shall"),
        ("La societe etablit et met en oeuvre", "La société établit et met en œuvre"),
    ],
)
def test_nearly_the_same_is_found_and_never_called_exact(phrase: str, stands: str) -> None:
    found = find_quotes(TEXT, [phrase])[0]
    assert not found[0].exact
    assert stands in TEXT[found[0].start : found[0].end]


def test_other_figures_are_never_exact() -> None:
    for phrase in (
        "d'un taux de 35 %",
        "les sociétés de 50 salariés d'un taux",
        "de 5 001 salariés d'un taux de",
    ):
        for found in find_quotes(TEXT, [phrase])[0]:
            assert found.numbers_differ
            assert not found.exact


@pytest.mark.parametrize(
    ("text", "phrase", "exact"),
    [
        ("a turnover of £36 million", "turnover of £36 million", True),
        ("a turnover of £36 million", "turnover of £ 36 million", True),
        ("a turnover of £36 million", "turnover of €36 million", False),
        ("a turnover of £36 million", "turnover of 36 million", False),
        ("a turnover of £36 million", "36 million", True),
        ("a turnover of £36 million", "€36 million", False),
        ("up to 10% of the assets", "up to 10 % of the assets", True),
        ("up to 10% of the assets", "up to 10‰ of the assets", False),
        ("up to 10% of the assets", "up to 10 of the assets", False),
        ("a rate of 10\u202f%", "a rate of 10%", True),
        ("a rate of 10‰", "a rate of 10%", False),
        ("the sum of 10\u2009000 euros", "the sum of 10 000 euros", True),
        ("the sum of 10\n000 euros", "the sum of 10,000 euros", True),
    ],
)
def test_the_sign_beside_a_figure_counts(text: str, phrase: str, exact: bool) -> None:
    found = find_quotes(text, [phrase])[0]
    assert [match.exact for match in found] == [exact]
    assert found[0].numbers_differ is not exact


@pytest.mark.parametrize("phrase", ["", " ", "…", "—"])
def test_a_phrase_without_words_is_nowhere(phrase: str) -> None:
    assert find_quotes(TEXT, [phrase]) == [()]


def test_words_of_the_text_in_another_order_are_not_found() -> None:
    assert quoted("salariés sociétés les pour vigilance de plan un effective") == []


def test_part_of_a_word_is_no_match() -> None:
    assert quoted("plan", "explanation of planning") == []


def test_all_places_in_order() -> None:
    text = "the same words here. " * 5
    found = find_quotes(text, ["The same words"])[0]
    assert [match.start for match in found] == [0, 21, 42, 63, 84]


WORDS = st.lists(st.text("abcdeéœ", min_size=1, max_size=8), min_size=1, max_size=8)


@given(WORDS, WORDS, WORDS)
def test_what_stands_in_the_text_is_found_where_it_stands(
    before: list[str], phrase: list[str], after: list[str]
) -> None:
    text = " ".join([*before, *phrase, *after])
    start = len(" ".join(before)) + 1
    found = find_quotes(text, [" ".join(phrase)])[0]
    assert found
    assert found[0].exact
    assert (start, start + len(" ".join(phrase))) in [(m.start, m.end) for m in found]


@given(st.text("abœﬁé\u0301-\n\u00ad İß", max_size=30))
def test_every_place_of_a_folded_text_leads_into_the_source(text: str) -> None:
    folded = fold(text)
    places = [folded.source(place) for place in range(len(folded.text))]
    assert all(0 <= place < len(text) for place in places)
    assert places == sorted(places)


@given(st.text("ab", max_size=8), st.text("ab", max_size=20))
def test_nearest_is_the_least_edit_distance_of_all_parts(pattern: str, text: str) -> None:
    best = min(
        _distance(pattern, text[start:end])
        for start in range(len(text) + 1)
        for end in range(start, len(text) + 1)
    )
    found = nearest(pattern, text)
    assert found.distance == best
    assert _distance(pattern, text[found.start : found.end]) == best


def _distance(one: str, other: str) -> int:
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        new = [i]
        for j, b in enumerate(other, 1):
            new.append(min(row[j] + 1, new[-1] + 1, row[j - 1] + (a != b)))
        row = new
    return row[-1]
