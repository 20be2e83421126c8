"""Rule control-character: a control character in a text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from rvc.lint.rule import Data, Path, Remark, Rule
from rvc.model.finding import Severity
from rvc.model.printable import printable

LONGEST = 20_000


def check(data: Data) -> Iterator[Remark]:
    """Yield a remark for every text with a control character, or of a length that no text has."""
    for path, text in _texts(msgspec.to_builtins(data.register), ()):
        subject = str(path[-1]) if path else "register"
        if not text.isprintable() and printable(text) != text:
            message = f"control character in '{printable(text)[:60]}'"
            yield Remark(subject, message, path, "write it without")
        if len(text) > LONGEST:
            message = f"{len(text):,} characters in one field, {LONGEST:,} at most"
            yield Remark(subject, message, path)


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*path, key))
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value):
            yield from _texts(inner, (*path, number))


RULE = Rule(
    name="control-character",
    severity=Severity.WARNING,
    summary="A control character in a text.",
    why="""\
Escape sequences and marks that turn the direction of writing can make a terminal or a page show
something else than what stands there. They are made visible wherever they are printed.""",
    bad="""\
        title: "Duty of care\\e[2K"
""",
    good="""\
        title: Duty of care
""",
    check=check,
)
