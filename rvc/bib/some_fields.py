"""A quick look: all entries and the values of some fields, in one pass over the text.

One expression matches each entry and captures those fields on its way. It takes hardly longer than
matching the entry alone; cutting all its fields out afterwards would take three times as long.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from rvc.bib.grammar import ENTRY, NAME, PART, WS, whole_entry
from rvc.bib.library import Entry
from rvc.bib.macros import squeeze

_WS, _NAME = WS.pattern, NAME.pattern
_VALUE = rf"{PART.pattern}(?:{_WS}\#{_WS}{PART.pattern})*+"


def entry_with(names: Iterable[str]) -> re.Pattern[str]:
    """Match a whole entry; the groups named `names` are the values of these fields as written."""
    wanted = "".join(
        # Of repeated fields BibTeX takes the first: a group that has its value takes no other.
        rf"(?({number})(?!)|{_any_case(name)}){_WS}={_WS}(?P<{name}>{_VALUE})|"
        for number, name in enumerate(names, ENTRY.groups + 1)
    )
    # Atomic: a field is read in one way only, and a faulty entry costs one pass. The repetition is
    # not possessive, because Python 3.11 fails on groups within one that is.
    return whole_entry(rf"(?:,{_WS}(?>{wanted}{_NAME}{_WS}={_WS}{_VALUE}){_WS})*")


def _any_case(name: str) -> str:
    """Match whatever `str.lower` makes `name`: beyond ASCII there is a K (U+212A) that it does."""
    return f"(?ai:{name})".replace("k", "[k\u212a]")


def value(entry: Entry, raw: str) -> str:
    """Return a value of this entry, as written, as BibTeX holds it."""
    if raw[0] in '{"' and "#" not in raw:
        return squeeze(raw[1:-1])
    if raw.isascii() and raw.isdigit():
        return raw
    # No @string stands inside an entry: its start is as good as the place of the field.
    return entry.source.macros.resolve(raw, entry.start).text
