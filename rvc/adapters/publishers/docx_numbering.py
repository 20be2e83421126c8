"""The numbers that Word prints before paragraphs but does not keep in their text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rvc.adapters.publishers.xml_input import local

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"(?:heading|titre|title|überschrift)\s*(\d?)$", re.IGNORECASE)
_PLACE = re.compile(r"%(\d)")
_ROMANS = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
           (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


class Numbering:
    """Counts the automatic numbers of one document, paragraph by paragraph in order."""

    def __init__(self, numbering: _Element | None, styles: _Element | None) -> None:
        self._levels: dict[tuple[str, int], tuple[str, str, int]] = {}
        self._lists: dict[str, str] = {}
        self._counts: dict[str, list[int]] = {}
        self._headings: dict[str, int] = {}
        self._style_lists: dict[str, tuple[str, int]] = {}
        if numbering is not None:
            self._read_lists(numbering)
        if styles is not None:
            self._read_styles(styles)

    def of(self, paragraph: _Element) -> tuple[str, int, bool]:
        """The printed number ("" if none), heading level (0 if none), whether centred."""
        look = paragraph.find(f"{_W}pPr")
        if look is None:
            return "", 0, False
        style = _value(look.find(f"{_W}pStyle"))
        listed = look.find(f"{_W}numPr")
        if listed is not None:
            number = self._next(
                _value(listed.find(f"{_W}numId")), int(_value(listed.find(f"{_W}ilvl")) or 0)
            )
        else:
            number = self._next(*self._style_lists.get(style, ("", 0)))
        level = self._headings.get(style, 0)
        outline = _value(look.find(f"{_W}outlineLvl"))
        if outline.isdigit() and int(outline) < 6:
            level = int(outline) + 1
        return number, level, _value(look.find(f"{_W}jc")) == "center"

    def _read_lists(self, root: _Element) -> None:
        for abstract in root.iter(f"{_W}abstractNum"):
            name = abstract.get(f"{_W}abstractNumId", "")
            for level in abstract.iter(f"{_W}lvl"):
                start = _value(level.find(f"{_W}start"))
                self._levels[name, int(level.get(f"{_W}ilvl", "0"))] = (
                    _value(level.find(f"{_W}numFmt")) or "decimal",
                    _value(level.find(f"{_W}lvlText")),
                    int(start) if start.isdigit() else 1,
                )
        for one in root.iter(f"{_W}num"):
            self._lists[one.get(f"{_W}numId", "")] = _value(one.find(f"{_W}abstractNumId"))

    def _read_styles(self, root: _Element) -> None:
        for style in root.iter(f"{_W}style"):
            key = style.get(f"{_W}styleId", "")
            found = _HEADING.match(_value(style.find(f"{_W}name")))
            if found:
                self._headings[key] = int(found[1] or 1)
            listed = style.find(f"{_W}pPr/{_W}numPr")
            if listed is not None:
                level = _value(listed.find(f"{_W}ilvl"))
                self._style_lists[key] = (_value(listed.find(f"{_W}numId")), int(level or 0))

    def _next(self, number_id: str, level: int) -> str:
        """Count one up on a level; deeper levels start again."""
        name = self._lists.get(number_id, "")
        form, pattern, start = self._levels.get((name, level), ("", "", 1))
        if not form or form in {"bullet", "none"} or not 0 <= level < 9:
            return ""
        counts = self._counts.setdefault(name, [0] * 9)
        counts[level] = counts[level] + 1 if counts[level] else start
        counts[level + 1 :] = [0] * (8 - level)
        return _PLACE.sub(
            lambda found: self._printed(name, int(found[1]) - 1, counts), pattern
        ).strip()

    def _printed(self, name: str, level: int, counts: list[int]) -> str:
        form, _, start = self._levels.get((name, level), ("decimal", "", 1))
        return _format(form, counts[level] or start)


def _format(form: str, count: int) -> str:
    if form in {"lowerLetter", "upperLetter"}:
        said = chr(96 + (count - 1) % 26 + 1) * (1 + (count - 1) // 26)
    elif form in {"lowerRoman", "upperRoman"}:
        said = ""
        for value, letters in _ROMANS:
            times, count = divmod(count, value)
            said += letters * times
    else:
        return str(count)
    return said.upper() if form.startswith("upper") else said


def _value(element: _Element | None) -> str:
    return element.get(f"{_W}val", "") if element is not None and local(element) else ""
