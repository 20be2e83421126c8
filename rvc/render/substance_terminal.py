"""Candidates of substance, for a terminal."""

from __future__ import annotations

from rvc.model.output_substance import SubstanceLine, SubstanceOutput
from rvc.render.page import Page

_NOTE = (
    "Candidates for a person to read, found by patterns in English and French: what changes a duty "
    "and what does not is for the reader to say."
)


def substance_terminal(output: SubstanceOutput, *, width: int, colour: bool) -> str:
    """Return one block a provision: what only the earlier text has, what only the later one has."""
    page = Page(width, colour=colour)
    both = bool(output.left)
    page.heading(f"{output.left} → {output.right}" if both else output.right, "bold underline")
    for one in output.provisions:
        page.heading(one.provision)
        for line in one.before:
            page.row("- only before", _said(line), at=18, style="red")
        for line in one.after:
            page.row(
                "+ only after" if both else "",
                _said(line),
                at=18 if both else 4,
                style="green" if both else "",
            )
    if not output.provisions:
        page.paragraph(
            "No amount, deadline, threshold or binding word differs."
            if both
            else "No amount, deadline, threshold or binding word was found."
        )
    page.gap()
    for note in output.notes:
        page.paragraph(f"Note: {note}.", style="bold")
    page.paragraph(_NOTE, style="dim")
    return page.text()


def _said(line: SubstanceLine) -> str:
    return f"{line.kind}: {line.said} (“{line.quote}”)"
