"""Where wording that is quoted for another law begins and ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rvc.adapters.publishers.headings import read_heading
from rvc.adapters.publishers.numbering import read_number

_LONGEST = 200  # paragraphs; a mark that is not closed within so many was never meant to be
_MARKS = {"“": "”", "«": "»", "‘": "’"}
_INSERTS = re.compile(r"\b(?:insert|substitute|add)\s*[—–-]$")
_ENDS_SINGLE = re.compile(r"’[.,;:)]*(?:\s(?:and|or))?$")
_ENDS = re.compile(r"[”»]\s?[.,;:)]*(?:\s(?:and|or))?$")
_DEFINITION = re.compile(
    r"[“\"‘«]\s?[^“”\"«»]{1,80}[”\"’»],?\s(?:\([^()]{1,60}\)\s|in relation to [^—:;]{1,80}\s)?"
    r"(?:means?\b|ha(?:s|ve) the\b|includes?\b|is\b|are\b|shall mean\b|refers? to\b|"
    r"désigne|s[’']entend)"
)


def is_definition(text: str) -> bool:
    """Whether the paragraph is one of a list of definitions: “chain” means …"""
    return _DEFINITION.match(text) is not None


def inserted_places(paras: Sequence[str]) -> set[int]:
    """Paragraphs of wording for another law, whose headings and numbers are not this text's own.

    They open with a quotation mark that a later paragraph closes, or follow "insert—" up to a mark
    that was never opened: web pages of UK bills leave the opening marks to the style sheet. French
    bills open every paragraph anew: what such a paragraph holds shows by itself, and is left out.
    """
    places: set[int] = set()
    for place in range(len(paras)):
        start = _opening(place, paras) if place not in places else None
        if start is not None:
            places |= _through(start, paras)
    return places


def _opening(place: int, paras: Sequence[str]) -> int | None:
    """Where wording begins that this paragraph opens, or announces without a mark."""
    para, after = paras[place], paras[place + 1] if place + 1 < len(paras) else ""
    if para.startswith("«") and after.startswith("«"):
        return None
    if para.startswith("‘"):
        return place if _opens_single(para) else None
    if para[:1] in _MARKS:
        return place if para.count(para[0]) > para.count(_MARKS[para[0]]) else None
    announced = _INSERTS.search(para[-30:]) and not after.startswith(("“", "‘"))
    return place + 1 if announced and after else None


def _opens_single(para: str) -> bool:
    """Single marks are apostrophes too: only before a heading, a number or nothing they open."""
    said = para[1:].lstrip()
    opens = not said or read_heading(said) is not None or read_number(said) is not None
    return opens and _ENDS_SINGLE.search(said) is None


def _through(start: int, paras: Sequence[str]) -> set[int]:
    """The paragraphs from the opening one to the closing one; none where nothing closes."""
    mark = paras[start][:1] if paras[start][:1] in _MARKS else "“"
    for place in range(start, min(start + _LONGEST, len(paras))):
        para, first = paras[place], place == start
        if mark == "«" and not first and para.startswith("«") and para.count("»") < 2:
            return set()  # the manner of French bills after all
        if _MARKS[mark] not in para:  # nothing to count: ten thousand open marks are soon read
            continue
        if mark == "‘":
            closed = _ENDS_SINGLE.search(para) is not None
        else:
            closed = _closes(para, mark, first=first)
        if closed:
            return set(range(start, place + 1))
    return set()


def _closes(para: str, mark: str, *, first: bool) -> bool:
    """Whether a paragraph closes what was opened before it; it may have opened it anew."""
    opened, closed = para.count(mark), para.count(_MARKS[mark])
    if closed != opened or first or not para.startswith(mark):
        return closed > opened
    return _ENDS.search(para) is not None and not is_definition(para)
