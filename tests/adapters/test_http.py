from __future__ import annotations

import gzip
import hashlib
import io
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Any

import pytest

from rvc.adapters.http import MAX_HOPS, Fetcher, user_agent
from rvc.adapters.http_answer import Failure, HttpError

if TYPE_CHECKING:
    from sites import Site

Page = Callable[[BaseHTTPRequestHandler], None]


class FakeTime:
    """A clock that only sleeping moves, so that waiting takes no time."""

    def __init__(self) -> None:
        self.clock = 1000.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.clock += seconds


@pytest.fixture
def fake() -> FakeTime:
    return FakeTime()


@pytest.fixture
def fetcher(fake: FakeTime) -> Iterator[Fetcher]:
    with make(fake) as made:
        yield made


def make(fake: FakeTime, **options: Any) -> Fetcher:
    chosen: dict[str, Any] = {"spacing": 0.0, "read": 0.3, "total": 5.0, "chance": lambda: 1.0}
    return Fetcher(
        clock=lambda: fake.clock,
        sleep=fake.sleep,
        now=lambda: datetime(2026, 6, 16, 13, 0, tzinfo=UTC),
        **{**chosen, **options},
    )


def reply(body: bytes = b"", status: int = 200, **headers: str) -> Page:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    sent = {"content-length": str(len(body)), **named}

    def page(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in sent.items():
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(body)

    return page


def failure_of(fetcher: Fetcher, url: str, **options: Any) -> HttpError:
    with pytest.raises(HttpError) as caught:
        fetcher.get(url, **options)
    return caught.value


def test_an_answer_says_all_about_itself(site: Site, fetcher: Fetcher) -> None:
    body = "Loi n° 2017-399".encode("cp1252")
    page = reply(body, content_type='Text/HTML; charset="Windows-1252"', etag='"1"')
    url = site.page("/loi", page)
    answer = fetcher.get(url + "#art1")
    assert (answer.asked, answer.url) == (url + "#art1", url)
    assert (answer.status, answer.found, answer.hops) == (200, True, ())
    assert (answer.media_type, answer.charset) == ("text/html", "windows-1252")
    assert (answer.body, answer.size) == (body, len(body))
    assert answer.sha256 == hashlib.sha256(body).hexdigest()
    assert answer.time == "2026-06-16T13:00:00Z"
    assert answer.text() == "Loi n° 2017-399"
    assert answer.etag == '"1"'


def test_every_request_names_the_program(site: Site, fake: FakeTime) -> None:
    with make(fake, mailto="me@example.org") as fetcher:
        fetcher.get(site.says("/", "x"))
    assert site.headers[0]["user-agent"] == user_agent("me@example.org")
    assert user_agent("me@example.org").endswith("(mailto:me@example.org)")
    assert user_agent("é\r\nX: y").startswith("rvc/")


def test_no_cookie_is_ever_sent_back(site: Site, fetcher: Fetcher) -> None:
    url = site.says("/", "x", headers={"Set-Cookie": "id=1; Path=/"})
    fetcher.get(url)
    fetcher.get(url)
    assert "cookie" not in site.headers[1]


def test_not_modified_is_an_answer(site: Site, fetcher: Fetcher) -> None:
    url = site.says("/", status=304)
    answer = fetcher.get(url, etag='"7"', last_modified="Tue, 16 Jun 2026 13:00:00 GMT")
    assert answer.not_modified
    assert answer.checked() is answer
    assert site.headers[0]["if-none-match"] == '"7"'
    assert site.headers[0]["if-modified-since"] == "Tue, 16 Jun 2026 13:00:00 GMT"


def test_not_found_is_an_answer_until_it_is_checked(site: Site, fetcher: Fetcher) -> None:
    headers = {"Content-Type": "application/json;charset=utf-8"}
    answer = fetcher.get(site.says("/x", "Resource not found.", 404, headers))
    assert answer.missing
    assert answer.text() == "Resource not found."
    with pytest.raises(HttpError, match=r"/x: the server answered 404"):
        answer.json()


@pytest.mark.parametrize("status", [202, 206])
def test_a_success_without_a_whole_page_is_none(site: Site, fetcher: Fetcher, status: int) -> None:
    answer = fetcher.get(site.says("/", b"half a p", status))
    with pytest.raises(HttpError, match=str(status)) as caught:
        answer.checked()
    assert caught.value.failure is Failure.STATUS


def test_a_refusal_says_what_can_be_done(site: Site, fetcher: Fetcher) -> None:
    with pytest.raises(HttpError, match="save the page with a browser") as caught:
        fetcher.get(site.says("/", "no robots", 403)).checked()
    assert caught.value.failure is Failure.STATUS


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"<!DOCTYPE html><html>Please sign in</html>", "sent HTML"),
        (b'{"message": {"title": ["Gover', "no readable JSON"),
        (b"", "no readable JSON"),
        (b"[" * 100_000, "no readable JSON"),
        (b"\xff\xfe\xfa", "no readable JSON"),
    ],
)
def test_what_is_no_json_is_said_with_its_url(
    site: Site, fetcher: Fetcher, body: bytes, said: str
) -> None:
    answer = fetcher.get(site.says("/w", body, headers={"Content-Type": "application/json"}))
    with pytest.raises(HttpError, match=said) as caught:
        answer.json()
    assert caught.value.url.endswith("/w")
    assert caught.value.failure is Failure.UNREADABLE


