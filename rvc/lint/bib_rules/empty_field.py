"""Rule empty-field: a field without a value."""

from __future__ import annotations

from collections.abc import Iterator

from rvc.bib.patch import Edit
from rvc.lint.bib_rule import BibData, BibRemark, BibRule, Fix, Work
from rvc.model.finding import Severity


def check(data: BibData) -> Iterator[BibRemark]:
    """Yield a remark for every field that is there and says nothing."""
    for work in data.works:
        if "" in work.values.values():
            for name, said in work.values.items():
                if not said:
                    message = f"the field {name!r} is empty"
                    fix = removal(work, name)
                    yield BibRemark(work.start(name), work.entry.key, message, "", fix)


def removal(work: Work, name: str) -> Fix | None:
    """Return the fix that takes the field out, comma included, when its value is `{}` or `""`."""
    fields = work.entry.fields
    places = [number for number, field in enumerate(fields) if field.lower == name]
    if len(places) != 1 or fields[places[0]].raw.strip('{}" \t\r\n'):
        return None
    number = places[0]
    entry = work.entry
    before = fields[number - 1].end if number else entry.key_start + len(entry.key)
    return Fix((Edit(before, fields[number].end, ""),), safe=True)


RULE = BibRule(
    name="empty-field",
    severity=Severity.WARNING,
    summary="A field without a value.",
    why="""\
BibTeX warns of some and prints others as a stray comma. An empty field says less than none:
that something is known to be missing belongs into a note or a keyword.""",
    bad="""\
@misc{day2004, title = {From Hegemony to Affinity}, year = {2004}, note = {}}
""",
    good="""\
@misc{day2004, title = {From Hegemony to Affinity}, year = {2004}}
""",
    check=check,
    fixes="safe",
)
