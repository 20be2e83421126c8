"""The wording that answers a demand through all versions, for a terminal."""

from __future__ import annotations

from rvc.analysis.trace import Trace
from rvc.render.marks import LEGEND
from rvc.render.page import Page
from rvc.render.redline_terminal import words_terminal
from rvc.render.trace_words import change_of, heading_of, ops_of, place_of


def trace_terminal(trace: Trace, *, width: int = 80, colour: bool = False) -> str:
    """Return the trace as lines of at most `width` columns, changes marked as in a redline."""
    head = Page(width, colour=colour)
    head.heading(f"{trace.demand.title} [{trace.law.id}/{trace.demand.id}]", "bold underline")
    head.row("asked", trace.demand.asked)
    blocks = [head.text()]
    for wording in trace.wordings:
        page = Page(width, colour=colour)
        page.paragraph(heading_of(wording), style="bold")
        if wording.text:
            page.row("where", place_of(wording))
            page.row("redline", change_of(wording))
            for note in wording.notes:
                page.row("note", note)
            words = words_terminal(ops_of(wording), width=width, colour=colour)
            blocks.append(f"{page.text()}\n{words}")
        else:
            page.row("where", wording.problem)
            blocks.append(page.text())
    foot = Page(width, colour=colour)
    foot.paragraph(f"[-taken out-] {{+put in+}}. Grades: {LEGEND}.", style="dim")
    return "\n".join([*blocks, foot.text()])
