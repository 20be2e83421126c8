"""A web site on this computer whose pages a test writes; shared by tests that fetch."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler

Page = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """A web site: pages by path, and a record of what was asked and with which headers."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.pages: dict[str, list[Page]] = {}
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.closing = threading.Event()

    def url(self, path: str) -> str:
        return f"{self.address}{path}"

    def page(self, path: str, *pages: Page) -> str:
        """Answer `path` with each of the pages in turn, then with the last for ever."""
        self.pages[path] = list(pages)
        return self.url(path)

    def says(
        self,
        path: str,
        body: str | bytes = b"",
        status: int = 200,
        headers: Mapping[str, str] | None = None,
    ) -> str:
        return self.page(path, reply(body, status, headers))


def reply(
    body: str | bytes = b"", status: int = 200, headers: Mapping[str, str] | None = None
) -> Page:
    """Return a page with its right length, unless `headers` lie about it."""
    data = body.encode() if isinstance(body, str) else body
    sent = {"Content-Length": str(len(data)), **(headers or {})}

    def page(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in sent.items():
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(data)

    return page
