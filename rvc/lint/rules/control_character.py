"""Rule control-character: a control character in a text."""

from __future__ import annotations

from collections.abc import Iterator

from rvc.lint.rule import Data, Remark, Rule
from rvc.lint.walk import texts
from rvc.model.finding import Severity
from rvc.model.printable import printable


def check(data: Data) -> Iterator[Remark]:
    """Yield a remark for every text with a control character."""
    for path, text in texts(data):
        if not text.isprintable() and printable(text) != text:
            message = f"control character in '{printable(text)[:60]}'"
            yield Remark(str(path[-1]), message, path, "write it without")


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
