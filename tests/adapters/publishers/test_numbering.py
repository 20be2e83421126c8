from __future__ import annotations

import pytest

from rvc.adapters.publishers.numbering import read_number, roman_value


@pytest.mark.parametrize(
    ("line", "label", "words"),
    [
        ("(4) A statement", "(4)", "A statement"),
        ("(a) the first", "(a)", "the first"),
        ("1° L'article", "1°", "L'article"),
        ("2° bis (nouveau) Le 10°", "2° bis", "Le 10°"),
        ("3° à 6° (Supprimés)", "3° à 6°", "(Supprimés)"),
        ("I. – Le code", "I. –", "Le code"),
        ("II bis (nouveau). – Au VII", "II bis (nouveau). –", "Au VII"),
        ("VI à VIII. – (Non modifiés)", "VI à VIII. –", "(Non modifiés)"),
        ("V bis et VI à VIII. – (Non modifiés)", "V bis et VI à VIII. –", "(Non modifiés)"),
        ("A. – Les mots", "A. –", "Les mots"),
        ("b bis) Le 7°", "b bis)", "Le 7°"),
        ("6.1. States Parties", "6.1.", "States Parties"),
        ("6.2 bis. Or else", "6.2 bis.", "Or else"),
        ("(PP1) Reaffirming", "(PP1)", "Reaffirming"),
        ("§ 2 Die", "§ 2", "Die"),
        ("12. The plan", "12.", "The plan"),
    ],
)
def test_a_number_opens_the_line(line: str, label: str, words: str) -> None:
    number = read_number(line)
    assert number is not None
    assert number.label == label
    assert line[number.end :] == words


@pytest.mark.parametrize(
    "line",
    [
        "The plan",
        "2017 was",
        "36 million",
        "« 1° Le",
        "I have",
        "Les",
        "A company shall",
        "(see a)",
        "",
    ],
)
def test_running_text_has_no_number(line: str) -> None:
    assert read_number(line) is None


def test_a_small_roman_may_be_a_letter() -> None:
    number = read_number("(i) deep")
    assert number is not None
    assert number.readings == (("(i)", 1), ("(a)", 9))


@pytest.mark.parametrize(("said", "value"), [("IV", 4), ("xix", 19), ("XL", 40), ("MCM", 1900)])
def test_roman_numbers(said: str, value: int) -> None:
    assert roman_value(said) == value
