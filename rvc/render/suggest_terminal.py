"""What to code again in a new version, for a terminal."""

from __future__ import annotations

from rvc.model.output_texts import Suggestion, SuggestOutput
from rvc.render.page import Page


def suggest_terminal(found: SuggestOutput, *, width: int = 80, colour: bool = False) -> str:
    """Return the suggestions: first what to look at again and why, then the rest."""
    page = Page(width, colour=colour)
    again = [one for one in found.suggestions if one.again]
    since = f" (compared with {found.before})" if found.before else " (no earlier text is here)"
    page.heading(f"{found.law}@{found.version}{since}", "bold underline")
    page.heading(f"LOOK AT AGAIN ({len(again)})")
    for one in again:
        _suggestion(page, one)
    rest = [one for one in found.suggestions if not one.again]
    unchanged = "NOTHING CHANGED WHERE THEIR EVIDENCE LIES"
    page.heading(f"{unchanged if found.before else 'NOTHING TO COMPARE WITH'} ({len(rest)})")
    for one in rest:
        _suggestion(page, one)
    page.gap()
    page.paragraph(
        "These are proposals by shared words, no codings: only a person codes.", style="dim"
    )
    return page.text()


def _suggestion(page: Page, one: Suggestion) -> None:
    page.gap()
    page.paragraph(f"{one.title} [{one.demand}]", style="bold")
    for reason in one.reasons:
        page.row("why", reason)
    for candidate in one.candidates:
        said = f"{candidate.name or candidate.eid} ({candidate.score:.2f}): {candidate.excerpt}"
        page.row("look at", said)
    if not one.candidates:
        page.row("look at", "no provision shares its words")