def test_json_without_a_content_type_is_read(site: Site, fetcher: Fetcher) -> None:
    assert fetcher.get(site.says("/", '{"DOI": "10.1/x"}')).json() == {"DOI": "10.1/x"}


def test_compressed_answers_are_unpacked_and_bounded(site: Site, fetcher: Fetcher) -> None:
    packed = gzip.compress(b"a" * 5_000_000)
    url = site.says("/", packed, headers={"Content-Encoding": "gzip"})
    heard: list[int | None] = []
    answer = fetcher.get(url, on_bytes=lambda _, announced: heard.append(announced))
    assert answer.size == 5_000_000
    assert set(heard) == {None}, "the length announced is that of the packed bytes"
    assert failure_of(fetcher, url, size=1_000_000).failure is Failure.TOO_BIG


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


PACKED: list[tuple[str, Callable[[bytes], bytes]]] = [
    ("gzip", gzip.compress),
    ("x-gzip", lambda data: gzip.compress(data[:9]) + gzip.compress(data[9:])),
    ("gzip", lambda data: gzip.compress(data) + bytes(8)),
    ("deflate", zlib.compress),
    ("deflate", raw_deflate),
    ("deflate, gzip", lambda data: gzip.compress(zlib.compress(data))),
    ("identity", bytes),
]


@pytest.mark.parametrize(("name", "pack"), PACKED)
def test_every_compression_that_is_asked_for_is_unpacked(
    site: Site, fetcher: Fetcher, name: str, pack: Callable[[bytes], bytes]
) -> None:
    data = b"".join(b"Section %d " % number for number in range(30_000))
    url = site.says("/", pack(data), headers={"Content-Encoding": name})
    assert fetcher.get(url).body == data


@pytest.mark.parametrize(("name", "pack"), [PACKED[0], PACKED[1], *PACKED[3:6]])
@pytest.mark.parametrize("left", [0.01, 0.5, 0.999])
def test_a_compressed_answer_that_stops_before_its_end_is_cut_off(
    site: Site, fetcher: Fetcher, name: str, pack: Callable[[bytes], bytes], left: float
) -> None:
    packed = pack(b"".join(b"Section %d " % number for number in range(3_000)))
    body = packed[: max(1, int(len(packed) * left))]
    url = site.says("/", body, headers={"Content-Encoding": name})
    assert failure_of(fetcher, url).failure is Failure.TRUNCATED


def test_an_empty_compressed_answer_is_empty(site: Site, fetcher: Fetcher) -> None:
    assert fetcher.get(site.says("/", b"", headers={"Content-Encoding": "gzip"})).body == b""


def test_broken_compression_is_said(site: Site, fetcher: Fetcher) -> None:
    url = site.says("/", b"not gzip at all", headers={"Content-Encoding": "gzip"})
    assert failure_of(fetcher, url).failure is Failure.UNREADABLE


# Servers that misbehave


