"""Rule placeholder: a value that only stands for one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rvc.lint.bib_rule import BibData, BibRemark, BibRule
from rvc.model.finding import Severity

_EMPTY_WORDS = re.compile(
    r"\?+|n\.?\s?a\.?|n/a|none|null|nan|undefined|unknown|tba|tbd|x{3,}|-{1,3}|\.{3}|"
    r"no (?:author|title|journal|publisher)(?: (?:given|found))?",
    re.I,
)
_NAMES = """author editor title journal journaltitle booktitle publisher institution school
    volume number pages doi url isbn issn address location year"""
_FIELDS = _NAMES.split()


def check(data: BibData) -> Iterator[BibRemark]:
    """Yield a remark for every field that is filled with `??`, `n/a`, `unknown` and so on."""
    for work in data.works:
        for name in _FIELDS:
            said = work.values.get(name)
            if said and len(said) < 24 and _EMPTY_WORDS.fullmatch(said):
                message = f"{name}: {said!r} stands for a value"
                yield BibRemark(work.start(name), work.entry.key, message, "leave the field out")


RULE = BibRule(
    name="placeholder",
    severity=Severity.WARNING,
    summary="A value that only stands for one.",
    why="""\
Styles print `unknown` and `n/a` as if they were names, and programs compare them. What is not
known is left out, and said in a note.""",
    bad="""\
@article{day2004, author = {Day, Richard J. F.}, title = {From Hegemony to Affinity},
  journal = {Cultural Studies}, year = {2004}, volume = {n/a}}
""",
    good="""\
@article{day2004, author = {Day, Richard J. F.}, title = {From Hegemony to Affinity},
  journal = {Cultural Studies}, year = {2004}, volume = {18}}
""",
    check=check,
)
