"""The only door to the network: polite, bounded, and honest about what did not come.

One `Fetcher` for a run of the program. It asks one thing at a time of each host and leaves the
host alone in between, tightens that spacing by what the host's headers say, waits when told to
(`Retry-After`), tries again after failures that may pass, and follows redirects itself.
"""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from typing import IO, TYPE_CHECKING
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from msgspec.structs import replace

from rvc import __version__
from rvc.adapters.http_answer import Answer, Ask, Failure, HttpError, Limits, OnBytes, Reply
from rvc.adapters.politeness import SPACING, Pace, back_off, host_of, retry_after, spacing_from

if TYPE_CHECKING:
    import requests

ATTEMPTS = 4
"""How often a URL is asked when the failure may pass; twice when there is no connection at all."""

MAX_HOPS = 8
"""Redirects followed; browsers follow 20, but no register of laws needs that."""

MAX_WAIT = 120.0
"""Seconds that this program waits at most when a server asks for patience."""

MAX_SIZE = 64 << 20
"""Bytes of one answer; a long law with annexes is below 10 MB."""

_TRY_AGAIN = {408, 425, 429, 500, 502, 503, 504}
_MAY_PASS = {Failure.TIMEOUT, Failure.TRUNCATED, Failure.UNREACHABLE}
_REDIRECTS = {301, 302, 303, 307, 308}


def user_agent(mailto: str = "") -> str:
    """Return the one name that every request carries, with an address to complain to if given."""
    contact = f" (mailto:{mailto})" if mailto else ""
    return f"rvc/{__version__}{contact}".encode("ascii", "ignore").decode()


