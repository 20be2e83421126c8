"""What the styles of a Word file say of paragraphs: headings, lists, distance to the margin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rvc.adapters.publishers.xml_input import local

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"(?:heading|titre|title|überschrift)\s*(\d?)$", re.IGNORECASE)
_DEEPEST = 20  # styles that a style is based on, one on the other
_LARGEST = 6  # digits of a number that a style may give


class Styles:
    """The styles of one document; each takes from the one it is based on what it does not say."""

    def __init__(self, root: _Element | None) -> None:
        self._headings: dict[str, int] = {}
        self._lists: dict[str, tuple[str, int]] = {}
        self._indents: dict[str, int] = {}
        self._based: dict[str, str] = {}
        for style in root.iter(f"{_W}style") if root is not None else ():
            self._read(style)

    def _read(self, style: _Element) -> None:
        key = style.get(f"{_W}styleId", "")
        self._based[key] = value_of(style.find(f"{_W}basedOn"))
        found = _HEADING.match(value_of(style.find(f"{_W}name")))
        if found:
            self._headings[key] = int(found[1] or 1)
        look = style.find(f"{_W}pPr")
        if look is None:
            return
        if indent_of(look):
            self._indents[key] = indent_of(look)
        listed = look.find(f"{_W}numPr")
        if listed is not None:
            level = whole(listed.find(f"{_W}ilvl"))
            self._lists[key] = (value_of(listed.find(f"{_W}numId")), level)

    def chain(self, key: str) -> Iterator[str]:
        """The style and those that it is based on."""
        for _ in range(_DEEPEST):
            if not key:
                return
            yield key
            key = self._based.get(key, "")

    def heading(self, key: str) -> int:
        """The level of a heading style, 0 for others."""
        return self._headings.get(key, 0)

    def listed(self, key: str) -> tuple[str, int]:
        """The list and level of a style, the list "" if none."""
        own = None
        for one in self.chain(key):
            number_id, level = self._lists.get(one, ("", 0))
            if one in self._lists and own is None:
                own = level
            if number_id:
                return number_id, own or 0
        return "", 0

    def indent(self, key: str) -> int:
        """How far from the margin the paragraphs of a style stand, 0 if unknown."""
        return next((self._indents[one] for one in self.chain(key) if one in self._indents), 0)


def indent_of(look: _Element) -> int:
    """The distance to the margin in the properties of a paragraph, 0 if they give none."""
    found = look.find(f"{_W}ind")
    said = "" if found is None else found.get(f"{_W}left") or found.get(f"{_W}start") or ""
    return int(said) if said.isdecimal() and len(said) <= _LARGEST else 0


def whole(element: _Element | None, missing: int = 0) -> int:
    """The whole number that an element says, `missing` where it says none."""
    said = value_of(element)
    return int(said) if said.isdecimal() and len(said) <= _LARGEST else missing


def value_of(element: _Element | None) -> str:
    """What an element says in its `val`, "" if nothing."""
    return element.get(f"{_W}val", "") if element is not None and local(element) else ""
