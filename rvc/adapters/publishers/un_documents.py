"""Documents of the United Nations: treaty drafts with bracketed options, reports."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from typing import NamedTuple

import msgspec

from rvc.adapters.publishers import docx, html, pdf
from rvc.adapters.publishers.language import guess_language
from rvc.adapters.publishers.sites import on_host
from rvc.errors import RvcError
from rvc.model.text import LegalText, Span
from rvc.model.text import ProvisionKind as Kind

_HOSTS = ("un.org", "undocs.org", "unece.org", "un.int")
_SYMBOL = re.compile(r"\b(?:A|E|S|ST|TD)/(?:[A-Z][\w.]*/)*[\w.()]+(?:/[\w.()]+)*\b")
_FORMAL = re.compile(r"\s*(?:adopted|adoptée?|original|on the report|sans vote)\b", re.IGNORECASE)
"""Opens brackets that tell of the vote or the original, and leave nothing open."""

_DEEPEST = 20


class Bracketed(NamedTuple):
    """An option that negotiators left open: the words between square brackets, and where."""

    eid: str
    words: str
    span: Span


def recognises(data: bytes, *, url: str = "", media_type: str = "") -> bool:
    """Whether the file comes from a site of the United Nations, in a format that can be read."""
    return on_host(url, *_HOSTS) and is_readable(data, url=url, media_type=media_type)


def read(data: bytes, *, url: str = "", media_type: str = "", charset: str = "") -> LegalText:
    """Read a document of the United Nations; notes give its symbol and count its open options.

    Raises RvcError as the reader of its format does (PDF, Word, HTML), and for other formats.
    """
    reader = _reader(data, url, media_type)
    if reader is None:
        raise RvcError("neither PDF, Word nor HTML", where=url, hint="fetch another format of it")
    text = reader(data, url=url, media_type=media_type, charset=charset)
    notes = [*text.notes]
    symbol = _SYMBOL.search(text.text[:3000])
    if symbol:
        notes.append(f"document symbol {symbol[0]}")
    if reader is html.read and not any(one.kind is not Kind.CROSSHEADING for one in text.walk()):
        notes.append(
            "no provision could be read: the page may only list documents; add one of them"
        )
    options = [one for one in bracketed(text) if one.eid and not _FORMAL.match(one.words)]
    if options:
        places = ", ".join(dict.fromkeys(one.eid for one in options))
        notes.append(f"{len(options)} bracketed options are not agreed: {places}")
    return msgspec.structs.replace(
        text, notes=tuple(notes), language=text.language or guess_language(text.text)
    )


def bracketed(text: LegalText) -> tuple[Bracketed, ...]:
    """Every pair of square brackets with the innermost provision around it, outer pairs first.

    A bracket that never closes is left out: nobody can say where its option ends.
    """
    provisions = list(text.walk())
    starts = [one.span.start for one in provisions]
    found = []
    for span in sorted(_pairs(text.text)):
        place = bisect_right(starts, span.start) - 1
        while place >= 0 and provisions[place].span.end < span.end:
            place -= 1
        eid = provisions[place].eid if place >= 0 else ""
        found.append(Bracketed(eid, text.text[span.start + 1 : span.end - 1], span))
    return tuple(found)


def _pairs(text: str) -> list[Span]:
    """Brackets that belong together; nobody nests options deeper than `_DEEPEST`."""
    opened: list[int] = []
    spans = []
    for found in re.finditer(r"[\[\]]", text):
        if found[0] == "[":
            opened.append(found.start())
        elif opened:
            start = opened.pop()
            if len(opened) < _DEEPEST:
                spans.append(Span(start, found.end()))
    return spans


def is_readable(data: bytes, *, url: str = "", media_type: str = "") -> bool:
    """Whether the bytes are in one of the formats in which the United Nations publish."""
    return _reader(data, url, media_type) is not None


def _reader(data: bytes, url: str, media_type: str) -> Callable[..., LegalText] | None:
    for recognised, reader in _FORMATS:
        if recognised(data, url=url, media_type=media_type):
            return reader
    return None


_FORMATS: tuple[tuple[Callable[..., bool], Callable[..., LegalText]], ...] = (
    (pdf.recognises, pdf.read),
    (docx.recognises, docx.read),
    (html.recognises, html.read),
)
