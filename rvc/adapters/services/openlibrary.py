"""Open Library: books by ISBN.

API: https://openlibrary.org/dev/docs/api/books
"""

from __future__ import annotations

from typing import Any

from rvc.adapters.http import Fetcher
from rvc.adapters.http_answer import Failure, HttpError
from rvc.adapters.services.reading import at, date_text, objects, text_at, texts
from rvc.model.identifiers import normal_isbn
from rvc.model.record import Person, Record, WorkType

BASE = "https://openlibrary.org"
NAME = "openlibrary"


class OpenLibrary:
    """Asks Open Library through `fetcher`; `base` is another address in tests."""

    name = NAME

    def __init__(self, fetcher: Fetcher, base: str = BASE) -> None:
        self._fetcher = fetcher
        self._base = base

    def by_isbn(self, isbn: str) -> Record | None:
        """Return the book with this ISBN, None without (which proves nothing)."""
        url = f"{self._base}/api/books?bibkeys=ISBN:{isbn}&format=json&jscmd=data"
        answer = self._fetcher.get(url)
        data = answer.json()
        if not isinstance(data, dict):
            raise HttpError(Failure.UNREADABLE, answer.url, "the answer does not describe a book")
        book = data.get(f"ISBN:{isbn}")
        return read(book, isbn) if isinstance(book, dict) else None


def read(book: Any, isbn: str) -> Record:
    """Return the record in one book as Open Library writes it (`jscmd=data`)."""
    date = date_text("issued", at(book, "publish_date"))
    numbers = texts(at(book, "identifiers", "isbn_13")) + texts(at(book, "identifiers", "isbn_10"))
    found = tuple(filter(None, map(normal_isbn, (isbn, *numbers))))
    return Record(
        service=NAME,
        id=text_at(book, "key") or isbn,
        titles=texts([text_at(book, "title")]),
        subtitle=text_at(book, "subtitle"),
        authors=tuple(
            Person(name=text_at(one, "name"))
            for one in objects(at(book, "authors"))
            if text_at(one, "name")
        ),
        dates=(date,) if date else (),
        isbn=tuple(dict.fromkeys(found)),
        type=WorkType.BOOK,
        publisher=text_at(book, "publishers", 0, "name"),
        place=text_at(book, "publish_places", 0, "name"),
        edition=text_at(book, "edition_name"),
        address=text_at(book, "url"),
    )
