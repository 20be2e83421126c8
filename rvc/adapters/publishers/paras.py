"""A paragraph and how it looked, and what its looks say: a heading, the title under a label."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rvc.adapters.publishers.headings import (
    Heading,
    is_status,
    is_title_like,
    read_heading,
    read_printed_heading,
)
from rvc.adapters.publishers.numbering import read_number

_LONGEST_TITLE = 120
_STOPS = (".", ";", ":", ",")
_UNFINISHED = re.compile(
    r"\b(?:and|or|of|to|the|for|in|on|by|with|from|a|an|et|ou|de|du|des|la|le|les|à|aux?|par|pour|"
    r"sur|dans|en)$|-$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph and how it looked: heading level (0: none), centred, bold.

    An `aside` is printed inside a provision without being its words (reasons given for it).
    `quoted` is wording for another law, whose headings and numbers are not this text's own.
    `styled` says that the source tells how paragraphs look, so that a missing style means text.
    A `row` of a table opens nothing: its first cell may be a number. `indent` tells how far from
    the margin a number of the source's own lists stands, in any unit; 0 if unknown.
    """

    text: str
    level: int = 0
    centred: bool = False
    bold: bool = False
    styled: bool = False
    aside: bool = False
    quoted: bool = False
    row: bool = False
    indent: int = 0


def heading_of(para: Para) -> Heading | None:
    """A heading, also in brackets: negotiators bracket whole articles that are not agreed."""
    text = para.text
    if not text.startswith("["):
        printed = para.styled and (para.bold or para.centred or para.level > 0)
        return read_heading(text) or (read_printed_heading(text) if printed else None)
    found = read_heading(text[1:].rstrip("] "))
    return found._replace(skip=0) if found else None


def is_its_title(para: Para, following: str, heading: str) -> bool:
    """Whether a paragraph under a label is its title; `heading` is what was said of it so far."""
    if para.text.startswith(("«", "“", "(", "[")) or is_status(para.text):
        return False
    if read_number(para.text):
        return False
    if para.styled or para.bold:
        looks = para.centred or para.bold or para.level > 0
        return looks and len(para.text) <= 300 and para.text.strip(".… ") != ""
    if not following:
        return False
    if heading and (_UNFINISHED.search(heading) or para.text[:1].islower()):
        return len(para.text) <= _LONGEST_TITLE and not para.text.endswith(_STOPS)
    if heading and not para.text.isupper():
        return False
    if _UNFINISHED.search(para.text):
        return _is_completed(para.text, following)
    return is_title_like(para.text, _LONGEST_TITLE)


def may_go_on(para: Para, following: str) -> bool:
    """Whether the next line may belong to a title too: in capitals, or broken off in the middle."""
    if para.styled or para.text.isupper() or _UNFINISHED.search(para.text):
        return True
    return following[:1].islower() and read_number(following) is None


def _is_completed(text: str, following: str) -> bool:
    """Whether the next line completes the phrase in whose middle a title ends."""
    return (
        is_title_like(f"{text} {following}", 2 * _LONGEST_TITLE)
        and read_number(following) is None
        and read_heading(following) is None
    )
