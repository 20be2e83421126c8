from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rvc.analysis.titles import fold, likeness, main_title, says_retracted, without_mark, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Le devoir de vigilance", "LE DEVOIR DE VIGILANCE."),
        ("Société et chaînes", "Societe et chaines"),
        ("Trust & Fair Allocation", "Trust and fair allocation"),
        ("Multi-stakeholder initiatives", "Multistakeholder initiatives"),
        ("L’éthique sur l’étiquette", "L'ethique sur l'etiquette"),
        ("Cœur et Łódź", "Coeur et Lodz"),
        ("Trueskill™: a rating system", "TrueSkill: A Rating System"),
        ("企業の責任と供給網", "企業の責任と供給網。"),
        ("Ответственность компаний", "ОТВЕТСТВЕННОСТЬ КОМПАНИЙ"),
        ("कंपनियों की ज़िम्मेदारी", "कंपनियों की ज़िम्मेदारी"),
        ("Rana Plaza", "RETRACTED: Rana Plaza"),
    ],
)
def test_form_is_no_difference(one: str, other: str) -> None:
    assert likeness(one, other) == 1.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Chains of duty: a study of France", "Chains of duty"),
        ("Organising labour in the garment industry", "Organizing labor in the garment industry"),
        (
            "Query strategies for priced information",
            "Query strategies for priced information (talk)",
        ),
        ("Corporate duties in global production", "Corporate dutys in global production"),
        ("Depth improves robot navigation", "Depth improves robot avigation"),
        ("The limits of private regulation", "Limits of private regulation"),
    ],
)
def test_spelling_and_subtitles_are_small_differences(one: str, other: str) -> None:
    assert 0.90 <= likeness(one, other) < 1.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The politics of labour regulation in global supply chains: evidence from France",
            "The politics of labour regulation in global supply chains: evidence from Spain",
        ),
        ("The regulation of informal work in chains", "The regulation of formal work in chains"),
        ("Labour regulation, part I", "Labour regulation, part II"),
        ("Report on due diligence 2012", "Report on due diligence 2013"),
        ("Qwen2.5-vl-7b-instruct", "Qwen2.5-vl-3b-instruct"),
        ("Chains of duty", "Correction to: Chains of duty"),
        ("Chains of duty", "Retraction: Chains of duty"),
        ("Self-improving algorithms", "A generalization of self-improving algorithms"),
        ("Grad-CAM: visual explanations", "Score-CAM: weighted visual explanations"),
        ("企業の責任と供給網", "企業の責任と労働者"),
        ("Chains", "Duties"),
        ("", "Duties"),
        ("?!", "?!"),
    ],
)
def test_other_works_are_not_alike(one: str, other: str) -> None:
    assert likeness(one, other) < 0.90


@given(st.text(max_size=40), st.text(max_size=40))
def test_likeness_is_a_share_and_knows_no_order(one: str, other: str) -> None:
    assert 0.0 <= likeness(one, other) <= 1.0
    assert likeness(one, other) == likeness(other, one)


@given(st.text(max_size=60))
def test_folding_is_final(text: str) -> None:
    assert words(" ".join(words(text))) == words(text)


def test_folding_keeps_what_carries_meaning() -> None:
    assert fold("Straße ΔΈΛΤΑ й") == "strasse δελτα и"
    assert words("中国 law") == ("中", "国", "law")


@pytest.mark.parametrize(
    ("title", "main"),
    [
        ("Chains: a history", "Chains"),
        ("Who cares? Duties at work", "Who cares?"),
        ("Chains – a history", "Chains"),
        ("Query strategies (extended abstract)", "Query strategies"),
        ("Multi-stakeholder 3.5 law", "Multi-stakeholder 3.5 law"),
        ("1:2 ratios", "1:2 ratios"),
    ],
)
def test_the_main_title_stands_before_the_subtitle(title: str, main: str) -> None:
    assert main_title(title) == main


def test_marks_of_retraction() -> None:
    assert says_retracted("RETRACTED ARTICLE: On chains")
    assert without_mark("WITHDRAWN: On chains") == "On chains"
    assert not says_retracted("Retracted promises in value chains")
    assert not says_retracted("Retraction: On chains")
