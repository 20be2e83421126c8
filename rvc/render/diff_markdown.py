"""How demands fared, in Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from rvc.model.brief import (
    NOT_VERIFIED,
    Brief,
    Endpoint,
    Move,
    ProcessStory,
    Side,
    Source,
    Story,
    Turn,
)
from rvc.model.dates import say_date
from rvc.render.markdown_text import cite, code, md, table
from rvc.render.marks import (
    ATTAINMENT,
    DEGREE,
    LEGEND,
    MARKS,
    OF_VERSION,
    UNVERIFIED,
    ended,
    found_in,
    grade,
    graded,
    graded_step,
    quoted,
    sure,
)
from rvc.render.who_text import who

_WORKS = f"{UNVERIFIED} after works: one or more of them {NOT_VERIFIED}"


def diff_markdown(briefs: Sequence[Brief]) -> str:
    """Return the briefs as one Markdown text."""
    lines: list[str] = []
    for brief in briefs:
        lines += [f"# {md(brief.short)} ({code(brief.law)})", "", md(brief.title), ""]
        lines += law_lines(brief)
    return "\n".join([*lines, *legend_lines()]) + "\n"


def law_lines(brief: Brief) -> list[str]:
    """Return a law's comparison: the two versions, the summary, a table and every story."""
    lines = [
        f"From **{_endpoint(brief.start)}** to **{_endpoint(brief.end)}**.",
        "",
        *([f"{md(brief.state)}", ""] if brief.state else []),
        f"**{md(brief.headline)}**",
        "",
    ]
    if brief.stories:
        lines += [*summary_table(brief), ""]
    for story in brief.stories:
        lines += [*story_lines(story), ""]
    for process in brief.process:
        lines += [*process_lines(process, 2), ""]
    return [*lines, *names_lines(brief)]


def names_lines(brief: Brief) -> list[str]:
    """Return who is behind the names of those that asked."""
    named = "; ".join(md(who(body)) for body in brief.organisations)
    return [f"Who is who: {named}.", ""] if named else []


def summary_table(brief: Brief) -> list[str]:
    """Return one row a demand: then, now, direction."""
    rows = [
        [
            f"{md(story.title)} ({code(story.id)})",
            md(graded_step(story.before)),
            md(graded_step(story.after)),
            direction(story),
        ]
        for story in brief.stories
    ]
    return table(["Demand", md(brief.start.name), md(brief.end.name), "Direction"], rows)


def direction(story: Story) -> str:
    """Return the direction in bold, with a question mark where it is not firm."""
    return f"**{story.direction.replace('-', ' ')}**{'' if story.firm else ' (not firm)'}"


def story_lines(story: Story) -> list[str]:
    """Return one demand: heading, sentence, evidence on both sides, where it moved."""
    lines = [
        f"## {md(story.title)} — {direction(story)}",
        "",
        md(story.sentence),
        "",
        f"- **Asked** {asked(story)}",
        f"- **Then** {side_text(story.before)}",
        f"- **Now** {side_text(story.after)}",
        f"- **Path** {path_text(story)}",
        *(
            f"- **{'Fell' if move.fell else 'Rose'}** {line}"
            for move in story.moves
            for line in move_texts(move)
        ),
    ]
    lines += [f"- **Wording** (the grade stayed) {turn_text(turn)}" for turn in story.within]
    for other in story.opposes:
        change = f"{grade(other.before)} → {grade(other.after)}"
        lines.append(
            f"- **Opposed** for {md(other.side or 'the other side')} ({code(other.id)}) the same "
            f"change reads: {md(other.direction)}, {md(change)}"
        )
    then = sure(story.before.basis, story.before.confidence)
    now = sure(story.after.basis, story.after.confidence)
    lines.append(f"- **How sure** then: {md(then)}; now: {md(now)}")
    return [*lines, f"- **Note** {md(story.note)}"] if story.note else lines


