"""A quick look at an entry: the values of some of its fields, without taking the others apart."""

from __future__ import annotations

import re
from collections.abc import Container

from rvc.bib.grammar import FIELD
from rvc.bib.library import Entry

_WORDS = r"(?:[^{}\s]++(?:[ ][^{}\s]++)*+)?+"
_QUOTED = r'(?:[^{}"\s]++(?:[ ][^{}"\s]++)*+)?+'
_PLAIN = re.compile(rf'\{{({_WORDS}|\{{{_WORDS}\}})\}}|"({_QUOTED})"|[0-9]++')
"""Values that are one part, at most braced twice and with single spaces: nearly all."""


def some_values(entry: Entry, wanted: Container[str]) -> dict[str, str]:
    """Return the values as BibTeX holds them of the fields in `wanted` (lower case) by name.

    The same as `entry.values()` says of them, for a third of the time.
    """
    if not entry.complete or entry._fields is not None:
        return {name: value for name, value in entry.values().items() if name in wanted}
    found: dict[str, str] = {}
    after_key = entry.key_start + len(entry.key)
    for field in FIELD.finditer(entry.source.text, after_key, entry.end):
        name = field[1].lower()
        if name in wanted and name not in found:
            raw = field[2]
            plain = _PLAIN.fullmatch(raw)
            found[name] = (
                plain[plain.lastindex or 0]
                if plain
                else entry.source.macros.resolve(raw, field.start(2)).text
            )
    return found
