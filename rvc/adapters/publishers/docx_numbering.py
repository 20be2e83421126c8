"""The numbers that Word prints before paragraphs but does not keep in their text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from rvc.adapters.publishers.docx_styles import Styles, indent_of, value_of, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%(\d)")
_ROMANS = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
           (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LEVELS = 9


class Look(NamedTuple):
    """How a paragraph is printed: its number ("" if none), heading level (0), centred or not.

    `indent` is how far from the margin a numbered one stands, in twentieths of a point; 0 unknown.
    """

    number: str = ""
    level: int = 0
    centred: bool = False
    indent: int = 0


class _Level(NamedTuple):
    form: str
    pattern: str
    start: int
    indent: int


_NONE = _Level("", "", 1, 0)


class Numbering:
    """Counts the automatic numbers of one document, paragraph by paragraph in order."""

    def __init__(self, numbering: _Element | None, styles: _Element | None) -> None:
        self._styles = Styles(styles)
        self._levels: dict[tuple[str, int], _Level] = {}
        self._linked: dict[tuple[str, str], int] = {}
        """The level at which the paragraphs of a style stand in a list, by list and style."""
        self._lists: dict[str, str] = {}
        self._own: dict[tuple[str, int], _Level] = {}
        self._restarts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, list[int]] = {}
        if numbering is not None:
            self._read_lists(numbering)

    def of(self, paragraph: _Element) -> Look:
        """How the next paragraph of the document is printed."""
        look = paragraph.find(f"{_W}pPr")
        if look is None:
            return Look()
        style = value_of(look.find(f"{_W}pStyle"))
        number_id, level = self._place(look, style)
        number = self._next(number_id, level)
        indents = [self._level(number_id, level).indent, self._styles.indent(style)]
        if look.find(f"{_W}numPr") is None:
            indents.reverse()  # what a style says goes before the list that it brings
        indent = indent_of(look) or next((one for one in indents if one), 0)
        heading = self._styles.heading(style)
        outline = value_of(look.find(f"{_W}outlineLvl"))
        if outline.isdecimal() and int(outline) < 6:
            heading = int(outline) + 1
        centred = value_of(look.find(f"{_W}jc")) == "center"
        return Look(number, heading, centred, indent if number else 0)

    def _place(self, look: _Element, style: str) -> tuple[str, int]:
        """The list and level of a paragraph: its own, or those of its style."""
        listed = look.find(f"{_W}numPr")
        if listed is not None and listed.find(f"{_W}numId") is not None:
            return value_of(listed.find(f"{_W}numId")), whole(listed.find(f"{_W}ilvl"))
        number_id, level = self._styles.listed(style)
        if listed is not None:
            return number_id, whole(listed.find(f"{_W}ilvl"))
        for named in self._styles.chain(style):
            linked = self._linked.get((self._lists.get(number_id, ""), named))
            if linked is not None:
                return number_id, linked
        return number_id, level

    def _read_lists(self, root: _Element) -> None:
        linked: dict[str, str] = {}
        for abstract in root.iter(f"{_W}abstractNum"):
            name = abstract.get(f"{_W}abstractNumId", "")
            linked[name] = value_of(abstract.find(f"{_W}numStyleLink"))
            for level in abstract.iter(f"{_W}lvl"):
                place = _place_of(level)
                self._levels[name, place] = _read_level(level)
                self._linked.setdefault((name, value_of(level.find(f"{_W}pStyle"))), place)
        for one in root.iter(f"{_W}num"):
            number_id = one.get(f"{_W}numId", "")
            self._lists[number_id] = value_of(one.find(f"{_W}abstractNumId"))
            self._read_overrides(number_id, one)
        for number_id, name in list(self._lists.items()):
            if linked.get(name):
                other, _ = self._styles.listed(linked[name])
                self._lists[number_id] = self._lists.get(other, name)

    def _read_overrides(self, number_id: str, listed: _Element) -> None:
        for override in listed.iter(f"{_W}lvlOverride"):
            place = _place_of(override)
            level, start = override.find(f"{_W}lvl"), override.find(f"{_W}startOverride")
            if level is not None:
                self._own[number_id, place] = _read_level(level)
            if start is not None:
                self._restarts[number_id, place] = whole(start)

    def _level(self, number_id: str, level: int) -> _Level:
        own = self._own.get((number_id, level))
        return own or self._levels.get((self._lists.get(number_id, ""), level), _NONE)

    def _next(self, number_id: str, level: int) -> str:
        """Count one up on a level; deeper levels start again, as a list does that says so."""
        form, pattern, start, _ = self._level(number_id, level)
        if not form or form in {"bullet", "none"} or not 0 <= level < _LEVELS:
            return ""
        counts = self._counts.setdefault(self._lists[number_id], [0] * _LEVELS)
        restart = self._restarts.pop((number_id, level), None)
        if restart is not None:
            counts[level] = restart
        else:
            counts[level] = counts[level] + 1 if counts[level] else start
        counts[level + 1 :] = [0] * (_LEVELS - 1 - level)
        return _PLACE.sub(
            lambda found: self._printed(number_id, int(found[1]) - 1, counts), pattern
        ).strip()

    def _printed(self, number_id: str, level: int, counts: list[int]) -> str:
        form, _, start, _ = self._level(number_id, level)
        return _format(form, counts[level] or start) if 0 <= level < _LEVELS else ""


def _place_of(level: _Element) -> int:
    said = level.get(f"{_W}ilvl", "0")
    return int(said) if said.isdecimal() else 0


def _read_level(level: _Element) -> _Level:
    look = level.find(f"{_W}pPr")
    return _Level(
        value_of(level.find(f"{_W}numFmt")) or "decimal",
        value_of(level.find(f"{_W}lvlText")),
        whole(level.find(f"{_W}start"), 1),
        indent_of(look) if look is not None else 0,
    )


def _format(form: str, count: int) -> str:
    if form in {"lowerLetter", "upperLetter"} and count > 0:
        said = chr(96 + (count - 1) % 26 + 1) * (1 + (count - 1) // 26)
    elif form in {"lowerRoman", "upperRoman"}:
        said = ""
        for value, letters in _ROMANS:
            times, count = divmod(count, value)
            said += letters * times
    elif form == "decimalZero":
        return f"{count:02}"
    else:
        return str(count)
    return said.upper() if form.startswith("upper") else said
