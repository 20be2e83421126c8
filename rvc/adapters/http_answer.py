"""What is asked of the network, what came back, and why nothing came."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import IO, Any

from msgspec import Struct

from rvc.errors import RvcError

_LONGEST_SHOWN = 300
"""Characters of a URL that a message shows; a hostile redirect can have tens of thousands."""


_NO_TEXT = {
    202: "the server answered 202: the page is not ready, or not for programs",
    206: "the server answered 206: it sent only a part",
}
"""What counts as a success among the statuses of HTTP, and brings no whole page."""


class Failure(StrEnum):
    """Why a URL gave no answer; none of them says that what was asked for does not exist."""

    BAD_URL = "bad-url"
    """Not an http or https address with a host."""
    UNREACHABLE = "unreachable"
    """No connection: name not found, refused, certificate not accepted."""
    TIMEOUT = "timeout"
    """The server took the connection and then was silent, or took longer than allowed in all."""
    TRUNCATED = "truncated"
    """The answer ended before the length that its server announced, or broke off."""
    TOO_BIG = "too-big"
    """The answer is larger than the limit; reading was stopped there."""
    REDIRECT = "redirect"
    """Redirected in a circle, too often, or to something other than http and https."""
    BUSY = "busy"
    """The server asks to be left alone for longer than this program waits."""
    STATUS = "status"
    """The server answered with a status that is not a success."""
    FAILING = "failing"
    """The server answered each attempt that it cannot serve now: 429 or 5xx."""
    UNREADABLE = "unreadable"
    """The answer came, but is not what it should be (HTML for JSON, broken JSON, wrong shape)."""


class HttpError(RvcError):
    """A URL gave no usable answer; `failure` says why in a form that a program can act on."""

    def __init__(self, failure: Failure, url: str, problem: str, hint: str = "") -> None:
        where = url if len(url) <= _LONGEST_SHOWN else f"{url[:_LONGEST_SHOWN]}…"
        super().__init__(problem, where=where, hint=hint)
        self.failure = failure
        self.url = url


OnBytes = Callable[[int, int | None], None]
"""Hears how many bytes came so far, and how many the server announced (None: it did not)."""


class Limits(Struct, frozen=True):
    """Seconds for connecting, for each silence and for the whole; bytes at most."""

    connect: float
    read: float
    total: float
    size: int


class Ask(Struct, frozen=True):
    """One URL to ask: a success goes into the file `into` when there is one."""

    url: str
    headers: Mapping[str, str]
    limits: Limits
    into: IO[bytes] | None = None
    on_bytes: OnBytes | None = None


class Reply(Struct, frozen=True):
    """What one exchange gave: the body is empty when it went into a file."""

    status: int
    headers: dict[str, str]
    body: bytes
    size: int
    sha256: str


class Answer(Struct, frozen=True):
    """One answer of a server.

    `asked` is the URL as asked for, `url` the one that answered after `hops` redirects. `headers`
    have lower-case names. `media_type` is lower case without parameters and, like `charset`,
    empty when the server says nothing. `body` holds the decoded bytes, empty when they went into
    a file; `size` and `sha256` are always those of the bytes. `time` is UTC, to the second.
    """

    asked: str
    url: str
    status: int
    headers: dict[str, str]
    media_type: str
    charset: str
    body: bytes
    size: int
    sha256: str
    time: str
    hops: tuple[str, ...] = ()

    @property
    def found(self) -> bool:
        """Whether the status is a success (2xx)."""
        return 200 <= self.status < 300

    @property
    def not_modified(self) -> bool:
        """Whether the server says that what the caller already holds is still current (304)."""
        return self.status == 304

    @property
    def missing(self) -> bool:
        """Whether the server says that there is nothing (any more) at this address: 404, 410."""
        return self.status in {404, 410}

    @property
    def etag(self) -> str:
        """The entity tag for a later conditional request, or an empty text."""
        return self.headers.get("etag", "")

    @property
    def last_modified(self) -> str:
        """The date for a later conditional request, as the server wrote it, or an empty text."""
        return self.headers.get("last-modified", "")

    def checked(self) -> Answer:
        """Return this answer when it is a success or a 304; HttpError names URL and status.

        No success is what is not ready (202: firewalls answer so, too) or a part (206).
        """
        if (self.found and self.status not in _NO_TEXT) or self.not_modified:
            return self
        hint = "the site refuses programs: save the page with a browser" * (self.status == 403)
        passing = self.status == 429 or self.status >= 500
        failure = Failure.FAILING if passing else Failure.STATUS
        problem = _NO_TEXT.get(self.status, f"the server answered {self.status}")
        raise HttpError(failure, self.url, problem, hint)

    def text(self) -> str:
        """Return the body as text by its charset (UTF-8 without one); bad bytes become U+FFFD."""
        try:
            return self.body.decode(self.charset or "utf-8", "replace")
        except LookupError:
            return self.body.decode("utf-8", "replace")

    def json(self) -> Any:
        """Return the JSON in the body, whatever the server calls it; HttpError if there is none."""
        self.checked()
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError) as error:
            start = self.body[:200].lstrip().lower()
            said = "HTML" if start.startswith((b"<!doctype", b"<html")) else "no readable JSON"
            problem = f"JSON was expected, but the server sent {said}"
            raise HttpError(Failure.UNREADABLE, self.url, problem) from error
