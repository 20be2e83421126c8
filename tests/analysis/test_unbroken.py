"""Words that a line breaks, hidden signs, accents of their own: read whole, found in the source."""

from __future__ import annotations

import pytest

from rvc.analysis.unbroken import source_span, unbroken
from rvc.model.text import Span


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("em-\nployees", "employees"),
        ("em\u00ad \r\n  ployees", "employees"),
        ("em-ployees", "em-ployees"),
        ("em- ployees", "em- ployees"),
        ("six-\nmonth", "six-month"),
        ("quatre-\nvingt", "quatre-vingt"),
        ("six-\nteen", "sixteen"),
        ("deux-\nième", "deuxième"),
        ("12-\nmonth", "12-month"),
        ("lois 5-\n6", "lois 5-\n6"),
        ("employ\u00adees, \u200bfive\ufeff", "employees, five"),
        ("e\u0301te\u0301", "été"),
        ("quatre\u2011vingt, l\u2019un", "quatre-vingt, l'un"),
    ],
)
def test_words_are_made_whole(text: str, said: str) -> None:
    assert unbroken(text).text == said


@pytest.mark.parametrize(
    ("word", "printed"),
    [
        ("one", "one"),
        ("employees", "em-\nployees"),
        ("ployees", "ployees"),
        ("societé", "socie\u00adte\u0301"),
        ("two", "two"),
        ("fermé", "ferme\u0301"),
        ("end", "end"),
    ],
)
def test_every_word_is_found_where_it_is_printed(word: str, printed: str) -> None:
    text = "one em-\nployees socie\u00adte\u0301 two\u200b ferme\u0301; end"
    read = unbroken(text)
    at = read.text.index(word)
    span = source_span(text, read, Span(at, at + len(word)))
    assert text[span.start : span.end] == printed
