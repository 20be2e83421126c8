"""A page for a terminal: headings, paragraphs and labelled rows, wrapped and never cut."""

from __future__ import annotations

from io import StringIO

from rich.console import Console
from rich.text import Text

from rvc.model.printable import one_line

STYLES = {
    "lost": "bold red",
    "weakened": "bold yellow",
    "held": "bold",
    "strengthened": "bold green",
    "gained": "bold green",
    "absent": "dim",
    "not-checked": "dim",
}


class Page:
    """Collects lines; `width` in columns. Data reaches Rich as Text only, so markup stays words."""

    def __init__(self, width: int = 80, *, colour: bool = False) -> None:
        self.width = max(width, 40)
        self.console = Console(
            file=StringIO(),
            width=self.width,
            color_system="standard" if colour else None,
            force_terminal=colour,
            highlight=False,
            emoji=False,
            markup=False,
            legacy_windows=False,
        )

    def heading(self, text: str, style: str = "bold") -> None:
        """Add a heading with an empty line before it."""
        self.gap()
        self.paragraph(text, style=style)

    def gap(self) -> None:
        """Add an empty line, unless the page is still empty."""
        if self._written():
            self.console.print()

    def paragraph(self, text: str, *, indent: int = 0, style: str = "") -> None:
        """Add a paragraph, wrapped at the width and indented by so many columns."""
        self._lines(Text(one_line(text), style=style), " " * indent, " " * indent)

    def row(self, label: str, text: str, *, indent: int = 2, at: int = 12, style: str = "") -> None:
        """Add a label and, from column `at`, a text that is wrapped beside it."""
        first = f"{' ' * indent}{label}".ljust(at - 1) + " "
        self._lines(Text(one_line(text), style=style), first, " " * at)

    def text(self) -> str:
        """Return all lines, without spaces at their ends."""
        lines = self._written().splitlines()
        return "\n".join(line.rstrip() for line in lines) + "\n" if lines else ""

    def _written(self) -> str:
        file = self.console.file
        return file.getvalue() if isinstance(file, StringIO) else ""

    def _lines(self, text: Text, first: str, rest: str) -> None:
        room = max(self.width - max(len(first), len(rest)), 20)
        for number, line in enumerate(text.wrap(self.console, room, overflow="fold") or [Text()]):
            start = Text(first, style="dim") if number == 0 else Text(rest)
            self.console.print(start + line, soft_wrap=True)
