from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rvc.analysis.substance import compare_substance, find_substance


def values(text: str, language: str) -> list[tuple[str, str, str, str, str]]:
    found = find_substance(text, language).values
    assert all(text[one.span.start : one.span.end] == one.quote for one in found)
    return [(one.kind.value, one.amount, one.unit, one.bound, one.quote) for one in found]


def operators(text: str, language: str) -> list[tuple[str, str]]:
    found = find_substance(text, language).operators
    assert all(text[one.span.start : one.span.end] == one.quote for one in found)
    return [(one.force.value, one.form) for one in found]


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("a turnover of not less than £36 million", "en",
         [("money", "36000000", "GBP", ">=", "£36 million")]),
        ("within 6 months of the end", "en", [("deadline", "6", "month", "<=", "6 months")]),
        ("thirty working days", "en", [("deadline", "30", "day", "", "thirty working days")]),
        ("not exceeding 5 per cent.", "en", [("percentage", "5", "%", "<=", "5 per cent")]),
        ("more than US$1.5 million", "en", [("money", "1500000", "USD", ">", "US$1.5 million")]),
        ("at least 1,000 employees", "en",
         [("threshold", "1000", "employee", ">=", "1,000 employees")]),
        ("Fine of £10m.", "", [("money", "10000000", "GBP", "", "£10m")]),
        ("of €20m, or $5bn", "", [("money", "20000000", "EUR", "", "€20m"),
         ("money", "5000000000", "USD", "", "$5bn")]),
        ("10 M€ et 50 k€", "fr", [("money", "10000000", "EUR", "", "10 M€"),
         ("money", "50000", "EUR", "", "50 k€")]),
        ("4,5 Mds€; 10MEUR", "fr", [("money", "4500000000", "EUR", "", "4,5 Mds€"),
         ("money", "10000000", "EUR", "", "10MEUR")]),
        ("10 million euros", "", [("money", "10000000", "EUR", "", "10 million euros")]),
        ("2 milliards d’euros", "", [("money", "2000000000", "EUR", "", "2 milliards d’euros")]),
        ("EUR 450 000 000", "en", [("money", "450000000", "EUR", "", "EUR 450 000 000")]),
        ("au moins cinq mille salariés", "fr",
         [("threshold", "5000", "employee", ">=", "cinq mille salariés")]),
        ("ne peut être supérieure à 10 millions d’euros", "fr",
         [("money", "10000000", "EUR", "<=", "10 millions d’euros")]),
        ("30 000 000 €", "fr", [("money", "30000000", "EUR", "", "30 000 000 €")]),
        ("un délai de trois mois", "fr", [("deadline", "3", "month", "", "trois mois")]),
        ("quatre-vingt-dix jours", "fr", [("deadline", "90", "day", "", "quatre-vingt-dix jours")]),
        ("3,5 % du chiffre", "fr", [("percentage", "3.5", "%", "", "3,5 %")]),
        ("1 500,50 euros", "fr", [("money", "1500.5", "EUR", "", "1 500,50 euros")]),
        ("de deux exercices consécutifs", "fr",
         [("deadline", "2", "financial-year", "", "deux exercices")]),
    ],
)  # fmt: skip
def test_values(text: str, language: str, wanted: list[tuple[str, str, str, str, str]]) -> None:
    assert values(text, language) == wanted


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("section 54(4) of the Modern Slavery Act 2015", "en"),
        ("Article 3.2 and paragraph 7, Annex 2", "en"),
        ("on 3 May 2016", "en"),
        ("l'article L. 225-102-4 du code", "fr"),
        ("la loi n° 2017-399 du 27 mars 2017", "fr"),
        ("3° Une cartographie", "fr"),
        ("a pipe of 10m", "en"),
        ("Report No. 116–57 and Public Law 111–8", "en"),
        ("section 552a, U.S.C. 552, § 12, page 4", "en"),
        ("On May 10, 2019 and 3 March 2016", "en"),
        ("one of the companies", "en"),
        ("une société", "fr"),
    ],
)
def test_references_and_dates_measure_nothing(text: str, language: str) -> None:
    assert values(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("The firm must publish", "en", [("duty", "must")]),
        ("States shall not, where appropriate", "en",
         [("ban", "shall not"), ("discretion", "where appropriate")]),
        ("it may do so unless prohibited", "en", [("permission", "may"), ("exception", "unless")]),
        ("should endeavour to", "en", [("advice", "should"), ("advice", "endeavour to")]),
        ("no person shall enter", "en", [("ban", "no person shall")]),
        ("La société doit établir, le cas échéant,", "fr",
         [("duty", "doit"), ("discretion", "le cas échéant")]),
        ("elle est tenue de publier sauf si", "fr",
         [("duty", "est tenue de"), ("exception", "sauf si")]),
        ("Le juge peut, nul ne peut", "fr", [("permission", "peut"), ("ban", "nul ne peut")]),
        ("n’est pas applicable", "fr", [("exception", "n'est pas applicable")]),
        ("a vocation à être élaboré", "fr", [("advice", "a vocation à")]),
        ("is liable; its best endeavours to repair", "en",
         [("duty", "is liable"), ("discretion", "best endeavours")]),
        ("est responsable", "fr", [("duty", "est responsable")]),
        ("dismay and mustard", "en", []),
        ("need not, is not required to", "en",
         [("exception", "need not"), ("exception", "is not required to")]),
        ("shall never, cannot, no such person may", "en",
         [("ban", "shall never"), ("ban", "cannot"), ("ban", "no such person may")]),
        ("shall not apply, save in so far as", "en",
         [("exception", "shall not apply"), ("exception", "save in so far as")]),
        ("he may 2 times, so far as it is practicable", "en",
         [("permission", "may"), ("discretion", "so far as it is practicable")]),
        ("where appro-\npriate", "en", [("discretion", "where appropriate")]),
        ("est tenue d’établir, n’est pas tenu de", "fr",
         [("duty", "est tenue d'"), ("exception", "n'est pas tenu de")]),
        ("Nulle n’est tenue", "fr", []),
        ("il n’est pas tenu compte, il est tenu compte", "fr", []),
        ("Toute personne est tenue", "fr", [("duty", "est tenue")]),
        ("à l'exception d'un, sous réserve qu’il, à moins qu’elle", "fr",
         [("exception", "à l'exception d'"), ("exception", "sous réserve qu'"),
          ("exception", "à moins qu'")]),
        ("ne s’applique pas, peut ne pas, ne pourra, devra", "fr",
         [("exception", "ne s'applique pas"), ("permission", "peut ne pas"), ("ban", "ne pourra"),
          ("duty", "devra")]),
        ("s’efforce de, raisonnablement, le cas e\u0301che\u0301ant", "fr",
         [("advice", "s'efforce de"), ("discretion", "raisonnablement"),
          ("discretion", "le cas échéant")]),
        ("The firm must publish", "de", [("duty", "must")]),
        ("It must report; il peut", "", [("duty", "must"), ("permission", "peut")]),
        ("On May 10, 2019 and 10 MAY 2019, in May", "en", []),
    ],
)  # fmt: skip
def test_operators(text: str, language: str, wanted: list[tuple[str, str]]) -> None:
    assert operators(text, language) == wanted


