"""Amounts as laws print them: worded, ranged, bounded behind, broken by a line."""

from __future__ import annotations

import unicodedata

import pytest

from rvc.analysis.substance import compare_substance, find_substance


def said(text: str, language: str) -> list[str]:
    found = find_substance(text, language).values
    assert all(text[one.span.start : one.span.end] == one.quote for one in found)
    return [f"{v.bound}{v.amount} {v.unit}".strip() for v in found if not v.is_bare]


ENGLISH = {
    "employing 5,000 or more employees": [">=5000 employee"],
    "250 employees or fewer": ["<=250 employee"],
    "turnover of £36 million or more": [">=36000000 GBP"],
    "three or more persons": [">=3 person"],
    "at least one director": [">=1 director"],
    "at least three delegates": [">=3"],
    "one per cent": ["1 %"],
    "within one month": ["<=1 month"],
    "within a month of the date": ["<=1 month"],
    "no later than six months after": ["<=6 month"],
    "not less than three months nor more than six months": [">=3 month", "<=6 month"],
    "may not be less than 2 years": [">=2 year"],
    "must not be more than £20,000": ["<=20000 GBP"],
    "equal to or greater than 5%": [">=5 %"],
    "a maximum term of 14 years": ["<=14 year"],
    "at least once every two years": ["2 year"],
    "between two and five years": ["2 year", "5 year"],
    "between two and four other members": ["2 member", "4 member"],
    "2–5 years": ["2 year", "5 year"],
    "between 18,000 and 36,000 euros": ["18000 EUR", "36000 EUR"],
    "between £2 and £5 million": ["2000000 GBP", "5000000 GBP"],
    "between one hundred and two hundred employees": ["100 employee", "200 employee"],
    "thirty (30) days": ["30 day"],
    "30 (thirty) working days": ["30 day"],
    "two consecutive financial years": ["2 financial-year"],
    "a 12-month period and a six-month period": ["12 month", "6 month"],
    "two and a half years": ["2.5 year"],
    "5.000 employees": ["5000 employee"],
    "two-thirds of the members": ["2/3 share"],
    "more than half of the votes": [">1/2 share"],
    "one tenth of the capital": ["1/10 share"],
    "third parties and the last two quarters": [],
    "not later than 1 January 2018": ["<=2018-01-01 date"],
    "before October 1, 2015": ["<2015-10-01 date"],
    "by 2030": ["<=2030 date"],
    "by March 2025, and no later than 31 December of each year": ["<=2025-03 date", "<=12-31 date"],
    "from May 2 and before May 12, 2020": [">=05-02 date", "<2020-05-12 date"],
    "the Act of 1 January 2018": [],
    "cut from 2019 levels, by 2019 Order": [],
    "under section 3, ten employees": ["10 employee"],
    "under this section 30 days": ["30 day"],
    "over the period of 5 years": ["5 year"],
    "more than five employees, or ten members": [">5 employee", "10 member"],
    "Part 3 companies, sections 54 and 55, paragraphs 1, 2 and 3": [],
    "2001 Chapter 21 An Act; in 2015 an order; under section 5 an appeal": [],
    "not later than the end of the 30-day period": ["<=30 day"],
    "the first three quarters of 2018": [],
    "three quarters of the votes": ["3/4 share"],
    "Articles 3 and 4 and two members": ["2 member"],
    "five thou-\nsand employees": ["5000 employee"],
    "twenty-\nfive em-\n  ployees": ["25 employee"],
    "six-\nteen days": ["16 day"],
    "a 12-\nmonth period": ["12 month"],
    "five thou\u00adsand em\u200bployees": ["5000 employee"],
    "over 250 employees": [">250 employee"],
    "above the age of 18 years": [">18 year"],
    "over £500": [">500 GBP"],
    "under 5 years": ["<5 year"],
    "under the Act 5 years": ["5 year"],
    "at least a total of five members": [">=5 member"],
    "at least a net total of five members": ["5 member"],
    "at least a month, less than a year": [">=1 month", "<1 year"],
    "between two and five million euros": ["2000000 EUR", "5000000 EUR"],
    "since 2017, 5 members": ["5 member"],
}
FRENCH = {
    "entre deux et cinq ans": ["2 year", "5 year"],
    "de 2 à 5 millions d’euros": ["2000000 EUR", "5000000 EUR"],
    "cinq mille salariés ou plus": [">=5000 employee"],
    "cinq salariés au moins": [">=5 employee"],
    "cinq salariés au moins deux fois": ["5 employee", ">=2 time"],
    "dans un délai de trois mois à compter": ["<=3 month"],
    "un délai de trois mois": ["3 month"],
    "au plus tard dans les six mois": ["<=6 month"],
    "dans les deux sociétés": ["2 company"],
    "dans le mois qui suit": ["<=1 month"],
    "d’au moins un an": [">=1 year"],
    "une société": [],
    "un an et UN AN": ["1 year", "1 year"],
    "au moins une femme, supérieure à un montant fixé": [">=1"],
    "deux mois au plus tôt et un mois au plus tard": ["2 month", "1 month"],
    "au plus tôt six mois après": [">=6 month"],
    "inférieur ou égal à 50 salariés": ["<=50 employee"],
    "égale ou supérieure à 10 %": [">=10 %"],
    "ne peut être inférieure à 5 000 € ni supérieure à 20 000 €": [">=5000 EUR", "<=20000 EUR"],
    "ne peuvent excéder 5 %": ["<=5 %"],
    "n’excède pas 5 %": ["<=5 %"],
    "excède 5 % et dépasse 10 %": [">5 %", ">10 %"],
    "un montant maximal de 10 millions d’euros": ["<=10000000 EUR"],
    "quatre\u2011vingt\u2011dix jours": ["90 day"],
    "soixante-et-onze salariés": ["71 employee"],
    "cinq pour cent": ["5 %"],
    "deux mois et demi": ["2.5 month"],
    "les deux tiers des voix": ["2/3 share"],
    "un tiers au moins des membres": [">=1/3 share"],
    "plus du quart du capital": [">1/4 share"],
    "un tiers indépendant, deux tiers indépendants": [],
    "au plus tard le 1er janvier 2018": ["<=2018-01-01 date"],
    "à compter du 1er janvier 2018": [">=2018-01-01 date"],
    "son entrée en vigueur est fixée au 1er janvier 2020": ["2020-01-01 date"],
    "chaque année, avant le 30 juin": ["<06-30 date"],
    "la loi du 27 mars 2017": [],
    "5,000 salariés et 0,125 %": ["5000 employee", "0.125 %"],
    "les articles 3 à 5 et l’article L. 225-102-4": [],
    "cinq mil-\nle salariés": ["5000 employee"],
    "jusqu’à 5 % et jusqu’à l’âge de 18 ans": ["<=5 %", "<=18 year"],
    "de deux à cinq millions d’euros": ["2000000 EUR", "5000000 EUR"],
    "deux-\nième alinéa": [],
    unicodedata.normalize("NFD", "trois années, cinq salariés"): ["3 year", "5 employee"],
}


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [(text, "en", wanted) for text, wanted in ENGLISH.items()]
    + [(text, "fr", wanted) for text, wanted in FRENCH.items()],
)
def test_values(text: str, language: str, wanted: list[str]) -> None:
    assert said(text, language) == wanted


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("three quarters of the votes", "en"),
        ("before October 1, 2015", "en"),
        ("cinq pour cent", "fr"),
    ],
)
def test_the_words_of_a_value_hold_no_other_one(text: str, language: str) -> None:
    assert len(find_substance(text, language).values) == 1


