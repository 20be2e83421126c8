"""The words of HTML paragraphs: white space, line breaks, calls to notes, numbers on their own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from rvc.adapters.publishers.encoding import visible
from rvc.adapters.publishers.headings import read_heading
from rvc.adapters.publishers.numbering import read_number
from rvc.adapters.publishers.paras import Para
from rvc.adapters.publishers.xml_input import words_of

if TYPE_CHECKING:
    from lxml.etree import _Element

CALL = "\x0e"
"""Stands where a link was left out."""

NOTE = "\x0f"
"""Stands where the number of a note was left out; a paragraph that opens with it is the note."""

_SPACE = re.compile(r"\s+")
_CALLS = re.compile(r"[\x0e\x0f]+")
_BEFORE_CALL = re.compile(r"\s*[\x0e\x0f]+(?=[.,;:)\]])")


def clean(text: str) -> str:
    """Collapse white space; leave out soft hyphens and the signs of calls to notes."""
    text = visible(_CALLS.sub("", _BEFORE_CALL.sub("", text)))
    return unicodedata.normalize("NFC", _SPACE.sub(" ", text).strip())


def parts(text: str, *, always: bool = False) -> Iterator[str]:
    """Part a paragraph at its line breaks: `always`, or by what stands around them.

    That is before a number or heading, and after a bare heading. A line break is one the reader
    sees; the source's own breaks come as spaces by then.
    """
    held = ""
    for part in text.split("\x0b"):
        words = clean(part)
        if not words:
            continue
        opens = read_number(words) or read_heading(words)
        if held and (always or opens or _is_label(held)):
            yield held
            held = words
        else:
            held = f"{held} {words}".strip()
    if held:
        yield held


def _is_label(line: str) -> bool:
    """Whether the line is "Article 2" and no more."""
    found = read_heading(line)
    return found is not None and not found.heading and found.skip == len(line)


def paragraphs_in(cell: _Element) -> list[_Element]:
    """The paragraphs with words inside a table cell."""
    named = cell.iter("p", "li", "h1", "h2", "h3", "h4", "tr")
    return [one for one in named if clean(words_of(one))]


def hung_numbers(paras: list[Para]) -> Iterator[Para]:
    """A paragraph that is only a number belongs before the one that follows it."""
    held: Para | None = None
    for para in paras:
        number = read_number(f"{para.text} ") if len(para.text) < 12 else None
        alone = number is not None and number.end >= len(para.text)
        if held is not None:
            text, indent = f"{held.text} {para.text}", held.indent or para.indent
            yield held if alone else replace(para, text=text, indent=indent)
            held = para if alone else None
        elif alone:
            held = para
        else:
            yield para
    if held is not None:
        yield held
