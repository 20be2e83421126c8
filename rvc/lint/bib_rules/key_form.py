"""Rule key-form: a key that not every program can cite."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rvc.lint.bib_rule import BibData, BibRemark, BibRule
from rvc.model.finding import Severity

_GOOD = re.compile(r"[A-Za-z0-9_:.+/&*!?|@<>;\[\]\-]+")
_BAD = re.compile(r"[{}\"#%'(),=\\~$^\x00-\x20\x7f]")


def check(data: BibData) -> Iterator[BibRemark]:
    """Yield a remark for every empty key and for characters that stop a program."""
    for work in data.works:
        key = work.entry.key
        if _GOOD.fullmatch(key):
            continue
        start = work.entry.key_start
        bad = _BAD.search(key)
        if not key:
            yield BibRemark(start, key, "an entry without a key: nothing can cite it")
        elif bad:
            yield BibRemark(start, key, f"{bad[0]!r} in a key stops LaTeX or biber")
        else:
            message = "not all letters are ASCII: BibTeX and some editors cannot cite that key"
            yield BibRemark(start, key, message, severity=Severity.NOTE)


RULE = BibRule(
    name="key-form",
    severity=Severity.WARNING,
    summary="A key that not every program can cite.",
    why="""\
BibTeX takes nearly anything for a key, LaTeX, biber and Markdown do not: letters, digits and
`- _ : . + /` are safe everywhere.""",
    bad="""\
@misc{day$2004, title = {From Hegemony to Affinity}, year = {2004}}
""",
    good="""\
@misc{day2004, title = {From Hegemony to Affinity}, year = {2004}}
""",
    check=check,
)
