"""Files that a person saved from a browser: whether they can be a text, and of which page."""

from __future__ import annotations

import re
from pathlib import Path

from rvc.adapters.http import MAX_SIZE
from rvc.errors import RvcError
from rvc.model.law import Version
from rvc.model.nearest import did_you_mean
from rvc.tasks.first_look import PEEK, error_title, is_web_page, wall_of

_FORMATS = {"htm": "html", "xhtml": "html", "txt": "text", "md": "text"}
"""Endings of file names that the register calls by another name."""

_UNFINISHED = frozenset({".crdownload", ".part", ".partial", ".download"})
"""Endings that browsers give to files that are still on their way."""

_TRANSLATED = re.compile(rb"<html\b[^>]*\btranslated-(ltr|rtl)\b", re.I)
"""What browsers write into a page that they translate."""


def read_saved(path: Path) -> bytes:
    """Return the bytes of a file that a person saved; RvcError when they are plainly no text."""
    try:
        if path.exists() and not path.is_file():  # a pipe would be waited for without end
            kind = "a folder" if path.is_dir() else "a pipe or a device"
            raise RvcError(f"{kind}, not a file", where=str(path))
        with path.open("rb") as file:
            data = file.read(MAX_SIZE + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or str(error)
        raise RvcError(f"cannot be read: {reason.lower()}", where=str(path)) from error
    if path.suffix.lower() in _UNFINISHED:
        hint = "wait until the browser has it all, and add the file under its own name"
        raise RvcError("the download is not finished", where=str(path), hint=hint)
    wall = wall_of(data[:PEEK]) or error_title(data[:PEEK])
    if len(data) > MAX_SIZE:
        raise RvcError(f"the file is larger than {MAX_SIZE:,} bytes", where=str(path))
    if not data.strip():
        raise RvcError("the file is empty", where=str(path))
    if wall:
        hint = "open the page in a browser, wait for the text and save that"
        raise RvcError(f"the file is no text but a page '{wall}'", where=str(path), hint=hint)
    ending = path.suffix.lower()
    if ending in {".pdf", ".docx"} and is_web_page(data[:PEEK]):
        hint = "if it is the text all the same, name it .html"
        raise RvcError(f"a web page, though its name ends in {ending}", where=str(path), hint=hint)
    return data


def remark_on_translation(data: bytes) -> str:
    """Return what a person should look at in a page whose words its browser had translated."""
    if is_web_page(data[:PEEK]) and _TRANSLATED.search(data[:PEEK]):
        return "the browser had translated this page: save it again in its own language"
    return ""


def remark_on_address(version: Version, url: str) -> str:
    """Return what a person should look at in the address that a file was saved from.

    RvcError when it is no address of the web.
    """
    known = [page.url for page in version.pages if page.url]
    if not url or url in known:
        return ""
    hint = did_you_mean(url, known)
    if not re.match(r"https?://[^/?#\s]+", url, re.I):
        raise RvcError("is no web address", where=url, hint=hint or "such as https://…")
    return f"the register does not name this address: {hint}".rstrip(": ")


def saved_from(version: Version, path: Path) -> str:
    """Return the address that a file most likely comes from, empty when that is not clear."""
    pages = [page for page in version.pages if page.url]
    ending = path.suffix.lower().lstrip(".")
    named = _FORMATS.get(ending, ending)
    fitting = [page.url for page in pages if page.format == named]
    if len(pages) == 1:
        return pages[0].url
    return fitting[0] if len(fitting) == 1 else ""
