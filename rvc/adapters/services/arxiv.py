"""arXiv: preprints by number, from its Atom feed.

API: https://info.arxiv.org/help/api/user-manual.html
"""

from __future__ import annotations

import re
from urllib.parse import quote
from xml.etree import ElementTree

from rvc.adapters.http import Fetcher
from rvc.adapters.http_answer import Failure, HttpError
from rvc.adapters.services.reading import date_text, plain
from rvc.model.identifiers import normal_doi
from rvc.model.record import Person, Record, Relation, WorkType

BASE = "https://export.arxiv.org"
NAME = "arxiv"

_ATOM = "{http://www.w3.org/2005/Atom}"
_ARXIV = "{http://arxiv.org/schemas/atom}"


class Arxiv:
    """Asks arXiv through `fetcher`; `base` is another address in tests."""

    name = NAME

    def __init__(self, fetcher: Fetcher, base: str = BASE) -> None:
        self._fetcher = fetcher
        self._base = base

    def by_number(self, number: str) -> Record | None:
        """Return the preprint with this number (`2101.00001`, `math/0309136v2`), None without."""
        answer = self._fetcher.get(f"{self._base}/api/query?id_list={quote(number)}")
        if (
            answer.status != 400
        ):  # arXiv's answer to a number that is none, with a feed that says so
            answer.checked()
        return read_feed(answer.body, answer.url)


def read_feed(feed: bytes, url: str) -> Record | None:
    """Return the first entry of an Atom feed of arXiv, None when it has none.

    Raises HttpError for anything else; a document type is refused, as feeds have none and
    entities are how XML attacks.
    """
    if b"<!DOCTYPE" in feed[:4096] or b"<!ENTITY" in feed:
        raise HttpError(Failure.UNREADABLE, url, "the answer is not a feed of arXiv")
    try:
        root = ElementTree.fromstring(feed)
    except (ElementTree.ParseError, ValueError) as error:
        raise HttpError(Failure.UNREADABLE, url, f"the feed cannot be read ({error})") from error
    if root.tag != f"{_ATOM}feed":
        raise HttpError(Failure.UNREADABLE, url, "the answer is not a feed of arXiv")
    entry = root.find(f"{_ATOM}entry")
    if entry is None or "/api/errors" in _text(entry, f"{_ATOM}id"):
        return None
    record = _read(entry)
    return record if record.titles else None


def _read(entry: ElementTree.Element) -> Record:
    address = _text(entry, f"{_ATOM}id")
    number = re.sub(r"v\d+$", "", address.rpartition("/abs/")[2])
    published = normal_doi(_text(entry, f"{_ARXIV}doi"))
    posted = date_text("posted", _text(entry, f"{_ATOM}published"))
    names = (_text(author, f"{_ATOM}name") for author in entry.iter(f"{_ATOM}author"))
    title = _text(entry, f"{_ATOM}title")
    return Record(
        service=NAME,
        id=number,
        titles=(title,) if title else (),
        containers=("arXiv",),
        authors=tuple(Person(name=name) for name in names if name),
        dates=(posted,) if posted else (),
        doi=f"10.48550/arxiv.{number}" if number else "",
        arxiv=number,
        type=WorkType.PREPRINT,
        publisher="arXiv",
        address=f"https://arxiv.org/abs/{number}",
        relations=(Relation("is-preprint-of", published),) if published else (),
    )


def _text(element: ElementTree.Element, path: str) -> str:
    return plain(element.findtext(path) or "")
