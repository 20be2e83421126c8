"""Feeds of a bill's dossier at the Sénat: each document as it appears (Atom 0.3, ISO-8859-15)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from msgspec import Struct

from rvc.adapters.publishers.xml_input import local, parse_xml, words_of
from rvc.errors import RvcError

if TYPE_CHECKING:
    from lxml.etree import _Element

_BASE = "https://www.senat.fr/"


class FeedEntry(Struct, frozen=True):
    """One document of a dossier: title, what it is, absolute address, ISO date and time."""

    title: str
    summary: str
    url: str
    published: str


def read_feed(data: bytes, *, url: str = "") -> tuple[FeedEntry, ...]:
    """Read a dossier's feed in its own order, relative addresses made absolute.

    Raises RvcError for other or broken XML.
    """
    root = parse_xml(data, url=url)
    if local(root) != "feed":
        raise RvcError(f"<{local(root)}> is no feed", where=url)
    return tuple(_entry(one, url or _BASE) for one in root if local(one) == "entry")


def _entry(entry: _Element, base: str) -> FeedEntry:
    said = {local(child): child for child in entry}
    link = said["link"].get("href", "") if "link" in said else ""
    return FeedEntry(
        title=words_of(said["title"]) if "title" in said else "",
        summary=words_of(said["summary"]) if "summary" in said else "",
        url=urljoin(base, link) if link else "",
        published=words_of(said["published"]) if "published" in said else "",
    )
