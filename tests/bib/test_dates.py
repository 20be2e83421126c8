"""Dates of works."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rvc.bib.dates import Point, date_of, month_number, parse_bib_date


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2013", (2013,), (2013,)),
        ("2013-11", (2013, 11), (2013, 11)),
        ("2013-11-06", (2013, 11, 6), (2013, 11, 6)),
        ("2013-11-06T14:00:00Z", (2013, 11, 6), (2013, 11, 6)),
        ("2013-21", (2013, 21), (2013, 21)),
        ("2013/2014-02", (2013,), (2014, 2)),
        ("2013/..", (2013,), None),
        ("2013/", (2013,), None),
        ("/2013", None, (2013,)),
        ("201X", (2010,), (2019,)),
        ("20uu", (2000,), (2099,)),
        ("2013-XX", (2013,), (2013,)),
        ("-0044", (-44,), (-44,)),
        ("y-17000", (-17000,), (-17000,)),
    ],
)
def test_forms(text, start, end):
    date = parse_bib_date(text)
    assert date.start == (Point(*start) if start else None)
    assert date.end == (Point(*end) if end else None)


@pytest.mark.parametrize(
    "text", ["", "x", "13", "2013-13", "2013-02-30", "2013-21-01", "2014/2013", "..", "/", "../.."]
)
def test_what_is_no_date(text):
    with pytest.raises(ValueError, match=r"\w"):
        parse_bib_date(text)


def test_doubts():
    assert parse_bib_date("2013?").uncertain
    assert parse_bib_date("2013~").approximate
    both = parse_bib_date("2013%/2014")
    assert (both.uncertain, both.approximate) == (True, True)
    sure = parse_bib_date("2013")
    assert (sure.uncertain, sure.approximate) == (False, False)


def test_year_and_month():
    assert date_of({"year": "2013", "month": "November"}).start == Point(2013, 11)
    assert date_of({"year": "{2013}", "month": "6~Nov."}).start == Point(2013, 11)
    assert date_of({"year": "2013", "month": "3", "day": "12"}).start == Point(2013, 3, 12)
    assert date_of({"year": "ca. 1950"}).approximate
    assert date_of({"year": "in press"}) is None
    assert date_of({}) is None
    assert date_of({"date": "2010-05", "year": "2013"}).start == Point(2010, 5)
    assert date_of({"date": "soon", "year": "2013"}).year == 2013
    assert date_of({"date": "May 2010"}).year == 2010


def test_months():
    assert [month_number(m) for m in ("jan", "Sept.", "12", "13", "", "Mai", "0")] == [
        1,
        9,
        12,
        0,
        0,
        0,
        0,
    ]


@given(st.text("0123456789-/.XuTy?~%:", max_size=14), st.text(max_size=8))
def test_any_text(text, other):
    date_of({"date": text, "year": other, "month": other, "day": text})
    try:
        date = parse_bib_date(text)
    except ValueError:
        return
    assert date.year is not None
    assert str(date.start or date.end)
