"""Which fields of an entry a CSL item has no place for."""

from __future__ import annotations

from collections.abc import Iterator

from rvc.analysis.csl_item import FIELDS, PEOPLE
from rvc.bib.resolve import ResolvedEntry

_ALSO = {
    "title",
    "subtitle",
    "howpublished",
    "number",
    "issue",
    "pages",
    "date",
    "year",
    "month",
    "day",
}
_ALSO |= {"crossref", "xdata", "urldate"}


def unsaid(entry: ResolvedEntry) -> Iterator[str]:
    """Yield the names of fields that `csl_item` does not look at, or where another goes before."""
    said = {next((name for name in names if entry.shown(name)), "") for names in FIELDS.values()}
    for name in entry.fields:
        if name not in said and name not in PEOPLE and name not in _ALSO and entry.shown(name):
            yield name
