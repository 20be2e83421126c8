"""Rule title-capitals: a title that is all in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rvc.lint.bib_rule import BibData, BibRemark, BibRule
from rvc.model.finding import Severity

_COMMAND = re.compile(r"\\[A-Za-z]+")
_FIELDS = ("title", "booktitle")


def check(data: BibData) -> Iterator[BibRemark]:
    """Yield a remark for every title of three or more words without a small letter."""
    for work in data.works:
        for name in _FIELDS:
            said = work.values.get(name)
            if said and said.upper() == said:
                bare = _COMMAND.sub("", said)
                letters = sum(map(str.isupper, bare))
                if letters >= 10 and len(bare.split()) >= 3:
                    message = f"{name} is all in capitals"
                    yield BibRemark(work.start(name), work.entry.key, message)


RULE = BibRule(
    name="title-capitals",
    severity=Severity.WARNING,
    summary="A title that is all in capitals.",
    why="""\
Styles can make capitals of small letters, but nobody can tell from capitals which words are
names. Write the title as the work has it in running text, with names in braces.""",
    bad="""\
@book{day2005, author = {Day, Richard J. F.}, title = {GRAMSCI IS DEAD: ANARCHIST CURRENTS},
  publisher = {Pluto Press}, year = {2005}}
""",
    good="""\
@book{day2005, author = {Day, Richard J. F.}, title = {{Gramsci} Is Dead: Anarchist Currents},
  publisher = {Pluto Press}, year = {2005}}
""",
    check=check,
)
