"""How not to be a burden to a server: spacing, waiting when told to, backing off."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

SPACING = 0.25
"""Seconds between two requests to one host when nothing else is known."""

KNOWN_SPACING = {
    "export.arxiv.org": 3.0,  # arXiv API manual: a delay of three seconds between calls
    "eutils.ncbi.nlm.nih.gov": 0.34,  # NCBI usage policy: three a second without a key
}
"""Seconds between two requests to hosts that publish a rule but do not say it in headers."""

MAX_SPACING = 60.0
"""The longest spacing that is taken over from a header; anything longer is a misunderstanding."""

_INTERVAL = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(s|m|h)?\s*")
_UNITS = {"s": 1.0, "m": 60.0, "h": 3600.0}


def host_of(url: str) -> str:
    """Return the host (and port) of a URL in lower case: what politeness is counted by."""
    return urlsplit(url).netloc.rpartition("@")[2].lower()


def spacing_from(headers: Mapping[str, str]) -> float:
    """Return the seconds between requests that rate limit headers ask for, 0.0 without any.

    Reads `x-rate-limit-limit` and `x-rate-limit-interval` (Crossref: 5 and "1s" are 0.2).
    """
    interval = _INTERVAL.fullmatch(headers.get("x-rate-limit-interval", ""))
    try:
        limit = float(headers.get("x-rate-limit-limit", ""))
    except ValueError:
        return 0.0
    if interval is None or not limit > 0:
        return 0.0
    return min(float(interval[1]) * _UNITS[interval[2] or "s"] / limit, MAX_SPACING)


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Return the seconds that `Retry-After` asks to wait (RFC 9110, 10.2.3), None if unsaid.

    A date is counted from the server's own `Date`, as clocks differ, else from `now` (aware).
    """
    value = headers.get("retry-after", "").strip()
    if value.isdecimal() and value.isascii():
        return float(value)
    until = _date(value)
    if until is None:
        return None
    return max(0.0, (until - (_date(headers.get("date", "")) or now)).total_seconds())


def _date(value: str) -> datetime | None:
    try:
        read = parsedate_to_datetime(value)
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def back_off(attempt: int, chance: float) -> float:
    """Return the seconds to wait after failed `attempt` (from 0): 1, 2, 4 … 30, half of it random.

    `chance` is a random number below 1: clients that failed together must not return together.
    """
    longest = min(2.0**attempt, 30.0)
    return longest / 2 + longest / 2 * chance


class Pace:
    """When each host may be asked again; limits are only ever tightened."""

    def __init__(self, spacing: float = SPACING) -> None:
        self._default = spacing
        self._spacing: dict[str, float] = {}
        self._next: dict[str, float] = {}

    def spacing(self, host: str) -> float:
        """Return the seconds between two requests to `host`."""
        known = max(self._default, KNOWN_SPACING.get(host, 0.0))
        return max(known, self._spacing.get(host, 0.0))

    def wait(self, host: str, clock: float) -> float:
        """Return how many seconds from `clock` on `host` must still be left alone."""
        return max(0.0, self._next.get(host, clock) - clock)

    def asked(self, host: str, clock: float) -> None:
        """Note that `host` was asked at `clock`."""
        self.rest(host, clock + self.spacing(host))

    def rest(self, host: str, until: float) -> None:
        """Leave `host` alone until the clock shows `until`; never shortens a rest."""
        self._next[host] = max(until, self._next.get(host, until))

    def slow_down(self, host: str, spacing: float) -> None:
        """Ask `host` at most every `spacing` seconds; a shorter spacing than now is ignored."""
        self._spacing[host] = min(max(spacing, self.spacing(host)), MAX_SPACING)
