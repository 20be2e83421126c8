"""Rule invisible-character: characters that nobody sees and that still part words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rvc.bib.library import Entry
from rvc.bib.patch import Edit
from rvc.lint.bib_rule import BibData, BibRemark, BibRule, Fix
from rvc.model.finding import Severity

_HIDDEN = re.compile(
    "[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]"
)
_LINE_ENDS = frozenset("\u2028\u2029\x0b\x0c\x85")


def check(data: BibData) -> Iterator[BibRemark]:
    """Yield a remark for every entry that holds such characters, at the first of them."""
    text = data.library.text
    if not _HIDDEN.search(text):
        return
    for work in data.works:
        entry = work.entry
        found = list(_HIDDEN.finditer(text, entry.start, entry.end))
        if found:
            names = ", ".join(dict.fromkeys(f"U+{ord(one[0]):04X}" for one in found))
            message = f"invisible characters ({names})"
            yield BibRemark(found[0].start(), entry.key, message, fix=_fix(entry, found))


def _fix(entry: Entry, found: list[re.Match[str]]) -> Fix | None:
    """Take them out of values; those of other line ends become a blank."""
    values = [(field.value_start, field.end) for field in entry.fields]
    if not all(any(start < one.start() < end for start, end in values) for one in found):
        return None
    edits = (Edit(one.start(), one.end(), " " if one[0] in _LINE_ENDS else "") for one in found)
    return Fix(tuple(edits), safe=True)


RULE = BibRule(
    name="invisible-character",
    severity=Severity.WARNING,
    summary="Characters that nobody sees and that still part words.",
    why="""\
Copied from a web page or a PDF, zero-width spaces, soft hyphens, control characters and marks that
turn the direction of writing stop searches and can hide what a text says.""",
    bad="""\
@misc{day2004, title = {From He\u00adge\u200bmony to Affinity}, year = {2004}}
""",
    good="""\
@misc{day2004, title = {From Hegemony to Affinity}, year = {2004}}
""",
    check=check,
    fixes="safe",
)
