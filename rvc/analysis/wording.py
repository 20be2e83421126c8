"""The sentences in which a change is told: plain words, no judgement beyond the grades."""

from __future__ import annotations

from rvc.analysis.changes import Change, Comparison, Direction
from rvc.model.codebook import Attainment, Degree
from rvc.model.law import REVERSION, Law, Version

_MEETS = {
    Attainment.NONE: "does not contain it",
    Attainment.SYMBOLIC: "names it, with nothing following from it",
    Attainment.PARTIAL: "meets it in part",
    Attainment.SUBSTANTIAL: "meets most of it",
    Attainment.FULL: "meets it in full",
    Attainment.NOT_CHECKED: "was not checked for it",
}
_COUNTED = {
    Direction.LOST: "lost",
    Direction.WEAKENED: "weakened",
    Direction.HELD: "held",
    Direction.STRENGTHENED: "strengthened",
    Direction.GAINED: "gained",
    Direction.ABSENT: "in neither text",
    Direction.NOT_CHECKED: "not comparable, because a text was not checked",
}


def headline(comparison: Comparison) -> str:
    """Return one sentence on how all demands of the law fared."""
    counts = comparison.counts
    parts = [f"{number} {_COUNTED[direction]}" for direction, number in counts.items() if number]
    total = len(comparison.changes)
    noun = "demand" if total == 1 else "demands"
    start = role(comparison.law, comparison.start)
    end = role(comparison.law, comparison.end)
    if not total:
        return "No demand that a text could answer is registered."
    return f"Of {total} {noun}, from the {start} to the {end}: {_list(parts)}."


def sentence(law: Law, change: Change) -> str:
    """Return one sentence on how one demand fared, and where it moved."""
    start, end = role(law, change.before.version), role(law, change.after.version)
    before = _clause(change.before.attainment, change.before.coding.degree)
    after = _clause(change.after.attainment, change.after.coding.degree)
    if change.direction is Direction.ABSENT:
        said = f"Neither the {start} nor the {end} contains it{_as_far(change)}"
    elif change.direction is Direction.HELD and before == after:
        said = f"Both the {start} and the {end} {_plural(before)}"
    else:
        said = f"The {start} {before}; the {end} {after}"
    return f"{said}{_where(change)}.{_checked(change)}"


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
