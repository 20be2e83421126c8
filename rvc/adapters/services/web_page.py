"""Any web page: what it says about itself in the tags that reference managers read.

Highwire tags (`citation_title` …, as Google Scholar asks for), Dublin Core and Open Graph.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from rvc.adapters.http import Fetcher
from rvc.adapters.http_answer import Answer, Failure, HttpError
from rvc.adapters.services.reading import date_text, plain
from rvc.model.identifiers import normal_doi, normal_isbn
from rvc.model.record import Person, Record, WorkType

NAME = "web page"

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{2,40})""", re.I)


MAX_SIZE = 16 << 20
"""Bytes of a page at most; what is longer is a file for reading, not a page with a title."""


def by_address(fetcher: Fetcher, url: str) -> Record | None:
    """Return what the page at `url` says about itself, None when it says that it is not there."""
    answer = fetcher.get(url, headers={"Accept": "text/html,application/xhtml+xml"}, size=MAX_SIZE)
    if answer.missing:
        if not answer.body.strip():
            # Sites answer with a page of theirs; an empty 404 comes from networks in between.
            problem = f"an empty {answer.status} came, which says nothing about the page"
            raise HttpError(Failure.STATUS, answer.url, problem)
        return None
    answer.checked()
    if answer.media_type and "html" not in answer.media_type:
        problem = f"the address leads to {answer.media_type}, not to a web page"
        raise HttpError(Failure.UNREADABLE, answer.url, problem)
    return read(_decoded(answer), answer.url)


def is_there(fetcher: Fetcher, url: str) -> Record | None:
    """Return a record when anything is at `url`, with a title if it is a page; None for a 404.

    Raises HttpError when the site refuses or cannot be reached, which says nothing.
    """
    try:
        return by_address(fetcher, url)
    except HttpError as error:
        if error.failure in {Failure.TOO_BIG, Failure.UNREADABLE}:
            return Record(service=NAME, id=url, address=url, type=WorkType.PAGE)
        raise


def read(html: str, url: str) -> Record:
    """Return the record in the head of a page; without any tags, its title and host."""
    said = _Head()
    said.feed(html[:1_000_000])
    doi = normal_doi(said.first("citation_doi", "dc.identifier", "prism.doi"))
    title = said.first("citation_title", "dc.title", "og:title", "title")
    container = said.first("citation_journal_title", "citation_inbook_title", "og:site_name")
    date = date_text(
        "issued",
        said.first(
            "citation_publication_date",
            "citation_date",
            "dc.date",
            "dcterms.issued",
            "article:published_time",
        ).replace("/", "-"),
    )
    first, last = said.first("citation_firstpage"), said.first("citation_lastpage")
    return Record(
        service=NAME,
        id=url,
        titles=(title,) if title else (),
        containers=(container,) if container else (),
        authors=tuple(_person(name) for name in said.every("citation_author", "dc.creator")),
        dates=(date,) if date else (),
        volume=said.first("citation_volume"),
        issue=said.first("citation_issue"),
        pages=f"{first}-{last}" if first and last else first,
        doi=doi,
        isbn=tuple(filter(None, map(normal_isbn, said.every("citation_isbn")))),
        issn=said.every("citation_issn"),
        type=WorkType.ARTICLE if said.first("citation_journal_title") else WorkType.PAGE,
        publisher=said.first("citation_publisher", "dc.publisher"),
        language=said.first("citation_language", "dc.language"),
        address=url,
    )


class _Head(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._said: dict[str, list[str]] = {}
        self._in_title = False

    def first(self, *names: str) -> str:
        return next((self._said[name][0] for name in names if self._said.get(name)), "")

    def every(self, *names: str) -> tuple[str, ...]:
        for name in names:
            if self._said.get(name):
                return tuple(dict.fromkeys(self._said[name]))
        return ()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "title" and not self._said.get("title"):
            self._in_title = True
        if tag == "meta":
            named = dict(attrs)
            name = (named.get("name") or named.get("property") or "").lower()
            value = plain(named.get("content") or "")
            if name and value:
                self._said.setdefault(name, []).append(value)

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._in_title = False

    def handle_data(self, data: str) -> None:
        if self._in_title and plain(data):
            self._said.setdefault("title", []).append(plain(data))


def _person(name: str) -> Person:
    family, comma, given = name.partition(",")
    if comma and given.strip():
        return Person(family=family.strip(), given=given.strip())
    return Person(name=name)


def _decoded(answer: Answer) -> str:
    declared = _CHARSET.search(answer.body[:4096])
    charset = answer.charset or (declared[1].decode("ascii") if declared else "utf-8")
    try:
        return answer.body.decode(charset, "replace")
    except LookupError:
        return answer.body.decode("utf-8", "replace")
