"""Reading foreign JSON that may lack anything, or hold another type than documented."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from rvc.bib.macros import MONTHS
from rvc.model.record import Dated

_INLINE = r"i|b|em|strong|sub|sup|scp|sc|u|tt|span|font|a|italic|bold|[a-z]+:[a-z-]+"
_BLOCK = r"p|br|div|title|math|inline-formula|tex-math|alternatives"
_INLINE_TAG = re.compile(rf"</?(?:{_INLINE})(?:\s[^<>]*)?/?>", re.I)
_BLOCK_TAG = re.compile(rf"</?(?:{_BLOCK})(?:\s[^<>]*)?/?>", re.I)
_OPENED = re.compile(r"<(/?)(i|b|em|strong|sub|sup|sc)>", re.I)
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ufeff\u00ad\ud800-\udfff]"
)
"""Characters that a title never needs: controls, invisible marks, halves of characters."""


def plain(value: Any) -> str:
    """Return `value` as one line of text without markup and entities, '' when it is no text.

    Only tags that services are known to send are removed: `p < q and r > s` stays.
    """
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return ""
    text = str(value)
    for _ in range(2):  # entities arrive escaped twice
        text = unescape(text)
    text = _INLINE_TAG.sub("", _BLOCK_TAG.sub(" ", text))
    return " ".join(_CONTROL.sub("", text).split())


def marked(value: Any) -> str:
    """Return `value` as `plain` does, but with the tags that mean something: `CO<sub>2</sub>`.

    Italics, bold, small capitals, sub- and superscripts; '' when it is no text.
    """
    if not isinstance(value, str):
        return plain(value)
    text = _OPENED.sub("\ue000\\1\\2\ue001", unescape(unescape(value)))
    return plain(text).replace("\ue000", "<").replace("\ue001", ">")


def marked_title(value: Any) -> str:
    """Return a title with the tags that mean something, '' when it has none."""
    said = marked(value)
    return said if said != plain(value) else ""


def at(value: Any, *path: str | int) -> Any:
    """Return what stands at `path` in nested objects and lists, None when any step is missing."""
    for step in path:
        if isinstance(step, int):
            value = value[step] if isinstance(value, list) and step < len(value) else None
        else:
            value = value.get(step) if isinstance(value, dict) else None
    return value


def text_at(value: Any, *path: str | int) -> str:
    """Return the plain text at `path`, or ''; of a list, its first text."""
    found = at(value, *path)
    if isinstance(found, list):
        return next(iter(texts(found)), "")
    return plain(found)


def texts(value: Any) -> tuple[str, ...]:
    """Return the texts of a list (or a single text), without empty ones and repetitions."""
    values = value if isinstance(value, list) else [value]
    return tuple(dict.fromkeys(text for text in map(plain, values) if text))


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects of a list; a single object counts as a list of one."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            yield item


def date_parts(meaning: str, value: Any) -> Dated | None:
    """Return the date in `{"date-parts": [[2010, 2, 6]]}`, None for `[[null]]` and nonsense."""
    parts = at(value, "date-parts", 0)
    if not isinstance(parts, list):
        return None
    numbers = [_number(part) for part in parts[:3]] + [0, 0, 0]
    return _dated(meaning, numbers[0], numbers[1], numbers[2])


_MONTHS = tuple(MONTHS)


def date_text(meaning: str, value: Any) -> Dated | None:
    """Return the date in an ISO text or in `2010 Feb 6`, else the year in any text, or None."""
    text = plain(value)
    named = re.match(r"(\d{4}) ([A-Z][a-z]{2})[a-z]*(?: (\d\d?))?(?![\d])", text)
    if named is not None and named[2].lower() in _MONTHS:  # PubMed: 2010 Feb 6
        month = _MONTHS.index(named[2].lower()) + 1
        return _dated(meaning, int(named[1]), month, int(named[3] or 0))
    iso = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?![\d])", text)
    if iso is not None:
        return _dated(meaning, int(iso[1]), int(iso[2] or 0), int(iso[3] or 0))
    year = re.search(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)", text)
    return _dated(meaning, int(year[1]), 0, 0) if year else None


def _number(value: Any) -> int:
    text = plain(value)
    return int(text) if text.isdecimal() and len(text) <= 4 else 0


def _dated(meaning: str, year: int, month: int, day: int) -> Dated | None:
    if not 1000 <= year <= 2999:
        return None
    if not 1 <= month <= 12:
        return Dated(meaning, year)
    return Dated(meaning, year, month, day if 1 <= day <= 31 else 0)
