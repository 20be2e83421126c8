"""What all formats of a trace say in the same words."""

from __future__ import annotations

from rvc.analysis.signs import count_signs, without_signs
from rvc.analysis.textdiff import EQUAL, Op
from rvc.analysis.trace import FoundBy, Wording
from rvc.render.marks import MARKS, grade

_FOUND = {
    FoundBy.LOCATOR: "where the coding says",
    FoundBy.PHRASE: "around the phrase that the coding quotes",
    FoundBy.FOLLOWED: "followed by alignment from the version beside it; nobody coded this place",
}


def heading_of(wording: Wording) -> str:
    """Return the version and its grade: `Act (2002-01-01): symbolic •`."""
    date = f" ({wording.version.date})" if wording.version.date else ""
    found = wording.cell
    mark = f" {MARKS[found.basis]}" if found.basis else ""
    return f"{wording.version.name}{date}: {grade(found.attainment, found.coding.degree)}{mark}"


def place_of(wording: Wording) -> str:
    """Return where the wording stands, how it was found, and in which bytes."""
    where = "; ".join(wording.places) or wording.cell.coding.locator or "in the text"
    return f"{where} — {_FOUND[wording.found_by]}; sha256 {wording.sha256[:16]}…"


def change_of(wording: Wording) -> str:
    """Return what the redline shows: against which version, or that there is nothing before."""
    if not wording.ops:
        return "the first wording that is here"
    if all(op[0] == EQUAL for op in wording.ops):
        doubt = "; see the note" if wording.notes else ""
        return f"word for word as in {wording.before}{doubt}"
    signs = count_signs(wording.ops)
    if all(op[0] == EQUAL for op in without_signs(wording.ops)):
        return f"the same words as in {wording.before}, {_signs_said(signs)}"
    return f"against {wording.before}" + (f"; {_signs_said(signs)}" if signs else "")


def _signs_said(count: int) -> str:
    """Return how many places differ in signs alone, which a trace does not mark."""
    places = "1 place differs" if count == 1 else f"{count} places differ"
    return f"{places} in signs alone, not marked"


def ops_of(wording: Wording) -> tuple[Op, ...]:
    """Return the operations from the wording before, or the wording itself where it is first.

    Changes of signs alone are none.
    """
    return without_signs(wording.ops) or ((EQUAL, wording.text, 0),)
