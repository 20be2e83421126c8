"""In-text citations and what they mean, for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rvc.analysis.intext_match import IntextMatch
from rvc.model.citation import Resolution
from rvc.render.page import Page

_STYLES = {"resolved": "green", "ambiguous": "yellow", "unresolved": "red"}


def match_terminal(matches: Sequence[IntextMatch], file: str, *, width: int, colour: bool) -> str:
    """Return one block a citation: where, as printed, what it means or may mean."""
    page = Page(width, colour=colour)
    for match in matches:
        citation = match.citation
        place = f"{file}:{citation.line}:{citation.column}"
        page.whole(f"{place}: {citation.printed}", style="bold")
        for candidate in match.candidates:
            against = f" — {'; '.join(candidate.against)}" if candidate.against else ""
            sign = "=" if match.resolution is Resolution.RESOLVED else "?"
            page.row(sign, f"{candidate.key} ({candidate.label}){against}", at=4)
        if match.resolution is not Resolution.RESOLVED:
            said = match.resolution.value
            if not citation.names:
                said += ": not understood"
            elif not match.candidates:
                said += ": no work is near"
            page.row("→", said, at=4, style=_STYLES[match.resolution])
    page.gap()
    page.paragraph(counted(matches))
    return page.text()


def counted(matches: Sequence[IntextMatch]) -> str:
    """Return how many citations there are of each kind."""
    counts = Counter(match.resolution for match in matches)
    parts = [f"{counts[kind]} {kind}" for kind in Resolution if counts[kind]]
    noun = "citation" if len(matches) == 1 else "citations"
    return f"{len(matches)} {noun}: {', '.join(parts)}" if matches else "no citation was found"
