"""The sentences in which a change is told: plain words, no judgement beyond the grades."""

from __future__ import annotations

from rvc.analysis.changes import Change, Comparison, Direction
from rvc.model.codebook import Attainment, Basis, Degree
from rvc.model.law import REVERSION, Law, Version

_MEETS = {
    Attainment.NONE: "does not contain it",
    Attainment.SYMBOLIC: "names it, with nothing following from it",
    Attainment.PARTIAL: "meets it in part",
    Attainment.SUBSTANTIAL: "meets most of it",
    Attainment.FULL: "meets it in full",
    Attainment.NOT_CHECKED: "was not checked for it",
}
COUNTED = {
    Direction.LOST: "lost",
    Direction.WEAKENED: "weakened",
    Direction.HELD: "held",
    Direction.STRENGTHENED: "strengthened",
    Direction.GAINED: "gained",
    Direction.ABSENT: "in neither text",
    Direction.NOT_CHECKED: "not comparable, because a text was not checked",
}
"""What a count of changes of each direction is a count of."""


def headline(comparison: Comparison) -> str:
    """Return one or two sentences on how all demands of the law fared, and how sure that is."""
    changes = comparison.changes
    if not changes:
        return "No demand that a text could answer is registered."
    counts = comparison.counts
    parts = [f"{number} {COUNTED[direction]}" for direction, number in counts.items() if number]
    noun = "demand" if len(changes) == 1 else "demands"
    start = called(comparison.law, comparison.start)
    end = called(comparison.law, comparison.end)
    return f"Of {len(changes)} {noun}, from {start} to {end}: {_list(parts)}.{_doubts(changes)}"


def _doubts(changes: tuple[Change, ...]) -> str:
    """Say how many comparisons rest on memory or lower bounds, and that sides oppose each other."""
    said = ""
    recalled = sum(change.basis is Basis.RECALLED for change in changes)
    loose = sum(not change.firm for change in changes)
    if recalled:
        said += f" {recalled} of these {'rests' if recalled == 1 else 'rest'} on what is recalled."
    if loose:
        said += f" {loose} could be otherwise, because a grade is a lower bound."
    if any(change.demand.opposes for change in changes):
        said += " Some demands oppose each other: a loss for one side is a gain for the other."
    return said


def sentence(law: Law, change: Change) -> str:
    """Return one sentence on how one demand fared, and where it moved."""
    start, end = called(law, change.before.version), called(law, change.after.version)
    before = _clause(change.before.attainment, change.before.coding.degree)
    after = _clause(change.after.attainment, change.after.coding.degree)
    if change.direction is Direction.ABSENT:
        said = f"Neither {start} nor {end} contains it{_as_far(change)}"
    elif change.direction is Direction.HELD and before == after:
        said = f"Both {start} and {end} {_plural(before)}"
    else:
        said = f"{start} {before}; {end} {after}"
    return f"{said[0].upper()}{said[1:]}{_where(change)}.{_checked(change)}"


def called(law: Law, version: Version) -> str:
    """Return what a sentence calls a version: by its role, with an article, or by its name."""
    said = role(law, version)
    return said if said == version.name else f"the {said}"


def role(law: Law, version: Version) -> str:
    """Return what a version may be called: only a law with a final text has a "final text"."""
    if version.id == REVERSION:
        return "law before"
    if version.id == law.end:
        return law.end_word
    return "first proposal" if version.id == law.first else version.name


def _clause(attainment: Attainment, degree: Degree) -> str:
    if degree is Degree.EXACT:
        return _MEETS[attainment]
    if attainment is Attainment.NONE:
        return "does not contain it as far as was read"
    return f"{_MEETS[attainment]} or more"


def _as_far(change: Change) -> str:
    bounds = (change.before.coding.degree, change.after.coding.degree)
    return " as far as was read" if Degree.AT_LEAST in bounds else ""


def _plural(clause: str) -> str:
    swaps = {"meets": "meet", "names": "name"}
    for singular, plural in swaps.items():
        if clause.startswith(singular):
            return plural + clause[len(singular) :]
    return clause


def _where(change: Change) -> str:
    falls = [step for step in change.steps if step.fell]
    rises = [step for step in change.steps if not step.fell]
    if change.direction in {Direction.LOST, Direction.WEAKENED} and falls:
        step = max(falls, key=lambda s: s.before.attainment.rank - s.after.attainment.rank)
        verb = "lost" if change.direction is Direction.LOST else "cut"
        verb = verb if step.firm else f"perhaps {verb}"
        return f" ({verb} between {step.before.version.name} and {step.after.version.name})"
    if change.direction in {Direction.GAINED, Direction.STRENGTHENED} and rises:
        step = max(rises, key=lambda s: s.after.attainment.rank - s.before.attainment.rank)
        return f" (came in between {step.before.version.name} and {step.after.version.name})"
    if change.direction is Direction.HELD and change.steps:
        return ", but it moved in between"
    if change.direction is Direction.ABSENT and rises:
        return f", but {rises[0].after.version.name} had it"
    return ""


def _checked(change: Change) -> str:
    """Where no comparison can be made, say what the versions that were checked show."""
    checked = [cell for cell in change.path if cell.checked]
    if change.direction is not Direction.NOT_CHECKED or len(checked) < 2:
        return ""
    first, last = checked[0], checked[-1]
    then, now = (_grade(cell.attainment, cell.coding.degree) for cell in (first, last))
    return f" Among those checked: {then} in {first.version.name}, {now} in {last.version.name}."


def _grade(attainment: Attainment, degree: Degree) -> str:
    return f"{attainment} or more" if degree is Degree.AT_LEAST else attainment.value


def _list(parts: list[str]) -> str:
    return ", ".join(parts[:-1]) + (" and " if len(parts) > 1 else "") + parts[-1] if parts else ""