class Fetcher:
    """Asks URLs. Safe to share between threads; use as a context manager to close connections.

    `connect`, `read`: seconds to wait for a connection and for each next byte. `total`: seconds
    that all attempts at one URL may take together, waiting on request not counted. `size`: bytes
    of one answer. `spacing`: seconds between two requests to one host. `clock` (monotonic
    seconds), `sleep`, `now` (aware) and `chance` (below 1) are for tests.
    """

    def __init__(
        self,
        *,
        mailto: str = "",
        connect: float = 10.0,
        read: float = 30.0,
        total: float = 120.0,
        size: int = MAX_SIZE,
        spacing: float = SPACING,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        chance: Callable[[], float] = random.random,
    ) -> None:
        self.mailto = mailto
        self._connect, self._read, self._total, self._size = connect, read, total, size
        self._clock, self._sleep, self._now, self._chance = clock, sleep, now, chance
        self._pace = Pace(spacing)
        self._turns: dict[str, threading.Lock] = {}
        self._sent_away: dict[str, str] = {}
        self._guard = threading.Lock()
        self._session: requests.Session | None = None

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections; the next request opens new ones."""
        with self._guard:
            if self._session is not None:
                self._session.close()
            self._session = None

    def get(
        self,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        etag: str = "",
        last_modified: str = "",
        into: IO[bytes] | None = None,
        on_bytes: OnBytes | None = None,
        size: int | None = None,
        total: float | None = None,
    ) -> Answer:
        """Return the answer of `url`, whatever its status (after retries; see `Answer.checked`).

        With `etag` or `last_modified` of an earlier answer the request is conditional and a 304 is
        an answer. With `into` (a seekable binary file) a success is written there as it comes, and
        a retry starts again where the file stood. `on_bytes(got, announced)` hears of progress.
        Raises HttpError when no answer came.
        """
        sent = dict(headers or {})
        if etag:
            sent["If-None-Match"] = etag
        if last_modified:
            sent["If-Modified-Since"] = last_modified
        limits = Limits(self._connect, self._read, total or self._total, size or self._size)
        hops: list[str] = []
        current = _address(url, url)
        while True:
            reply = self._patiently(Ask(current, sent, limits, into, on_bytes))
            target = reply.headers.get("location", "")
            if not (reply.status in _REDIRECTS and target):
                return self._answer(url, current, reply, hops)
            hops.append(current)
            current = _next_hop(url, current, target, hops)

    def _answer(self, asked: str, url: str, reply: Reply, hops: list[str]) -> Answer:
        media_type, charset = _content_type(reply.headers.get("content-type", ""))
        return Answer(
            asked=asked,
            url=url,
            status=reply.status,
            headers=reply.headers,
            media_type=media_type,
            charset=charset,
            body=reply.body,
            size=reply.size,
            sha256=reply.sha256,
            time=self._now().strftime("%Y-%m-%dT%H:%M:%SZ"),
            hops=tuple(hops),
        )

    def _patiently(self, ask: Ask) -> Reply:
        """Return the last reply of at most ATTEMPTS; raise the last failure when none came."""
        start = ask.into.tell() if ask.into is not None else 0
        left = ask.limits.total
        attempt = 0
        while True:
            came, seconds = self._in_turn(replace(ask, limits=replace(ask.limits, total=left)))
            left -= seconds
            attempt += 1
            # A last try with hardly any time would only hide what the ones before it met.
            again = attempt < ATTEMPTS and left > min(ask.limits.read, ask.limits.total / ATTEMPTS)
            if isinstance(came, HttpError):
                if not (again and came.failure in _MAY_PASS):
                    raise came
                if came.failure is Failure.UNREACHABLE and attempt > 1:
                    raise came
                self._rest(ask.url, back_off(attempt - 1, self._chance()))
            else:
                if came.status not in _TRY_AGAIN:
                    return came
                self._back_away(ask.url, came, attempt - 1)
                if not again:
                    return came
            if ask.into is not None:
                ask.into.seek(start)
                ask.into.truncate()

    def _in_turn(self, ask: Ask) -> tuple[Reply | HttpError, float]:
        """Ask when it is this request's turn: one at a time of a host, and not too soon.

        Returns what came and the seconds that asking took, the wait before it not counted.
        """
        from rvc.adapters.http_wire import exchange, open_session

        host = host_of(ask.url)
        with self._guard:
            turn = self._turns.setdefault(host, threading.Lock())
            if self._session is None:
                self._session = open_session(user_agent(self.mailto))
            session = self._session
        with turn:
            wait = self._pace.wait(host, self._clock())
            if wait > MAX_WAIT:
                return _busy(ask.url, wait, self._sent_away.get(host, "")), 0.0
            if wait > 0:
                self._sleep(wait)
            began = self._clock()
            self._pace.asked(host, began)
            try:
                reply = exchange(session, ask)
            except HttpError as error:
                return error, self._clock() - began
            self._pace.slow_down(host, spacing_from(reply.headers))
            self._pace.asked(host, began)
            return reply, self._clock() - began

    def _back_away(self, url: str, reply: Reply, attempt: int) -> None:
        """Leave the host alone for as long as it asks; HttpError when that is too long."""
        asked = retry_after(reply.headers, self._now())
        wait = back_off(attempt, self._chance()) if asked is None else asked
        if reply.status == 429:
            host = host_of(url)
            self._pace.slow_down(host, 2 * self._pace.spacing(host))
        self._rest(url, wait)
        if wait > MAX_WAIT:
            self._sent_away[host_of(url)] = url
            raise _busy(url, wait)

    def _rest(self, url: str, seconds: float) -> None:
        self._pace.rest(host_of(url), self._clock() + seconds)


def _busy(url: str, wait: float, said_by: str = "") -> HttpError:
    """Return the failure of `url`; `said_by` is the page that asked for peace, if another."""
    long = f"{wait:.0f} s" if wait <= 7200 else f"{wait / 3600:.0f} h"
    long = long if wait <= 86400 else "more than a day"
    by = f" (said by {said_by[:300]})" if said_by not in ("", url) else ""
    problem = f"the server asks to be left alone for {long}{by}"
    return HttpError(Failure.BUSY, url, problem, "try again later")


def _next_hop(asked: str, current: str, target: str, hops: list[str]) -> str:
    with suppress(UnicodeError):
        # Servers send Location in UTF-8; the protocol library reads headers as Latin-1.
        target = target.encode("latin-1").decode("utf-8")
    try:
        url = _address(urljoin(current, target), asked)
    except (HttpError, ValueError) as error:
        problem = f"redirected to '{target[:200]}', which is not a web address"
        raise HttpError(Failure.REDIRECT, asked, problem) from error
    if url in hops:
        raise HttpError(Failure.REDIRECT, asked, f"redirected in a circle, back to {url}")
    if len(hops) >= MAX_HOPS:
        raise HttpError(Failure.REDIRECT, asked, f"redirected more than {MAX_HOPS} times")
    return url


def _address(url: str, asked: str) -> str:
    """Return `url` fit for the wire: only http and https, no fragment, odd characters quoted."""
    try:
        parts = urlsplit(url.strip())
        usable = parts.scheme.lower() in {"http", "https"} and bool(parts.hostname)
        _ = parts.port
    except ValueError:
        usable = False
    if not usable or "@" in parts.netloc:
        problem = "only http and https addresses can be asked"
        raise HttpError(Failure.BAD_URL, asked, problem, "such as https://www.example.org/law.html")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]|")
    return urlunsplit((parts.scheme.lower(), parts.netloc, path, query, ""))


def _content_type(value: str) -> tuple[str, str]:
    media_type, _, parameters = value.partition(";")
    charset = ""
    for parameter in parameters.split(";"):
        name, _, said = parameter.partition("=")
        if name.strip().lower() == "charset":
            charset = said.strip().strip("\"'").lower()
    return media_type.strip().lower(), charset
