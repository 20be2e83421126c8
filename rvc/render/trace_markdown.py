"""The wording that answers a demand through all versions, as Markdown."""

from __future__ import annotations

from rvc.analysis.trace import Trace
from rvc.render.markdown_text import md
from rvc.render.marks import LEGEND
from rvc.render.redline_markdown import words_markdown
from rvc.render.trace_words import change_of, heading_of, ops_of, place_of


def trace_markdown(trace: Trace) -> str:
    """Return the trace as CommonMark with strikethrough; every character of texts is escaped."""
    lines = [f"# {md(trace.demand.title)}", "", f"Asked: {md(trace.demand.asked)}", ""]
    for wording in trace.wordings:
        lines += [f"## {md(heading_of(wording))}", ""]
        if not wording.text:
            lines += [md(wording.problem), ""]
            continue
        lines += [f"*{md(place_of(wording))}; {md(change_of(wording))}*", ""]
        lines += [line for note in wording.notes for line in (md(note), "")]
        lines += words_markdown(ops_of(wording))
    lines += [f"~~taken out~~ **put in**. Grades: {md(LEGEND)}."]
    return "\n".join(lines) + "\n"
