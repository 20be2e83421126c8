"""Feeds of a bill's dossier at the Sénat: each document as it appears (Atom 0.3, ISO-8859-15)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from msgspec import Struct

from rvc.adapters.publishers.french_dossier import base_of
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

    @property
    def day(self) -> str:
        """The ISO date in Paris, where midnight is 22:00 or 23:00 of the day before in UTC."""
        try:
            time = datetime.fromisoformat(self.published)
        except ValueError:
            return ""
        return (time + timedelta(hours=2 if _is_summer(time) else 1)).date().isoformat()


def read_feed(data: bytes, *, url: str = "") -> tuple[FeedEntry, ...]:
    """Read a dossier's feed in its own order, relative addresses made absolute.

    Raises RvcError for other or broken XML.
    """
    base = base_of(url, _BASE)
    return tuple(_entry(one, base) for one in _feed(data, url) if local(one) == "entry")


def feed_title(data: bytes, *, url: str = "") -> str:
    """The title of a dossier's feed without the chamber's name; RvcError as for its entries."""
    titles = (words_of(one) for one in _feed(data, url) if local(one) == "title")
    return next(titles, "").removeprefix("Sénat - ")


def _feed(data: bytes, url: str) -> _Element:
    root = parse_xml(data, url=url)
    if local(root) != "feed":
        raise RvcError(f"<{local(root)}> is no feed", where=url)
    return root


def _is_summer(time: datetime) -> bool:
    """Summer time of the European Union (directive 2000/84/EC): last Sundays, 01:00 UTC."""
    start, end = (_last_sunday(time.year, month) for month in (3, 10))
    return start <= time.replace(tzinfo=None) < end


def _last_sunday(year: int, month: int) -> datetime:
    """01:00 on the last Sunday of a month of 31 days."""
    last = datetime(year, month, 31, 1)
    return last - timedelta(days=(last.weekday() + 1) % 7)


def _entry(entry: _Element, base: str) -> FeedEntry:
    said = {local(child): child for child in entry}
    link = said["link"].get("href", "") if "link" in said else ""
    return FeedEntry(
        title=words_of(said["title"]) if "title" in said else "",
        summary=words_of(said["summary"]) if "summary" in said else "",
        url=urljoin(base, link) if link else "",
        published=words_of(said["published"]) if "published" in said else "",
    )