def test_an_unknown_language_takes_no_english_article_for_a_year() -> None:
    assert said("Chapter 21 An Act; under section 5 an appeal; deux ans", "") == ["2 year"]


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        ("at least 5,000 employees", "five thousand employees or more", "en"),
        ("au moins 5 000 salariés", "cinq mille salariés au moins", "fr"),
        ("within 3 months; £5", "£5 within three (3) months", "en"),
        ("Elle est tenue de publier.", "Elles sont tenues d’éditer.", "fr"),
        ("sous réserve du II", "sous réserve des III", "fr"),
        ("Il doit et peut", "Ils doivent et peuvent", "fr"),
        ("A firm is required to", "Firms are required to", "en"),
    ],
)
def test_drafting_is_no_substance(left: str, right: str, language: str) -> None:
    assert not compare_substance(find_substance(left, language), find_substance(right, language))


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        ("doit", "ne doit", "fr"),
        ("est tenue de", "n’est pas tenue de", "fr"),
        ("is required to", "is not required to", "en"),
        ("at least 5 members", "more than 5 members", "en"),
        ("dans un délai de deux mois", "dans un délai d’un mois", "fr"),
    ],
)
def test_what_turns_a_duty_around_is(left: str, right: str, language: str) -> None:
    change = compare_substance(find_substance(left, language), find_substance(right, language))
    assert change.values_gone or change.operators_gone
    assert change.values_new or change.operators_new
