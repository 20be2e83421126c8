"""Which provisions of a CLML file are printed though they are not in force at its date."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rvc.adapters.publishers.xml_input import local, words_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_SAID = {
    "Prospective": "not yet in force",
    "Repealed": "repealed",
    "Discarded": "repealed before it came into force",
    "Dead": "no longer in force",
}
_BESIDE = frozenset({"Metadata", "Contents", "Versions", "Commentaries", "Resources"})
"""What stands beside the text in the file."""

_NUMBERS = frozenset({"Pnumber", "Number"})


def not_in_force(root: _Element) -> list[str]:
    """Return a note for each status that provisions have, naming them; none for what is in force.

    A whole Act holds sections that have not begun or have ended: their words read like the others.
    """
    notes = []
    for status, said in _SAID.items():
        if root.get("Status") == status:
            notes.append(f"the whole text is {said}")
            continue
        parts = (one for one in root if local(one) not in _BESIDE)
        marked = (one for part in parts for one in part.iter() if one.get("Status") == status)
        named = dict.fromkeys(name for one in marked for name in _names(one))
        if named:
            notes.append(f"{said}, though printed here: {', '.join(named)}")
    return notes


def _names(element: _Element) -> Iterator[str]:
    """What people call a provision, as its id says; of a group without number, those inside."""
    number = next((one for one in element if local(one) in _NUMBERS), None)
    if number is not None:
        yield element.get("id", "").replace("-", " ") or words_of(number)
        return
    for child in element:
        if local(child):
            yield from _names(child)
