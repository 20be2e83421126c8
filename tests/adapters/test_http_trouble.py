"""What errors of an exchange mean, whichever library raised them."""

from __future__ import annotations

import ssl
import zlib
from http.client import BadStatusLine, RemoteDisconnected

import pytest
import requests
import urllib3

from rvc.adapters.http_answer import Ask, Failure, Limits
from rvc.adapters.http_trouble import meant_by, too_slow

ASK = Ask("http://toy.example/1", {}, Limits(connect=2, read=3, total=5, size=9), None, None)


def caused(error: Exception, *below: BaseException) -> Exception:
    """Return `error` as raised from what is below, the last at the bottom."""
    above: BaseException = error
    for one in below:
        above.__cause__ = one
        above = one
    return error


def met(error: Exception, while_handling: Exception) -> Exception:
    """Return `error` as raised, from nothing, while another one was handled."""
    error.__context__ = while_handling
    return error


def refused_certificate() -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError(1, "certificate verify failed")
    error.verify_message = "certificate has expired"
    return error


def refused_talk() -> ssl.SSLError:
    error = ssl.SSLError(1, "wrong version")
    error.reason = "WRONG_VERSION_NUMBER"
    return error


CONNECTION = requests.ConnectionError
POOL = urllib3.HTTPConnectionPool("toy.example")


@pytest.mark.parametrize(
    ("error", "failure", "said"),
    [
        (requests.ConnectTimeout(), Failure.TIMEOUT, "no connection within 2 s"),
        (requests.ReadTimeout(), Failure.TIMEOUT, "the server was silent for 3 s"),
        (
            urllib3.exceptions.ReadTimeoutError(POOL, "/", "slow"),
            Failure.TIMEOUT,
            "the server was silent for 3 s",
        ),
        (
            caused(requests.exceptions.SSLError(), OSError(), refused_certificate()),
            Failure.UNREACHABLE,
            "the server's certificate is not accepted (certificate has expired)",
        ),
        (
            caused(urllib3.exceptions.SSLError(), refused_talk()),
            Failure.UNREACHABLE,
            "no secure connection (wrong version number)",
        ),
        (
            caused(
                requests.exceptions.SSLError(),
                urllib3.exceptions.MaxRetryError(POOL, "/", refused_talk()),
                refused_talk(),
            ),
            Failure.UNREACHABLE,
            "no secure connection (wrong version number)",
        ),
        (
            met(requests.exceptions.SSLError(), refused_talk()),
            Failure.UNREACHABLE,
            "no secure connection (wrong version number)",
        ),
        (requests.exceptions.SSLError(), Failure.UNREACHABLE, "no secure connection"),
        (
            caused(requests.exceptions.SSLError(), ssl.SSLError()),
            Failure.UNREACHABLE,
            "no secure connection",
        ),
        (
            caused(CONNECTION(), ConnectionRefusedError(111, "Connection refused")),
            Failure.UNREACHABLE,
            "no answer (connection refused)",
        ),
        (
            caused(CONNECTION(), RemoteDisconnected("gone")),
            Failure.UNREACHABLE,
            "no answer (the server hung up)",
        ),
        (
            caused(CONNECTION(), BadStatusLine("x")),
            Failure.UNREACHABLE,
            "no answer (what came is not HTTP)",
        ),
        (
            caused(CONNECTION(), ValueError("x")),
            Failure.UNREACHABLE,
            "no answer (what came is not HTTP)",
        ),
        (caused(CONNECTION(), KeyError()), Failure.UNREACHABLE, "no answer (KeyError)"),
        (
            urllib3.exceptions.DecodeError(),
            Failure.UNREADABLE,
            "the answer's compression is broken",
        ),
        (zlib.error(), Failure.UNREADABLE, "the answer's compression is broken"),
        (
            requests.exceptions.InvalidURL(),
            Failure.BAD_URL,
            "this is not an address that can be asked",
        ),
        (UnicodeError(), Failure.BAD_URL, "this is not an address that can be asked"),
        (
            urllib3.exceptions.LocationParseError("x"),
            Failure.BAD_URL,
            "this is not an address that can be asked",
        ),
        (
            requests.exceptions.ChunkedEncodingError(),
            Failure.TRUNCATED,
            "the answer broke off before its end",
        ),
        (
            urllib3.exceptions.ProtocolError(),
            Failure.TRUNCATED,
            "the answer broke off before its end",
        ),
        (ValueError(), Failure.UNREADABLE, "the server's answer is not HTTP"),
    ],
)
def test_what_an_error_means(error: Exception, failure: Failure, said: str) -> None:
    meant = meant_by(error, ASK, passed=False)
    assert (meant.failure, meant.problem, meant.where) == (failure, said, ASK.url)


def test_after_the_time_for_the_whole_answer_every_error_means_that() -> None:
    meant = meant_by(requests.ReadTimeout(), ASK, passed=True)
    assert (meant.failure, meant.problem) == (
        Failure.TIMEOUT,
        "the answer was not complete after 5 s",
    )
    assert too_slow(ASK).problem == meant.problem
