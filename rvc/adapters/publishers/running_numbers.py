"""Reports: paragraphs numbered through, whatever headings ("II. Context", "A. Law") part them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from rvc.adapters.publishers.headings import is_title_like, read_heading
from rvc.adapters.publishers.numbering import roman_value

_FEWEST = 4  # paragraphs that count on over at least two headings
_LONGEST = 160  # characters of a heading
_PARAGRAPH = re.compile(r"(\d{1,3})\.\s")
_HEADING = re.compile(r"([IVX]{1,5}|[A-Z])\.\s")
_LEADER = re.compile(r"[\s.…·_\d–-]*$")


class RunHead(NamedTuple):
    """A heading between paragraphs numbered through: "II." is of level 1, "A." of level 2."""

    label: str
    title: str
    level: int


class Running(NamedTuple):
    """The places of the paragraphs numbered through, and the headings between them by place.

    `listed` are the places at which a table of contents says those headings before they come.
    """

    paragraphs: frozenset[int] = frozenset()
    heads: Mapping[int, RunHead] = MappingProxyType({})
    listed: frozenset[int] = frozenset()


def running(texts: Sequence[str], left_out: set[int]) -> Running:
    """Find the paragraphs of a text that are numbered through, and its headings.

    Both are empty where numbers begin anew under a heading, or no heading comes between them. The
    places `left_out` belong to another text.
    """
    paragraphs: set[int] = set()
    heads: dict[int, RunHead] = {}
    last: RunHead | None = None
    crossed = 0
    waiting: set[int] = set()
    for place, text in enumerate(texts):
        if place in left_out:
            continue
        number = _PARAGRAPH.match(text)
        if number and int(number[1]) == len(paragraphs) + 1:
            crossed += bool(waiting and paragraphs)
            paragraphs.add(place)
            waiting.clear()
        elif number and int(number[1]) == 1 and paragraphs and _starts_anew(place, texts, heads):
            break
        elif (head := _read_head(text, last)) is not None:
            heads[place] = last = head
            waiting.add(place)
    if crossed < 2 or len(paragraphs) < _FEWEST:
        return Running()
    latest = {(head.label, _plain(head.title)): place for place, head in heads.items()}
    kept = {place: heads[place] for place in latest.values()}
    before = range(min(paragraphs))
    listed = frozenset(place for place in before if _is_listed(texts[place], place, latest))
    return Running(frozenset(paragraphs), kept, listed)


def _is_listed(text: str, place: int, latest: dict[tuple[str, str], int]) -> bool:
    found = _HEADING.match(text)
    key = (f"{found[1]}.", _plain(text[found.end() :])) if found else ("", "")
    return latest.get(key, place) > place


def _starts_anew(place: int, texts: Sequence[str], heads: dict[int, RunHead]) -> bool:
    """Whether a heading stands right above: a list inside a paragraph begins with 1 as well."""
    above = range(max(0, place - 2), place)
    return any(one in heads or read_heading(texts[one]) is not None for one in above)


def _read_head(text: str, last: RunHead | None) -> RunHead | None:
    found = _HEADING.match(text)
    title = text[found.end() :].strip() if found else ""
    if found is None or not is_title_like(title, _LONGEST):
        return None
    lettered = last.label[0] if last is not None and last.level > 1 else ""
    is_next = lettered != "" and ord(found[1][0]) - ord(lettered) == 1
    roman = set(found[1]) <= set("IVX") and not (len(found[1]) == 1 and is_next)
    return RunHead(f"{found[1]}.", title, 1 if roman and roman_value(found[1]) else 2)


def _plain(title: str) -> str:
    return _LEADER.sub("", title).strip().lower()