def test_an_announced_gigabyte_is_not_read(site: Site, fetcher: Fetcher) -> None:
    url = site.says("/", b"x", headers={"Content-Length": str(1 << 30)})
    error = failure_of(fetcher, url)
    assert error.failure is Failure.TOO_BIG
    assert "67,108,864 bytes" in error.problem


def test_a_length_of_thousands_of_digits_is_too_big(site: Site, fetcher: Fetcher) -> None:
    url = site.says("/", b"x", headers={"Content-Length": "9" * 5000})
    assert failure_of(fetcher, url).failure is Failure.TOO_BIG


def test_an_unannounced_gigabyte_is_stopped_at_the_limit(site: Site, fetcher: Fetcher) -> None:
    sent = 0

    def flood(request: BaseHTTPRequestHandler) -> None:
        nonlocal sent
        request.send_response(200)
        request.send_header("Connection", "close")
        request.end_headers()
        for _ in range(1 << 14):
            request.wfile.write(b"x" * (1 << 16))
            sent += 1 << 16

    into = io.BytesIO()
    error = failure_of(fetcher, site.page("/", flood), size=200_000, into=into)
    assert error.failure is Failure.TOO_BIG
    assert len(into.getvalue()) <= 200_000
    assert sent < 1 << 25


def test_an_answer_shorter_than_announced_is_truncated(
    site: Site, fetcher: Fetcher, fake: FakeTime
) -> None:
    def cut(request: BaseHTTPRequestHandler) -> None:
        reply(b"half", content_length="1000")(request)
        request.close_connection = True

    url = site.page("/", cut)
    assert failure_of(fetcher, url).failure is Failure.TRUNCATED
    assert len(site.asked) == 4
    assert fake.slept == [1, 2, 4]


def test_a_retry_starts_the_file_again_where_it_stood(site: Site, fetcher: Fetcher) -> None:
    def cut(request: BaseHTTPRequestHandler) -> None:
        reply(b"WRONG", content_length="1000")(request)
        request.close_connection = True

    into = io.BytesIO()
    into.write(b"before ")
    heard: list[tuple[int, int | None]] = []
    url = site.page("/", cut, reply(b"whole"))
    answer = fetcher.get(url, into=into, on_bytes=lambda got, said: heard.append((got, said)))
    assert into.getvalue() == b"before whole"
    assert (answer.body, answer.size) == (b"", 5)
    assert answer.sha256 == hashlib.sha256(b"whole").hexdigest()
    assert heard[-1] == (5, 5)


def test_the_page_of_an_error_never_reaches_the_file(site: Site, fetcher: Fetcher) -> None:
    into = io.BytesIO()
    answer = fetcher.get(site.says("/", b"n" * 100_000, 404), into=into)
    assert into.getvalue() == b""
    assert answer.body == b"n" * (1 << 16)


def test_an_error_of_the_file_is_not_blamed_on_the_server(site: Site, fetcher: Fetcher) -> None:
    class Full(io.BytesIO):
        def write(self, _: Any) -> int:
            raise OSError(28, "no space left on device")

    with pytest.raises(OSError, match="no space left"):
        fetcher.get(site.says("/", b"x"), into=Full())


def test_a_silent_server_is_left(site: Site, fake: FakeTime) -> None:
    def hang(_: BaseHTTPRequestHandler) -> None:
        site.closing.wait(10)

    with make(fake, read=0.05) as fetcher:
        error = failure_of(fetcher, site.page("/", hang))
    assert error.failure is Failure.TIMEOUT
    assert "silent for 0.05 s" in error.problem
    assert len(site.asked) == 4


def test_a_silent_server_is_never_said_to_be_a_slow_one(site: Site) -> None:
    url = site.page("/", lambda _: site.closing.wait(10) and None)
    with Fetcher(read=0.2, total=0.75, spacing=0.0, sleep=lambda _: None) as fetcher:
        error = failure_of(fetcher, url)
    assert "silent for 0.2 s" in error.problem


