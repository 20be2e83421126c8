from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rvc.model.dates import Day, parse_date, say_date


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2013-11-06", Day(2013, 11, 6), Day(2013, 11, 6)),
        ("2016-02", Day(2016, 2, 1), Day(2016, 2, 29)),
        ("2013", Day(2013, 1, 1), Day(2013, 12, 31)),
        ("2012-21", Day(2012, 3, 1), Day(2012, 5, 31)),
        ("2014-10/2014-12", Day(2014, 10, 1), Day(2014, 12, 31)),
        ("2019-07-16/..", Day(2019, 7, 16), Day(9999, 12, 31)),
        ("../2016", Day(0, 1, 1), Day(2016, 12, 31)),
        ("2009-12?", Day(2009, 12, 1), Day(2009, 12, 31)),
    ],
)
def test_a_date_spans_the_days_that_it_can_mean(text: str, earliest: Day, latest: Day) -> None:
    date = parse_date(text)
    assert (date.earliest, date.latest) == (earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "2013-13",
        "2013-02-30",
        "2013-00",
        "0000",
        "../..",
        "2015/2014",
        "2013-11-06/",
        "13",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a|no "):
        parse_date(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2013-11-06", "6 Nov 2013"),
        ("2012-21", "spring 2012"),
        ("2016~", "about 2016"),
        ("2009-12?", "Dec 2009 (?)"),
        ("2014-10/2014-12", "Oct 2014 to Dec 2014"),
        ("../2016", "until 2016"),
        ("2019-07-16/..", "16 Jul 2019 or later"),
        ("no date", "no date"),
    ],
)
def test_dates_are_said_for_readers(text: str, said: str) -> None:
    assert say_date(text) == said


@given(st.dates())
def test_every_day_of_the_calendar_is_a_date(day: object) -> None:
    date = parse_date(str(day))
    assert date.earliest == date.latest


@given(st.text(max_size=20))
def test_saying_never_fails(text: str) -> None:
    assert isinstance(say_date(text), str)
