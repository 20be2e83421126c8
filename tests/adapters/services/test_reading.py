from __future__ import annotations

from typing import Any

import pytest

from rvc.adapters.services.reading import (
    at,
    date_parts,
    date_text,
    marked_title,
    objects,
    plain,
    text_at,
    texts,
)
from rvc.model.record import Dated


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("A <i>Law</i> on CO<sub>2</sub>", "A Law on CO2"),
        ("Rating\n            <scp>NFDRS</scp>\n", "Rating NFDRS"),
        ("ecology &amp;amp; evolution", "ecology & evolution"),
        ("Pandora&apos;s box", "Pandora's box"),
        ("p < q and r > s", "p < q and r > s"),
        ("<p>One</p><p>Two</p>", "One Two"),
        ("&lt;i&gt;In vitro&lt;/i&gt;", "In vitro"),
        ("<mml:math><mml:mi>x</mml:mi></mml:math>", "x"),
        ("a\x1b[31mred\x07", "a[31mred"),
        (None, ""),
        (True, ""),
        (12, "12"),
        (["x"], ""),
    ],
)
def test_text_loses_its_markup_and_nothing_else(value: Any, text: str) -> None:
    assert plain(value) == text


def test_nothing_missing_raises() -> None:
    assert at({"a": [{"b": 1}]}, "a", 0, "b") == 1
    assert at({"a": None}, "a", 0, "b") is None
    assert at([], 3) is None
    assert text_at({"a": ["", "x"]}, "a") == "x"
    assert texts(["x", "", "x", None, "y"]) == ("x", "y")
    assert texts("x") == ("x",)
    assert list(objects({"a": 1})) == [{"a": 1}]
    assert list(objects(["x", None, {}])) == [{}]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"date-parts": [[2010, 2, 6]]}, "2010-02-06"),
        ({"date-parts": [["2010", "2"]]}, "2010-02"),
        ({"date-parts": [[2010, 13, 1]]}, "2010"),
        ({"date-parts": [[2010, 2, 99]]}, "2010-02"),
        ({"date-parts": [[None]]}, None),
        ({"date-parts": []}, None),
        ({"date-parts": [[0]]}, None),
        (None, None),
    ],
)
def test_dates_in_parts(value: Any, text: str | None) -> None:
    date = date_parts("issued", value)
    assert (date.text if date else None) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2010-02-06T00:00:00Z", "2010-02-06"),
        ("2010", "2010"),
        (2010, "2010"),
        ("February 6, 2010", "2010"),
        ("2010 Feb 6", "2010-02-06"),
        ("20100206", None),
        ("n.d.", None),
    ],
)
def test_dates_in_text(value: Any, text: str | None) -> None:
    date = date_text("issued", value)
    assert (date.text if date else None) == text


def test_months_by_name_and_titles_with_marks() -> None:
    assert date_text("print", "2010 Feb 6") == Dated("print", 2010, 2, 6)
    assert date_text("print", "2010 Feb") == Dated("print", 2010, 2)
    assert date_text("print", "2010 Winter") == Dated("print", 2010)
    assert marked_title("CO<sub>2</sub> &amp; more") == "CO<sub>2</sub> & more"
    assert marked_title("Plain &amp; simple") == ""
