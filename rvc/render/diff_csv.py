"""How demands fared, one row a demand, for a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence

from rvc.model.brief import Brief, ProcessStory, Side, Source, Story, weakest
from rvc.render.csv_text import csv_text
from rvc.render.marks import grade

_SIDE = ("version", "date", "attainment", "basis", "locator", "phrase", "sources", "doubt")
HEADER = (
    "law",
    "demand",
    "title",
    "dimension",
    "direction",
    "firm",
    "sentence",
    "asked",
    "asked_by",
    "asked_by_note",
    "asked_in",
    "first_seen",
    *(f"then_{name}" for name in _SIDE),
    *(f"now_{name}" for name in _SIDE),
    "path",
    "turning_points",
    "reported_by",
)


def diff_csv(briefs: Sequence[Brief]) -> str:
    """Return one row a demand."""
    rows = [_row(brief, story) for brief in briefs for story in brief.stories]
    rows += [_process(brief, process) for brief in briefs for process in brief.process]
    return csv_text(HEADER, rows)


def _row(brief: Brief, story: Story) -> list[str]:
    turns = [turn for move in story.moves for turn in move.turns]
    return [
        brief.law,
        story.id,
        story.title,
        story.dimension,
        story.direction,
        "yes" if story.firm else "no",
        story.sentence,
        story.asked,
        "; ".join(story.asked_by),
        story.asked_by_note,
        _keys(story.asked_in),
        story.first_seen,
        *_side(story.before),
        *_side(story.after),
        " > ".join(f"{side.version}={grade(side.attainment, side.degree)}" for side in story.path),
        "; ".join(turn.id for turn in turns),
        _keys([source for turn in turns for source in turn.reported_by or turn.sources]),
    ]


def _process(brief: Brief, process: ProcessStory) -> list[str]:
    """Return a demand about the process: its direction is `process`, its sides are empty."""
    row = dict.fromkeys(HEADER, "")
    row |= {
        "law": brief.law,
        "demand": process.id,
        "title": process.title,
        "direction": "process",
        "asked": process.asked,
        "asked_by": "; ".join(process.asked_by),
        "asked_by_note": process.asked_by_note,
        "asked_in": _keys(process.asked_in),
        "first_seen": process.first_seen,
    }
    return list(row.values())


def _side(side: Side) -> list[str]:
    return [
        side.version,
        side.date,
        grade(side.attainment, side.degree),
        side.basis.value if side.basis else "",
        side.locator,
        side.phrase,
        _keys(side.sources),
        weakest(side.sources),
    ]


def _keys(sources: Sequence[Source]) -> str:
    named = dict.fromkeys(f"{s.key}, {s.pinpoint}" if s.pinpoint else s.key for s in sources)
    return "; ".join(named)
