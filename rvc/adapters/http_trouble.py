"""What the errors of an exchange mean, in words for the person who asked for the page."""

from __future__ import annotations

import ssl
import zlib
from collections.abc import Iterator
from http.client import HTTPException, RemoteDisconnected

import requests
import urllib3

from rvc.adapters.http_answer import Ask, Failure, HttpError

_BAD_URLS = (
    requests.exceptions.InvalidURL,
    requests.exceptions.InvalidSchema,
    requests.exceptions.MissingSchema,
)


def meant_by(error: Exception, ask: Ask, passed: bool) -> HttpError:
    """Return what `error` means; the order matters: a time-out is also a connection error."""
    if passed:
        return too_slow(ask)
    nonsense = Failure.UNREADABLE, "the server's answer is not HTTP"
    meanings: tuple[tuple[tuple[type[Exception], ...], tuple[Failure, str]], ...] = (
        (
            (requests.ConnectTimeout,),
            (Failure.TIMEOUT, f"no connection within {ask.limits.connect:.3g} s"),
        ),
        (
            (requests.Timeout, urllib3.exceptions.TimeoutError),
            (Failure.TIMEOUT, f"the server was silent for {ask.limits.read:.3g} s"),
        ),
        (
            (requests.exceptions.SSLError, urllib3.exceptions.SSLError),
            (Failure.UNREACHABLE, _insecure(error)),
        ),
        ((requests.ConnectionError,), (Failure.UNREACHABLE, f"no answer ({_cause(error)})")),
        (
            (urllib3.exceptions.DecodeError, zlib.error),
            (Failure.UNREADABLE, "the answer's compression is broken"),
        ),
        (
            (*_BAD_URLS, urllib3.exceptions.LocationParseError, UnicodeError),
            (Failure.BAD_URL, "this is not an address that can be asked"),
        ),
        (
            (requests.exceptions.ChunkedEncodingError, urllib3.exceptions.HTTPError),
            (Failure.TRUNCATED, "the answer broke off before its end"),
        ),
    )
    failure, problem = next(
        (meaning for kinds, meaning in meanings if isinstance(error, kinds)), nonsense
    )
    return HttpError(failure, ask.url, problem)


def _insecure(error: BaseException) -> str:
    """Return why no secure connection was made: often the server knows none at this address."""
    for below in _below(error):
        if isinstance(below, ssl.SSLCertVerificationError):
            return f"the server's certificate is not accepted ({below.verify_message})"
        # One that OpenSSL did not raise has no reason at all.
        reason = getattr(below, "reason", "") if isinstance(below, ssl.SSLError) else ""
        if reason:
            return f"no secure connection ({reason.lower().replace('_', ' ')})"
    return "no secure connection"


def _below(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and what it came from, down to the bottom."""
    below: BaseException | None = error
    while below is not None:
        yield below
        below = below.__cause__ or below.__context__


def _cause(error: BaseException) -> str:
    """Return the operating system's or the protocol's own words at the bottom of `error`."""
    for last in _below(error):
        if isinstance(last, OSError) and last.strerror:
            return last.strerror.lower()
        if isinstance(last, RemoteDisconnected):
            return "the server hung up"
        if isinstance(last, (HTTPException, ValueError)):
            return "what came is not HTTP"
    return type(last).__name__


def too_slow(ask: Ask) -> HttpError:
    """Return the failure of an answer that was not whole when its time was up."""
    problem = f"the answer was not complete after {ask.limits.total:.3g} s"
    return HttpError(Failure.TIMEOUT, ask.url, problem)
