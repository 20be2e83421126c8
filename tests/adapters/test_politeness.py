from __future__ import annotations

from datetime import UTC, datetime

import pytest

from rvc.adapters.politeness import Pace, back_off, host_of, retry_after, spacing_from

NOW = datetime(2026, 6, 16, 13, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("limit", "interval", "seconds"),
    [
        ("5", "1s", 0.2),
        ("10", "1s", 0.1),
        ("50", "1m", 1.2),
        ("1", "1h", 60.0),  # longer than any spacing that makes sense
        ("0", "1s", 0.0),
        ("-3", "1s", 0.0),
        ("nan", "1s", 0.0),
        ("many", "1s", 0.0),
        ("5", "soon", 0.0),
        ("5", "", 0.0),
    ],
)
def test_limits_are_read_from_headers(limit: str, interval: str, seconds: float) -> None:
    headers = {"x-rate-limit-limit": limit, "x-rate-limit-interval": interval}
    assert spacing_from(headers) == pytest.approx(seconds)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": "7"}, 7.0),
        ({"retry-after": "Tue, 16 Jun 2026 13:00:30 GMT"}, 30.0),
        ({"retry-after": "Tue, 16 Jun 2026 12:00:00 GMT"}, 0.0),
        (
            {
                "retry-after": "Tue, 16 Jun 2026 15:00:30 GMT",
                "date": "Tue, 16 Jun 2026 15:00:00 GMT",
            },
            30.0,
        ),
        ({"retry-after": "in a while"}, None),
        ({"retry-after": "-5"}, None),
        ({"retry-after": "1e9"}, None),
    ],
)
def test_retry_after_is_seconds_or_a_date(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after(headers, NOW) == seconds


def test_back_off_doubles_up_to_half_a_minute() -> None:
    assert [back_off(attempt, 1.0) for attempt in range(7)] == [1, 2, 4, 8, 16, 30, 30]
    assert back_off(2, 0.0) == 2.0


def test_a_pace_is_only_ever_slowed_down() -> None:
    pace = Pace(0.2)
    pace.slow_down("a", 0.1)
    assert pace.spacing("a") == 0.2
    pace.slow_down("a", 0.5)
    pace.slow_down("a", 0.3)
    assert pace.spacing("a") == 0.5
    assert pace.spacing("b") == 0.2
    assert pace.spacing("export.arxiv.org") == 3.0


def test_a_rest_is_never_shortened() -> None:
    pace = Pace(1.0)
    pace.rest("a", 100.0)
    pace.asked("a", 10.0)
    assert pace.wait("a", 40.0) == 60.0
    assert pace.wait("a", 200.0) == 0.0
    assert pace.wait("b", 0.0) == 0.0


def test_a_host_is_counted_with_its_port_and_without_credentials() -> None:
    assert host_of("https://me:secret@Example.ORG:8443/a?b") == "example.org:8443"
