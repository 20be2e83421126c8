"""How demands fared, for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rvc.model.brief import Brief, Endpoint, Move, ProcessStory, Side, Story, Turn
from rvc.model.dates import say_date
from rvc.render.marks import (
    ATTAINMENT,
    DEGREE,
    LEGEND,
    MARKS,
    OF_VERSION,
    WORKS,
    cited,
    ended,
    found_in,
    grade,
    graded,
    graded_step,
    quoted,
    sure,
)
from rvc.render.page import STYLES, Page
from rvc.render.who_text import who_is_who

HEADINGS = {
    "lost": "LOST",
    "weakened": "WEAKENED",
    "held": "HELD",
    "strengthened": "STRENGTHENED",
    "gained": "GAINED",
    "absent": "IN NEITHER TEXT",
    "not-checked": "NOT COMPARABLE: A TEXT WAS NOT CHECKED",
}


def diff_terminal(briefs: Sequence[Brief], *, width: int = 80, colour: bool = False) -> str:
    """Return the briefs as text for a terminal of `width` columns."""
    page = Page(width, colour=colour)
    for brief in briefs:
        _law(page, brief)
    _legend(page, briefs)
    return page.text()


def _law(page: Page, brief: Brief) -> None:
    page.heading(f"{brief.short} [{brief.law}]", "bold underline")
    page.row("title", brief.title)
    page.row("from", _endpoint(brief.start))
    page.row("to", _endpoint(brief.end))
    if brief.state:
        page.row("state", brief.state)
    page.row("in short", brief.headline, style="bold")
    numbers = _turning_points(page, brief)
    for direction, stories in groupby(brief.stories, key=lambda story: story.direction):
        told = list(stories)
        page.heading(f"{HEADINGS[direction]} ({len(told)})", STYLES[direction])
        for story in told:
            _story(page, story, numbers)
    if brief.process:
        page.heading(f"ABOUT THE PROCESS: NO TEXT CAN ANSWER THESE ({len(brief.process)})")
    for process in brief.process:
        _process(page, process)
    _names(page, brief)


def _turning_points(page: Page, brief: Brief) -> dict[str, str]:
    """Tell the turning points that the stories name, and return the numbers of all: `T1`, `T2` …

    A turning point has the same number whatever was asked for.
    """
    numbers = {turn.id: f"T{number}" for number, turn in enumerate(brief.turns, 1)}
    named = {turn.id for story in brief.stories for turn in _turns(story)}
    told = [turn for turn in brief.turns if turn.id in named or len(brief.stories) > 1]
    if told:
        page.heading(f"TURNING POINTS ({len(told)} of {len(brief.turns)})")
    for turn in told:
        page.row(numbers[turn.id], _turn(turn), at=7)
    return numbers


def _turns(story: Story) -> list[Turn]:
    return [*(turn for move in story.moves for turn in move.turns), *story.within]


def _names(page: Page, brief: Brief) -> None:
    """Say whole names once, at the end: of organisations, and of the versions on the way."""
    path = brief.stories[0].path if brief.stories else ()
    if path:
        page.heading("VERSIONS ON THE WAY")
    for side in path:
        date = f"{say_date(side.date)}, " if side.date else ""
        page.paragraph(f"{side.name}: {date}{side.label}", indent=2)
    who_is_who(page, brief.organisations)


def _endpoint(end: Endpoint) -> str:
    date = f", {say_date(end.date)}" if end.date else ""
    called = f" ({end.role})" if end.role != end.name else ""
    return f"{end.name}{called}{date} — {end.label} {MARKS[end.basis]}"


def _story(page: Page, story: Story, numbers: dict[str, str]) -> None:
    page.gap()
    page.paragraph(f"{story.title}  [{story.id}]", style="bold")
    page.paragraph(story.sentence, indent=2)
    _asked(page, story)
    page.row("then", _side(story.before))
    page.row("now", _side(story.after))
    page.row("path", _path(story))
    for move in story.moves:
        page.row("fell" if move.fell else "rose", _move(move, numbers))
    if story.within:
        at = _numbered(story.within, numbers)
        page.row("wording", f"changed without a change of grade at {at}")
    for other in story.opposes:
        said = f"{other.direction}: {grade(other.before)} → {grade(other.after)}"
        page.row("opposed", f"for {other.side or 'the other side'} [{other.id}], {said}")
    page.row("how sure", _how_sure(story))
    if story.note:
        page.row("note", story.note)


def _asked(page: Page, story: Story | ProcessStory) -> None:
    page.row("asked", f"{story.asked} {MARKS[story.asked_basis]}")
    by = "; ".join(story.asked_by)
    note = f" ({story.asked_by_note.rstrip('.')})" if by and story.asked_by_note else ""
    page.row("by", f"{by}{note}" if by else story.asked_by_note or "not known")
    page.row("since", say_date(story.first_seen) if story.first_seen else "not known")
    if story.asked_in:
        page.row("asked in", cited(story.asked_in))


def _side(side: Side) -> str:
    parts = [f"{graded(side)}, {side.name}"]
    if side.locator:
        parts.append(f", {side.locator}")
    if side.phrase:
        basis = side.phrase_basis
        mark = f" {MARKS[basis]}" if basis and basis is not side.basis else ""
        parts.append(f": {quoted(side.phrase, side.language)}{mark}")
        parts.append(f" ({found_in(side)})" if side.text_sha256 else "")
    parts.append(f". {ended(side.rationale)}" if side.rationale else ".")
    if side.sources:
        parts.append(f" Source: {cited(side.sources)}.")
    if side.inherited_from:
        parts.append(f" (Coded on {side.inherited_from}, same wording.)")
    return "".join(parts)


def _path(story: Story) -> str:
    last = story.path[-1]
    steps = [side for side in story.path if not side.inherited_from or side is last]
    return " → ".join(f"{side.name} {graded_step(side)}" for side in steps)


def _move(move: Move, numbers: dict[str, str]) -> str:
    before, after = move.before, move.after
    old, new = grade(before.attainment, before.degree), grade(after.attainment, after.degree)
    at = f"at {_numbered(move.turns, numbers)}" if move.turns else "what moved it is not registered"
    loose = "" if move.firm else "; perhaps not, as a grade is a lower bound"
    return f"{before.name} → {after.name} ({old} → {new}): {at}{loose}"


def _numbered(turns: Sequence[Turn], numbers: dict[str, str]) -> str:
    return ", ".join(f"{numbers[turn.id]} ({say_date(turn.date)})" for turn in turns)


def _turn(turn: Turn) -> str:
    reporters = cited(turn.reported_by or turn.sources, "nobody named")
    note = f" {turn.note}" if turn.note else ""
    return (
        f"{say_date(turn.date)}: {turn.effect.rstrip('.')} {MARKS[turn.basis]}. "
        f"Moved by: {turn.moved_by.rstrip('.')} {MARKS[turn.mover_basis]}. "
        f"According to: {reporters}.{note}"
    )


def _how_sure(story: Story) -> str:
    then = sure(story.before.basis, story.before.confidence)
    now = sure(story.after.basis, story.after.confidence)
    said = f"then: {then}; now: {now}" if then != now else f"then and now: {then}"
    if not story.firm:
        said += "; a grade is a lower bound, so the direction may be another"
    return said


def _process(page: Page, process: ProcessStory) -> None:
    page.gap()
    page.paragraph(f"{process.title}  [{process.id}]", style="bold")
    _asked(page, process)
    for seen in process.seen:
        said = f"{say_date(seen.date)}: {seen.what.rstrip('.')} {MARKS[seen.basis]}"
        page.row("seen", f"{said}. Source: {cited(seen.sources)}.")
    if process.note:
        page.row("note", process.note)


def _legend(page: Page, briefs: Sequence[Brief]) -> None:
    if briefs:
        page.heading("How to read this", "dim")
        page.paragraph(f"{LEGEND}. {OF_VERSION}. {DEGREE}. {WORKS}.", style="dim")
        page.paragraph(ATTAINMENT, style="dim")
