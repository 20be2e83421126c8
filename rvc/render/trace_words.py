"""What all formats of a trace say in the same words."""

from __future__ import annotations

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
    return f"against {wording.before}"


def ops_of(wording: Wording) -> tuple[Op, ...]:
    """Return the operations from the wording before, or the wording itself where it is first."""
    return wording.ops or ((EQUAL, wording.text, 0),)
