"""A page for a terminal: headings, paragraphs and labelled rows, wrapped and never cut."""

from __future__ import annotations

import re

from rvc.model.printable import one_line
from rvc.render.wrapping import columns, wrap

STYLES = {
    "lost": "bold red",
    "weakened": "bold yellow",
    "held": "bold",
    "strengthened": "bold green",
    "gained": "bold green",
    "absent": "dim",
    "not-checked": "dim",
}
_CODES = {"bold": 1, "dim": 2, "underline": 4, "red": 31, "green": 32, "yellow": 33}
"""Select Graphic Rendition parameters (ECMA-48, 8.3.117)."""


_SIGN = re.compile(r" ([✓•≈?°])(?=[\s.,;:)]|$)")


class Page:
    """Collects lines; `width` in columns. Control characters in data are made visible."""

    def __init__(self, width: int = 80, *, colour: bool = False) -> None:
        self.width = max(width, 40)
        self.colour = colour
        self.lines: list[str] = []

    def heading(self, text: str, style: str = "bold") -> None:
        """Add a heading with an empty line before it."""
        self.gap()
        self.paragraph(text, style=style)

    def gap(self) -> None:
        """Add an empty line, unless the page is still empty."""
        if self.lines:
            self.lines.append("")

    def paragraph(self, text: str, *, indent: int = 0, style: str = "") -> None:
        """Add a paragraph, wrapped at the width and indented by so many columns."""
        self._add(text, " " * indent, indent, self.width - indent, style)

    def whole(self, text: str, *, style: str = "") -> None:
        """Add a line that is not wrapped: programs look for the `file:line:column` in it."""
        self.lines.append(self.styled(one_line(text), style))

    def row(self, label: str, text: str, *, indent: int = 2, at: int = 12, style: str = "") -> None:
        """Add a label and, from column `at`, a text that is wrapped beside it."""
        first = f"{' ' * indent}{label}"
        padded = first + " " * max(at - columns(first), 1)
        room = self.width - max(at, columns(padded))
        self._add(text, self.styled(padded, "dim"), at, room, style)

    def text(self) -> str:
        """Return all lines, without spaces at their ends."""
        return "".join([f"{line.rstrip()}\n" for line in self.lines])

    def styled(self, text: str, style: str) -> str:
        """Return `text` in a style of words (`bold red`) where the page has colours."""
        if not self.colour or not style or not text.strip():
            return text
        codes = ";".join(str(_CODES[word]) for word in style.split())
        return f"\x1b[{codes}m{text}\x1b[0m"

    def _add(self, text: str, first: str, at: int, room: int, style: str) -> None:
        said = one_line(text)
        if room < 20:
            room = 20
        lines = [said] if len(said) <= room and said.isascii() else _wrapped(said, room)
        if self.colour and style:
            lines = [self.styled(line, style) for line in lines]
        self.lines.append(first + lines[0])
        if len(lines) > 1:
            rest = " " * at
            self.lines += [rest + line for line in lines[1:]]


def _wrapped(text: str, room: int) -> list[str]:
    """Wrap a text so that a sign stays on the line of what it is about."""
    if text.isascii() and " ?" not in text:
        return wrap(text, room)
    bound = _SIGN.sub("\u00a0\\1", text)
    return [line.replace("\u00a0", " ") for line in wrap(bound, room)]
