"""Open a PDF with PDFium and read the words of its pages, within limits of pages and time."""

from __future__ import annotations

import importlib
import re
import time
from collections.abc import Iterator
from typing import Any

from rvc.adapters.publishers.pdf_words import Sheet, read_runs
from rvc.errors import MissingExtraError, RvcError

_UNTITLED = re.compile(r"^\(?untitled\)?$|^Microsoft Word - ", re.IGNORECASE)
"""What programs write as the title of a file that nobody gave one."""

_EXTRA = "pip install 'rethinking-value-chains[texts]'"
_MOST_PAGES = 20_000
"""The longest bills have some 6,000."""

LONGEST = 120.0
"""Seconds that reading may take: the longest bills take less than half a minute."""

_DISTRUST = "no text of a law is that long: do not trust the file"


def read_sheets(data: bytes, url: str) -> tuple[list[Sheet], str]:
    """Return the pages of a PDF and the title that it gives itself.

    RvcError, naming `url`, for encrypted and broken files, for those with more than 20,000 pages
    or that take more than two minutes, and when pypdfium2, the extra "texts", is not installed.
    """
    try:
        pypdfium2 = importlib.import_module("pypdfium2")
        raw = importlib.import_module("pypdfium2.raw")
    except ImportError as error:
        raise needs_pypdfium2(url) from error
    try:
        with pypdfium2.PdfDocument(data) as document:
            title = _UNTITLED.sub("", str(document.get_metadata_dict().get("Title", "")).strip())
            return list(_pages(document, raw, url)), title
    except pypdfium2.PdfiumError as error:
        raise _trouble(str(error), url) from error


def needs_pypdfium2(url: str) -> RvcError:
    """Return the error for a PDF where the reader of PDF files is not installed."""
    return MissingExtraError(f"reading PDF needs pypdfium2: {_EXTRA}", where=url)


def takes_too_long(url: str) -> RvcError:
    """Return the error for a PDF whose reading does not end."""
    problem = f"reading the PDF takes more than {LONGEST:.0f} seconds"
    return RvcError(problem, where=url, hint=_DISTRUST)


def _pages(document: Any, raw: Any, url: str) -> Iterator[Sheet]:
    count, began = len(document), time.monotonic()
    if count > _MOST_PAGES:
        problem = f"the PDF has {count:,} pages, more than {_MOST_PAGES:,}"
        raise RvcError(problem, where=url, hint=_DISTRUST)
    for place in range(count):
        if time.monotonic() - began > LONGEST:
            raise takes_too_long(url)
        page = document[place]
        yield Sheet(*read_runs(page, raw))
        page.close()


def _trouble(said: str, url: str) -> RvcError:
    if "password" in said.lower() or "security" in said.lower():
        return RvcError(
            "the PDF is encrypted",
            where=url,
            hint="open it with its password and save it without one, then add that file",
        )
    return RvcError(
        f"the PDF cannot be read: {said}",
        where=url,
        hint="is the download complete? fetch it again",
    )
