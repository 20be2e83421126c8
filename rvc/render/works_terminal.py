"""Works for a terminal: lists, cards, what rests on them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rvc.model.output_refs import CitedLine, WorkCard, WorkLine
from rvc.render.page import Page

_ORDER = ("key", "type", "author", "editor", "title", "year", "date")


def work_list(lines: Sequence[WorkLine], *, width: int, colour: bool) -> str:
    """Return one block a work: key, names and year, title."""
    page = Page(width, colour=colour)
    for line in lines:
        page.paragraph(f"{line.key}", style="bold")
        if line.resolved:
            stop = "" if line.label.endswith(".") else "."
            page.paragraph(f"{line.label}{stop} {line.title}", indent=2)
        else:
            page.paragraph(f"unresolved: {line.title}", indent=2, style="yellow")
    return page.text()


def work_card(card: WorkCard, *, width: int, colour: bool) -> str:
    """Return a work: reference, fields, and the laws, codings and turning points on it."""
    page = Page(width, colour=colour)
    work = card.work
    page.heading(f"{work.key} ({work.type})", "bold underline")
    page.paragraph(card.reference, indent=2)
    page.gap()
    names = [name for name in _ORDER if name in work.fields]
    names += [name for name in work.fields if name not in names]
    at = max([12, *(len(name) + 4 for name in names)])
    for name in names:
        page.row(name, work.fields[name].shown, at=at)
    for loss in card.losses:
        page.row("lost", f"line {loss.line}: {loss.message}", at=at, style="yellow")
    cited(page, card.cited_by)
    return page.text()


def cited_list(card: WorkCard, *, width: int, colour: bool) -> str:
    """Return what rests on a work."""
    page = Page(width, colour=colour)
    cited(page, card.cited_by)
    return page.text()


def cited(page: Page, lines: Sequence[CitedLine]) -> None:
    """Add what rests on a work, by what it is cited for."""
    if not lines:
        page.heading("Nothing in the register rests on it.")
    for what, found in groupby(sorted(lines, key=lambda line: line.what), lambda line: line.what):
        members = list(found)
        page.heading(f"{what.upper()} ({len(members)})")
        for line in members:
            pinpoint = f" ({line.pinpoint})" if line.pinpoint else ""
            page.row("-", f"{line.subject}{pinpoint}: {line.title}", at=4)
