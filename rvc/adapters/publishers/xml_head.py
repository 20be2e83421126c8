"""How the number and heading of a provision read from XML are printed above or before its words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from rvc.adapters.publishers.drafting import Draft, Line, Mark
from rvc.adapters.publishers.xml_words import Words, moved
from rvc.model.text import ProvisionKind as Kind

_HEADED = {
    Kind.PART, Kind.BOOK, Kind.TITLE, Kind.CHAPTER, Kind.SCHEDULE, Kind.ANNEX, Kind.ARTICLE,
}  # fmt: skip


def print_head(
    draft: Draft, title: Words, label: Words, repeated: Callable[[str, str], int]
) -> None:
    """Write label and heading as people print them: before the title, or before the first words."""
    said, heading = draft.label, draft.heading
    if heading or (draft.kind in _HEADED and said):
        between = " " if said and heading else ""
        shift = len(said) + len(between)
        marks = tuple(moved(mark, shift, len(heading)) for mark in title.marks)
        text = f"{said}{between}{heading}"
        draft.parts.insert(0, Line(text, len(text), (*_number_marks(label, said), *marks)))
        return
    if not said:
        return
    first = draft.parts[0] if draft.parts else None
    if isinstance(first, Line) and (again := repeated(said, first.text)):
        draft.label = first.text[:again].rstrip()
        draft.parts[0] = replace(first, skip=again)
    elif isinstance(first, Line) and not first.skip:
        marks = tuple(moved(mark, len(said) + 1, len(first.text)) for mark in first.marks)
        marks = (*_number_marks(label, said), *marks)
        draft.parts[0] = Line(f"{said} {first.text}", len(said) + 1, marks)
    else:
        draft.parts.insert(0, Line(said, len(said), _number_marks(label, said)))


def _number_marks(label: Words, said: str) -> tuple[Mark, ...]:
    """Marks on a number cover the whole of it as printed, brackets included."""
    return tuple(replace(mark, start=0, end=len(said)) for mark in label.marks)
