"""Text from data made safe inside Markdown (CommonMark with tables)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rvc.model.printable import one_line, printable

_SPECIAL = re.compile(r"([\\`*_\[\]|~$@])")
_LEADING = re.compile(r"^(\d+)([.)])|^([-+=#])")
_PLAIN_ID = re.compile(r"[^\W_]+(?:[-_.:+/][^\W_]+)*")
_IN_ADDRESS = re.compile(r"https?://[^\s<>|`\\]+", re.I)
_BRACES = str.maketrans({"{": "&#123;", "}": "&#125;"})
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def md(text: str) -> str:
    """Return `text` on one line, with every character that Markdown or HTML would read escaped."""
    escaped = _SPECIAL.sub(r"\\\1", one_line(text)).translate(_HTML)
    return _LEADING.sub(_lead, escaped)


def code(id: str) -> str:
    """Return an id in the type of a program; one that is not made as ids are, as escaped text."""
    return f"`{id}`" if _PLAIN_ID.fullmatch(id) else md(id)


def link(address: str) -> str:
    """Return an address of the web as a link; anything else as escaped text."""
    opens = _IN_ADDRESS.fullmatch(address) and printable(address) == address
    return f"<{address}>" if opens else md(address)


def cite(key: str) -> str:
    """Return a cite key in pandoc's form (`@key`, or `@{…}` where it is no plain word)."""
    return f"@{key}" if _PLAIN_ID.fullmatch(key) else f"@{{{md(key).translate(_BRACES)}}}"


def row(cells: Iterable[str]) -> str:
    """Return a table row of cells that are Markdown already."""
    return f"| {' | '.join(cells)} |"


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return a table, its cells Markdown already, line by line."""
    return [row(header), row(["---"] * len(header)), *(row(cells) for cells in rows)]


def _lead(match: re.Match[str]) -> str:
    return f"{match[1]}\\{match[2]}" if match[1] else f"\\{match[3]}"
