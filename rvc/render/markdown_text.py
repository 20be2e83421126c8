"""Text from data made safe inside Markdown (CommonMark with tables)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rvc.model.printable import one_line

_SPECIAL = re.compile(r"([\\`*_\[\]|~$@])")
_LEADING = re.compile(r"^(\d+)([.)])|^([-+=#])")
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def md(text: str) -> str:
    """Return `text` on one line, with every character that Markdown or HTML would read escaped."""
    escaped = _SPECIAL.sub(r"\\\1", one_line(text)).translate(_HTML)
    return _LEADING.sub(_lead, escaped)


def row(cells: Iterable[str]) -> str:
    """Return a table row of cells that are Markdown already."""
    return f"| {' | '.join(cells)} |"


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return a table, its cells Markdown already, line by line."""
    return [row(header), row(["---"] * len(header)), *(row(cells) for cells in rows)]


def _lead(match: re.Match[str]) -> str:
    return f"{match[1]}\\{match[2]}" if match[1] else f"\\{match[3]}"
