"""Numbers that a browser prints before list items, and raised digits that call notes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rvc.adapters.publishers.headings import read_heading
from rvc.adapters.publishers.numbering import read_number
from rvc.adapters.publishers.xml_input import local

if TYPE_CHECKING:
    from lxml.etree import _Element

_PLAIN = re.compile(r"none|unstyled|no-?(?:bullet|number|style)|toc\b|menu|nav", re.IGNORECASE)
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)", re.IGNORECASE)
_NOTE = re.compile(r"[\[(]?\d{1,3}[\])]?$")
_CALLED = re.compile(r"(?:[^\W\d_]{3,}|[.,;:)”»])$")
_LOOK = 80  # characters at the beginning of an item
_ROMANS = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"),
           (4, "iv"), (1, "i"))  # fmt: skip


@dataclass(slots=True)
class Lists:
    """How far each ordered list of a page has been counted."""

    _last: dict[_Element, int] = field(default_factory=dict)

    def number(self, item: _Element) -> str:
        """The number that a browser prints before a list item, "" where it prints none.

        None either where the item begins with a number or heading of its own, or is but a link:
        its list is there for the looks, or is a table of contents.
        """
        listed = item.getparent()
        said = item.get("value", "")
        if listed is None or (local(listed) != "ol" and not said.isdecimal()):
            return ""
        start = listed.get("start", "")
        last = self._last.get(listed, int(start[:6]) - 1 if start.isdecimal() else 0)
        self._last[listed] = value = int(said[:6]) if said.isdecimal() else last + 1
        counted = _counting(listed)
        if counted is None or _begins(item):
            return ""
        return f"{counted(value)}. "


def calls_note(raised: _Element, before: Sequence[str]) -> bool:
    """Whether raised digits call a note: after a word or a stop they do, after "m" they measure."""
    said = (raised.text or "").strip() if len(raised) == 0 else ""
    last = next((one for one in reversed(before) if one.strip()), "")
    return _NOTE.match(said) is not None and _CALLED.search(last[-20:]) is not None


def _counting(listed: _Element) -> Callable[[int], str] | None:
    styled = _STYLE.search(listed.get("style", ""))
    named = styled[1].lower() if styled else listed.get("type", "1")
    if _PLAIN.search(listed.get("class", "")) or named == "none":
        return None
    return _COUNTINGS.get(named, str)


def _begins(item: _Element) -> bool:
    """Whether an item begins with a number or heading, or is nothing but a link."""
    words = ""
    for text in item.itertext():
        words = (words + str(text)).lstrip()
        if len(words) >= _LOOK:
            break
    inner = [one for one in item if local(one)]
    link = len(inner) == 1 and local(inner[0]) == "a" and not (item.text or "").strip()
    only_link = link and not (inner[0].tail or "").strip()
    own = words[:1].isdigit() or words[:1] in {"«", "“", "‘", "["} or read_number(f"{words} ")
    return bool(only_link or own or read_heading(words))


def _letter(value: int) -> str:
    return chr(97 + (value - 1) % 26) * (1 + (value - 1) // 26)


def _roman(value: int) -> str:
    said, left = "", min(value, 399)
    for worth, letters in _ROMANS:
        times, left = divmod(left, worth)
        said += letters * times
    return said


_COUNTINGS: dict[str, Callable[[int], str]] = {
    "a": _letter,
    "lower-alpha": _letter,
    "lower-latin": _letter,
    "A": lambda value: _letter(value).upper(),
    "upper-alpha": lambda value: _letter(value).upper(),
    "upper-latin": lambda value: _letter(value).upper(),
    "i": _roman,
    "lower-roman": _roman,
    "I": lambda value: _roman(value).upper(),
    "upper-roman": lambda value: _roman(value).upper(),
}
