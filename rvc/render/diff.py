"""The formats of `rvc laws diff`."""

from __future__ import annotations

from collections.abc import Sequence

from rvc.model.brief import Brief


def render_diff(
    briefs: Sequence[Brief], format: str, *, width: int = 80, colour: bool = False
) -> str:
    """Return the briefs in a format: terminal, markdown, json or csv."""
    if format == "terminal":
        from rvc.render.diff_terminal import diff_terminal

        return diff_terminal(briefs, width=width, colour=colour)
    if format == "markdown":
        from rvc.render.diff_markdown import diff_markdown

        return diff_markdown(briefs)
    if format == "csv":
        from rvc.render.diff_csv import diff_csv

        return diff_csv(briefs)
    from rvc.model.output import DiffOutput
    from rvc.render.json_text import json_text

    return json_text(DiffOutput(tuple(briefs)))