@pytest.mark.parametrize("part", ["headers", "body"])
def test_a_server_that_drips_is_cut_off_at_the_deadline(site: Site, part: str) -> None:
    def drip(request: BaseHTTPRequestHandler) -> None:
        if part == "body":
            request.send_response(200)
            request.send_header("Content-Length", "100000")
            request.end_headers()
        else:
            request.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        while not site.closing.wait(0.02):
            request.wfile.write(b"x")

    began = time.monotonic()
    with Fetcher(read=2.0, total=0.25, spacing=0.0) as fetcher:
        error = failure_of(fetcher, site.page("/", drip))
    assert error.failure is Failure.TIMEOUT
    assert "not complete after" in error.problem
    assert time.monotonic() - began < 1.5


def test_no_server_at_all(fetcher: Fetcher, fake: FakeTime) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        error = failure_of(fetcher, f"http://127.0.0.1:{port}/a")
    assert error.failure is Failure.UNREACHABLE
    assert "refused" in error.problem
    assert error.where.endswith("/a")
    assert fake.slept == [1]


def test_a_server_without_encryption_is_not_said_to_have_a_bad_certificate(
    site: Site, fetcher: Fetcher
) -> None:
    error = failure_of(fetcher, site.url("/").replace("http:", "https:"))
    assert error.failure is Failure.UNREACHABLE
    assert error.problem.startswith("no secure connection (")


def test_a_server_that_hangs_up_or_talks_nonsense(site: Site, fetcher: Fetcher) -> None:
    def nonsense(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(b"220 mail.example.org ESMTP\r\n\r\n")
        request.close_connection = True

    error = failure_of(fetcher, site.page("/", nonsense))
    assert error.failure is Failure.UNREACHABLE
    assert "not HTTP" in error.problem


def test_two_lengths_are_no_length(site: Site, fetcher: Fetcher) -> None:
    def twice(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Length", "5")
        request.send_header("Content-Length", "7")
        request.end_headers()

    assert failure_of(fetcher, site.page("/", twice)).failure is Failure.UNREADABLE


def test_a_compression_that_nobody_asked_for_is_said(site: Site, fetcher: Fetcher) -> None:
    error = failure_of(fetcher, site.says("/", b"x", headers={"Content-Encoding": "br"}))
    assert (error.failure, "'br'" in error.problem) == (Failure.UNREADABLE, True)


def test_a_message_never_shows_a_whole_hostile_url(site: Site, fetcher: Fetcher) -> None:
    target = "http://" + "a" * 60_000 + "/"
    error = failure_of(fetcher, site.page("/", reply(status=302, location=target)))
    assert len(str(error)) < 600


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://example.org/law",
        "javascript:alert(1)",
        "http://",
        "https:///nohost",
        "example.org",
        "",
        "http://[::1",
        "http://example.org:port/",
        "http://user:secret@127.0.0.1/",
        "http://" + "a" * 70 + ".example/",
        "http://.example..org/",
    ],
)
def test_only_web_addresses_are_asked(fetcher: Fetcher, url: str) -> None:
    assert failure_of(fetcher, url).failure in {Failure.BAD_URL}


def test_odd_characters_of_an_address_are_quoted(site: Site, fetcher: Fetcher) -> None:
    site.says("/loi%20n%C2%B0%20399%0D", "x")
    assert fetcher.get(site.url("/loi n° 399%0D")).found


# Redirects


def test_redirects_are_followed_and_recorded(site: Site, fetcher: Fetcher) -> None:
    site.page("/old", reply(status=301, location="/newer"))
    site.page("/newer", reply(status=302, location=site.url("/new")))
    site.says("/new", "text")
    answer = fetcher.get(site.url("/old"))
    assert answer.url == site.url("/new")
    assert answer.hops == (site.url("/old"), site.url("/newer"))
    assert answer.text() == "text"


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://x/y", "data:text/html,x", "//["])
def test_redirects_lead_to_web_addresses_only(site: Site, fetcher: Fetcher, target: str) -> None:
    error = failure_of(fetcher, site.page("/", reply(status=302, location=target)))
    assert error.failure is Failure.REDIRECT
    assert target in error.problem


def test_a_circle_of_redirects_is_seen(site: Site, fetcher: Fetcher) -> None:
    site.page("/a", reply(status=302, location="/b"))
    site.page("/b", reply(status=302, location="/a"))
    error = failure_of(fetcher, site.url("/a"))
    assert error.failure is Failure.REDIRECT
    assert "in a circle" in error.problem
    assert site.asked == ["/a", "/b"]


