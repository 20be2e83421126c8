"""Rule open-doubt: what the entry itself says is not certain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rvc.lint.bib_rule import BibData, BibRemark, BibRule
from rvc.model.finding import Severity

_PLACEHOLDER = re.compile(r"\[?unresolved\b", re.I)


def check(data: BibData) -> Iterator[BibRemark]:
    """Yield one note for every entry with keywords that state a doubt, all doubts in it."""
    stated = list(data.doubts)
    for work in data.works:
        said = work.values.get("keywords", "")
        found = []
        if said and any(word in said for word in stated):
            words = {word.strip() for word in re.split(r"[,;]", said)}
            found = [f"{word} ({data.doubts[word]})" for word in stated if word in words]
        title = work.values.get("title", "")
        if not found and _PLACEHOLDER.match(title):
            found = ["unresolved (the title says so)"]
        if found:
            yield BibRemark(work.entry.start, work.entry.key, "; ".join(found))


RULE = BibRule(
    name="open-doubt",
    severity=Severity.NOTE,
    summary="What the entry itself says is not certain.",
    why="""\
A doubt that is written down is no mistake, but whoever cites the work must see it. The setting
`doubts` names the keywords that state one; the usual ones are `unresolved`, `status-memory`,
`status-mixed`, `doi-unconfirmed` and `pages-memory`.""",
    bad="""\
@misc{kutting2014, author = {Kütting, Gabriela}, title = {[Unresolved]}, year = {2014},
  keywords = {unresolved}}
""",
    good="""\
@misc{kutting2004, author = {Kütting, Gabriela}, title = {Globalization and the Environment},
  year = {2004}, keywords = {status-seen}}
""",
    check=check,
)
