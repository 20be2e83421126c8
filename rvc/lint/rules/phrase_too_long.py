"""Rule phrase-too-long: a quotation of more than ten words."""

from __future__ import annotations

from collections.abc import Iterator

from rvc.lint.rule import Data, Remark, Rule
from rvc.lint.walk import address, codings
from rvc.model.finding import Severity

MOST_WORDS = 10


def check(data: Data) -> Iterator[Remark]:
    """Yield a remark for every phrase that is too long."""
    for path, law, demand, version_id, coding in codings(data):
        words = [word for word in coding.phrase.split() if any(map(str.isalnum, word))]
        if len(words) > MOST_WORDS:
            message = f"the phrase has {len(words)} words, {MOST_WORDS} at most"
            yield Remark(address(law, demand, version_id), message, (*path, "phrase"))


RULE = Rule(
    name="phrase-too-long",
    severity=Severity.ERROR,
    summary="A quotation of more than ten words.",
    why="""\
The register points to texts, it does not copy them: ten words find a place and stay within what
may be quoted anywhere.""",
    bad="""\
            phrase: every company shall in all of its activities prevent the damage that
""",
    good="""\
            phrase: shall in all of its activities prevent the damage
""",
    check=check,
)
