"""Text with italics, and how it is written as plain text, Markdown and HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from typing import NamedTuple

from rvc.model.printable import one_line
from rvc.render.markdown_text import md


class Run(NamedTuple):
    """A piece of text in one type face."""

    text: str
    italic: bool = False


def runs(*parts: Run | str) -> tuple[Run, ...]:
    """Return the parts that are not empty as runs."""
    made = (part if isinstance(part, Run) else Run(part) for part in parts)
    return tuple(run for run in made if run.text)


def join(separator: str, *parts: Run | str | Sequence[Run]) -> tuple[Run, ...]:
    """Return the parts that are not empty, with the separator between them."""
    joined: list[Run] = []
    for part in parts:
        found = [part] if isinstance(part, Run) else [Run(part)] if isinstance(part, str) else part
        found = [run for run in found if run.text]
        if found and joined:
            joined.append(Run(separator))
        joined += found
    return tuple(joined)


def plain(text: Sequence[Run]) -> str:
    """Return runs as plain text, with no double full stops."""
    return tidy("".join(run.text for run in text))


_LONE_AND = re.compile(r"&amp;(?=\s|$)")


def markdown(text: Sequence[Run]) -> str:
    """Return runs as Markdown. A & that stands alone stays as it is, which CommonMark allows."""
    return _LONE_AND.sub(
        "&", tidy("".join(f"*{md(run.text)}*" if run.italic else _md(run.text) for run in text))
    )


def as_html(text: Sequence[Run]) -> str:
    """Return runs as HTML."""
    said = (
        f"<i>{html.escape(one_line(run.text))}</i>" if run.italic else html.escape(run.text)
        for run in text
    )
    return tidy("".join(said))


def _md(text: str) -> str:
    start = " " if text[:1] == " " else ""
    end = " " if text[-1:] == " " and len(text) > 1 else ""
    return start + md(text) + end


def tidy(text: str) -> str:
    """Return `text` without the doubled marks that joining parts leaves; `...` stays."""
    for _ in range(2):  # the stop inside of quotation marks, then the one behind them
        text = re.sub(r"(?<!\.)([.!?…])(</i>|\*)?([”’\"])?\.(?!\.)", r"\1\2\3", text)
    return re.sub(r" {2,}", " ", re.sub(r"(?<!\.)\.\.(?!\.)", ".", text)).strip()
