"""Rule long-text: a text that is no statement but a document."""

from __future__ import annotations

from collections.abc import Iterator

from rvc.lint.rule import Data, Remark, Rule
from rvc.lint.walk import texts
from rvc.model.finding import Severity

LONGEST = 20_000


def check(data: Data) -> Iterator[Remark]:
    """Yield a remark for every text of a length that no statement has."""
    for path, text in texts(data):
        if len(text) > LONGEST:
            message = f"{len(text):,} characters in one field, {LONGEST:,} at most"
            hint = "say it shorter; a document is kept with rvc texts add"
            yield Remark(str(path[-1]), message, path, hint)


RULE = Rule(
    name="long-text",
    severity=Severity.WARNING,
    summary="A field with more than 20,000 characters.",
    why="""\
Every command prints what the fields hold. So much in one field is a file that was pasted by
mistake, or the copy of a document that should be kept beside the register instead.""",
    bad=f"""\
        asked: Everybody is covered. {"Page 1 of 999. " * 1400}
""",
    good="""\
        asked: Everybody is covered.
""",
    check=check,
)