def test_a_page_that_redirects_to_itself_is_a_circle(site: Site, fetcher: Fetcher) -> None:
    assert (
        "circle" in failure_of(fetcher, site.page("/a", reply(status=301, location="/a"))).problem
    )


def test_endless_redirects_end(site: Site, fetcher: Fetcher) -> None:
    for step in range(MAX_HOPS + 2):
        site.page(f"/{step}", reply(status=302, location=f"/{step + 1}"))
    assert f"more than {MAX_HOPS}" in failure_of(fetcher, site.url("/0")).problem


# Politeness


def test_retry_after_is_obeyed(site: Site, fetcher: Fetcher, fake: FakeTime) -> None:
    def dated(request: BaseHTTPRequestHandler) -> None:
        request.send_response_only(503)
        request.send_header("Date", "Tue, 16 Jun 2026 15:00:00 GMT")
        request.send_header("Retry-After", "Tue, 16 Jun 2026 15:00:30 GMT")
        request.send_header("Content-Length", "0")
        request.end_headers()

    url = site.page(
        "/",
        reply(status=429, retry_after="7"),
        dated,
        reply(b"now"),
    )
    assert fetcher.get(url).body == b"now"
    assert fake.slept == [7, 30]


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_busy_servers_get_more_time_each_time(
    site: Site, fetcher: Fetcher, fake: FakeTime, status: int
) -> None:
    url = site.page("/", reply(status=status), reply(status=status), reply(b"now"))
    assert fetcher.get(url).body == b"now"
    assert fake.slept == [1, 2]


def test_a_server_that_stays_busy_is_an_answer_in_the_end(site: Site, fetcher: Fetcher) -> None:
    answer = fetcher.get(site.page("/", reply(status=503)))
    assert (answer.status, len(site.asked)) == (503, 4)


def test_a_long_rest_is_not_waited_for_and_the_host_not_asked_again(
    site: Site, fetcher: Fetcher, fake: FakeTime
) -> None:
    url = site.page("/", reply(status=429, retry_after="3600"))
    assert failure_of(fetcher, url).failure is Failure.BUSY
    assert failure_of(fetcher, url).problem.endswith("3600 s")
    assert failure_of(fetcher, site.says("/other", "x")).problem.endswith(f"3600 s (said by {url})")
    assert fake.slept == []
    assert len(site.asked) == 1


def test_requests_to_one_host_are_spaced(site: Site, fake: FakeTime) -> None:
    url = site.says("/", "x")
    with make(fake, spacing=0.5) as fetcher:
        for _ in range(3):
            fetcher.get(url)
    assert fake.slept == [0.5, 0.5]


def test_limits_in_headers_only_slow_down(site: Site, fake: FakeTime) -> None:
    slow = {"x_rate_limit_limit": "2", "x_rate_limit_interval": "1s"}
    fast = {"x_rate_limit_limit": "1000", "x_rate_limit_interval": "1s"}
    url = site.page("/", reply(**slow), reply(**fast), reply())
    with make(fake, spacing=0.1) as fetcher:
        for _ in range(3):
            fetcher.get(url)
    assert fake.slept == [0.5, 0.5]


def test_refusals_for_haste_slow_down_for_good(site: Site, fake: FakeTime) -> None:
    url = site.page("/", reply(status=429, retry_after="0"), reply())
    with make(fake, spacing=0.5) as fetcher:
        fetcher.get(url)
        fetcher.get(url)
    assert fake.slept[-1] == 1.0


def test_one_request_at_a_time_of_a_host(site: Site) -> None:
    running, most = 0, 0
    guard = threading.Lock()

    def page(request: BaseHTTPRequestHandler) -> None:
        nonlocal running, most
        with guard:
            running += 1
            most = max(most, running)
        time.sleep(0.01)
        with guard:
            running -= 1
        reply(b"x")(request)

    url = site.page("/", page)
    with Fetcher(spacing=0.0) as fetcher:
        threads = [threading.Thread(target=fetcher.get, args=(url,)) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert (most, len(site.asked)) == (1, 6)
