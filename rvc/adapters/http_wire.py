"""One exchange with a server: ask once, read at most so much, stop at the deadline."""

from __future__ import annotations

import hashlib
import io
import socket
import threading
import zlib
from collections.abc import Mapping
from contextlib import suppress
from http.cookiejar import DefaultCookiePolicy
from typing import Any

import requests
import urllib3
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from rvc.adapters.http_answer import Ask, Failure, HttpError, Reply
from rvc.adapters.http_trouble import meant_by, too_slow
from rvc.adapters.http_unpack import PACKINGS, Unpacker, packings

_CHUNK = 1 << 16
_ERROR_PAGE = 1 << 16
"""How much of the page of an error status is read: enough to say what is wrong."""

_MOST_DIGITS = 18

_running = threading.local()
"""The deadline of the exchange that this thread is in, for the connections to register with."""


class _Deadline:
    """Cuts the connection of one exchange when time is up.

    A time-out on reading restarts with every byte: a server that drips would never trip it.
    """

    def __init__(self, seconds: float) -> None:
        self.passed = False
        self._socket: socket.socket | None = None
        self._timer = threading.Timer(max(seconds, 0.0), self._cut)
        self._timer.daemon = True

    def __enter__(self) -> _Deadline:
        _running.deadline = self
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        self._socket = None
        _running.deadline = None

    def watch(self, connection: socket.socket | None) -> None:
        self._socket = connection
        if self.passed:
            self._cut()

    def _cut(self) -> None:
        self.passed = True
        connection = self._socket
        if connection is not None:
            with suppress(OSError, ValueError):
                connection.shutdown(socket.SHUT_RDWR)


def _register(connection: HTTPConnection) -> None:
    deadline = getattr(_running, "deadline", None)
    if deadline is not None:
        deadline.watch(connection.sock)


class _Plain(HTTPConnection):
    def endheaders(self, *args: Any, **options: Any) -> None:
        super().endheaders(*args, **options)
        _register(self)


class _Secure(HTTPSConnection):
    def endheaders(self, *args: Any, **options: Any) -> None:
        super().endheaders(*args, **options)
        _register(self)


class _PlainPool(HTTPConnectionPool):
    ConnectionCls = _Plain


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _Secure


_POOLS = {"http": _PlainPool, "https": _SecurePool}


class _Watching(HTTPAdapter):
    """requests' own transport, with connections that a deadline can cut; proxies included."""

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        super().init_poolmanager(*args, **options)
        self.poolmanager.pool_classes_by_scheme = _POOLS

    def proxy_manager_for(self, proxy: str, **options: Any) -> Any:
        manager = super().proxy_manager_for(proxy, **options)
        manager.pool_classes_by_scheme = _POOLS
        return manager


class _Session(requests.Session):
    def get_redirect_target(self, resp: requests.Response) -> None:
        """Say that there is none, or requests reads the whole page of a redirect, however long."""


def open_session(user_agent: str) -> requests.Session:
    """Return a session that names itself, keeps no cookies and never sends stored passwords."""
    session = _Session()
    session.headers["User-Agent"] = user_agent
    session.headers["Accept-Encoding"] = "gzip, deflate"
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    session.auth = lambda request: request  # or requests would look into ~/.netrc
    for scheme in ("http://", "https://"):
        session.mount(scheme, _Watching(pool_maxsize=4))
    return session


def exchange(session: requests.Session, ask: Ask) -> Reply:
    """Ask once, follow no redirect, and return the reply, whatever its status.

    Raises HttpError, and nothing of requests or urllib3; an error of the file passes through.
    """
    with _Deadline(ask.limits.total) as deadline:
        try:
            return _exchange(session, ask, deadline)
        except (
            requests.RequestException,
            urllib3.exceptions.HTTPError,
            zlib.error,
            UnicodeError,  # a host name that cannot be written in DNS
        ) as error:
            raise meant_by(error, ask, deadline.passed) from error
        except (OSError, ValueError, AttributeError) as error:
            # Cutting a connection leaves half-closed objects behind, which raise all of these.
            if not deadline.passed:
                raise
            raise too_slow(ask) from error


def _exchange(session: requests.Session, ask: Ask, deadline: _Deadline) -> Reply:
    with session.get(
        ask.url,
        headers=dict(ask.headers),
        timeout=(ask.limits.connect, ask.limits.read),
        stream=True,
        allow_redirects=False,
    ) as response:
        headers = {name.lower(): value for name, value in response.headers.items()}
        announced = _length(headers)
        if 200 <= response.status_code < 300:
            if announced is not None and announced > ask.limits.size:
                raise _too_big(ask)
            packed = headers.get("content-encoding", "")
            unknown = [name for name in packings(packed) if name not in PACKINGS]
            if unknown:
                said = f"the answer is compressed by '{unknown[0][:20]}', which was not asked for"
                raise HttpError(Failure.UNREADABLE, ask.url, said)
            body, size, sha256 = _read(response.raw, ask, announced, deadline, Unpacker(packed))
        else:
            body = _error_page(response.raw, deadline, ask)
            size, sha256 = len(body), hashlib.sha256(body).hexdigest()
    return Reply(response.status_code, headers, body, size, sha256)


def _read(
    raw: urllib3.HTTPResponse,
    ask: Ask,
    announced: int | None,
    deadline: _Deadline,
    unpacker: Unpacker,
) -> tuple[bytes, int, str]:
    """Return the body (empty if it went into a file), its size and its SHA-256."""
    digest, size = hashlib.sha256(), 0
    held = io.BytesIO()
    into = held if ask.into is None else ask.into
    came = raw.stream(_CHUNK, decode_content=False)
    for chunk in (piece for packed in came for piece in unpacker.feed(packed)):
        size += len(chunk)
        if size > ask.limits.size:
            raise _too_big(ask)
        digest.update(chunk)
        into.write(chunk)
        if ask.on_bytes is not None:
            ask.on_bytes(size, None if unpacker.unpacks else announced)
        if deadline.passed:
            break
    if deadline.passed:
        raise too_slow(ask)
    if not unpacker.complete or (announced is not None and raw.tell() < announced):
        raise _cut_off(ask)
    return held.getvalue(), size, digest.hexdigest()


def _error_page(raw: urllib3.HTTPResponse, deadline: _Deadline, ask: Ask) -> bytes:
    """Return the beginning of the page of an error; a page that breaks off is still an answer."""
    page = b""
    with suppress(urllib3.exceptions.HTTPError):
        for chunk in raw.stream(_CHUNK, decode_content=True):
            page += chunk
            if len(page) >= _ERROR_PAGE:
                break
    if deadline.passed:
        raise too_slow(ask)
    return page[:_ERROR_PAGE]


def _length(headers: Mapping[str, str]) -> int | None:
    value = headers.get("content-length", "")
    # Python converts no number of thousands of digits; no file is longer than 18 of them.
    return int(value[:_MOST_DIGITS]) if value.isdecimal() and value.isascii() else None


def _too_big(ask: Ask) -> HttpError:
    problem = f"the answer is larger than {ask.limits.size:,} bytes"
    return HttpError(Failure.TOO_BIG, ask.url, problem)


def _cut_off(ask: Ask) -> HttpError:
    return HttpError(Failure.TRUNCATED, ask.url, "the answer broke off before its end")