def asked(story: Story | ProcessStory) -> str:
    """Return what was asked, by whom, when and where."""
    by, note = md("; ".join(story.asked_by)), md(story.asked_by_note.rstrip("."))
    said = f"By {by} ({note})." if by and note else f"By {by or 'not known'}."
    who = said if by or not note else f"By whom: {note}."
    first = f" First seen {md(say_date(story.first_seen))}." if story.first_seen else ""
    where = f" In {links(story.asked_in)}." if story.asked_in else ""
    return f"{md(story.asked.rstrip('.'))}. {MARKS[story.asked_basis]} {who}{first}{where}"


def side_text(side: Side) -> str:
    """Return one side: grade, place, phrase, reason, sources."""
    said = f"**{md(graded(side))}**, {md(side.name)}"
    if side.locator:
        said += f", {md(side.locator)}"
    if side.phrase:
        mark = side.phrase_basis
        basis = f" {MARKS[mark]}" if mark and mark is not side.basis else ""
        found = f" ({found_in(side)})" if side.text_sha256 else ""
        said += f": {md(quoted(side.phrase, side.language))}{basis}{found}"
    said += f". {md(ended(side.rationale))}" if side.rationale else "."
    return f"{said} {links(side.sources)}" if side.sources else said


def path_text(story: Story) -> str:
    """Return the grades through the versions; versions of the same wording are left out."""
    inner = [side for side in story.path[1:-1] if not side.inherited_from]
    ends = [story.path[0], *inner, *story.path[1:][-1:]]
    return " → ".join(f"{md(side.name)} {md(graded_step(side))}" for side in ends)


def move_texts(move: Move) -> list[str]:
    """Return one line a turning point of the step, or one that says there is none."""
    before = grade(move.before.attainment, move.before.degree)
    after = grade(move.after.attainment, move.after.degree)
    step = f"{md(move.before.name)} → {md(move.after.name)} ({md(before)} → {md(after)})"
    loose = "" if move.firm else " – perhaps not, as a grade is a lower bound"
    if not move.turns:
        return [f"{step}{loose}: what moved it is not registered"]
    return [f"{step}{loose}, {turn_text(turn)}" for turn in move.turns]


def turn_text(turn: Turn) -> str:
    """Return what changed, who reportedly moved it, and who reports that."""
    reporters = links(turn.reported_by or turn.sources) or "nobody named"
    note = f" {md(turn.note)}" if turn.note else ""
    return (
        f"{md(say_date(turn.date))}: {md(turn.effect.rstrip('.'))} {MARKS[turn.basis]}. "
        f"Moved by: {md(turn.moved_by.rstrip('.'))} {MARKS[turn.mover_basis]}. "
        f"According to: {reporters}.{note}"
    )


def process_lines(process: ProcessStory, level: int) -> list[str]:
    """Return a demand about the negotiation itself."""
    lines = [
        f"{'#' * level} {md(process.title)} — about the process",
        "",
        "No text can answer this demand.",
        "",
        f"- **Asked** {asked(process)}",
    ]
    for seen in process.seen:
        what = f"{md(say_date(seen.date))}: {md(seen.what.rstrip('.'))}"
        lines.append(f"- **Seen** {what} {MARKS[seen.basis]}. {links(seen.sources)}".rstrip())
    return [*lines, f"- **Note** {md(process.note)}"] if process.note else lines


def links(sources: Sequence[Source]) -> str:
    """Return citations in pandoc's form, so that a brief can be typeset: `[@key, p. 3; @other]`."""
    if not sources:
        return ""
    cites = [f"{cite(s.key)}, {md(s.pinpoint)}" if s.pinpoint else cite(s.key) for s in sources]
    doubts = [f" ({md(s.key)} {md(s.doubt)})" for s in sources if s.doubt]
    return f"[{'; '.join(cites)}]{''.join(doubts)}"


def legend_lines() -> list[str]:
    """Return what the signs mean."""
    signs = f"*{md(LEGEND)}. {OF_VERSION}. {md(DEGREE)}. {md(_WORKS)}.*"
    return [signs, "", f"*{md(ATTAINMENT)}*"]


def _endpoint(end: Endpoint) -> str:
    called = f" ({md(end.role)})" if end.role != end.name else ""
    date = f", {md(say_date(end.date))}" if end.date else ""
    return f"{md(end.name)}{called}{date}"