def test_comparing_counts_each_candidate() -> None:
    left = find_substance("It shall publish within 6 months. It shall report.", "en")
    right = find_substance(
        "It may, where appropriate, publish within 12 months. It shall report.", "en"
    )
    change = compare_substance(left, right)
    assert [one.amount for one in change.values_gone] == ["6"]
    assert [one.amount for one in change.values_new] == ["12"]
    assert [one.form for one in change.operators_gone] == ["shall"]
    assert [one.form for one in change.operators_new] == ["may", "where appropriate"]
    assert change
    assert not compare_substance(left, left)


def test_the_same_amount_in_words_is_no_change() -> None:
    left = find_substance("within six months, £36 million", "en")
    right = find_substance("within 6 months, £36,000,000", "en")
    assert not compare_substance(left, right)


def test_a_long_text_is_read_in_time() -> None:
    text = "The company shall, where appropriate, pay €5 million within 6 months. " * 5000
    start = time.perf_counter()
    found = find_substance(text, "en")
    assert len(found.values) == 10_000
    assert time.perf_counter() - start < 10
    assert find_substance("5" * 10_000, "en").values[0].is_bare


@given(st.text(alphabet="0123456789 .,-€%£ maybe shall six cent mille d’euros n°", max_size=120))
def test_any_text_is_read(text: str) -> None:
    for language in ("en", "fr", ""):
        values(text, language)
        operators(text, language)
