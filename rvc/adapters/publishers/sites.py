"""Whose page it is: the host of its address, and whether the bytes are HTML at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from rvc.adapters.publishers.xml_input import root_name

if TYPE_CHECKING:
    from lxml.etree import _Element

_TAG = re.compile(
    rb"<\s*(?:!doctype\s+html|html|head|body|meta|p|div|table|title|h[1-6])\b", re.IGNORECASE
)

_XML = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<\?xml\b", re.IGNORECASE)


def on_host(url: str, *hosts: str) -> bool:
    """Whether the address lies on one of the hosts or below it."""
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:
        return False
    return any(host == one or host.endswith(f".{one}") for one in hosts)


def looks_like_html(data: bytes) -> bool:
    """Whether an HTML tag stands near the beginning, in any encoding.

    A file that calls itself XML is HTML only when its root is: feeds have titles too.
    """
    head = data[:8192].replace(b"\x00", b"")
    if _XML.match(head) and root_name(data) != "html":
        return False
    return _TAG.search(head) is not None and b"%PDF-" not in head[:1024]


def is_classed(element: _Element, names: re.Pattern[str]) -> bool:
    """Whether one of the names is found among the classes of an element."""
    return names.search(element.get("class", "")) is not None
