"""The brief that compares laws."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from rvc.model.brief import Brief
from rvc.model.dates import say_date
from rvc.model.output import Matrix
from rvc.render.diff_markdown import direction, legend_lines
from rvc.render.markdown_text import code, md, table
from rvc.render.matrix_text import matrix_lines


def comparison_markdown(title: str, briefs: Sequence[Brief], matrix: Matrix) -> str:
    """Return the comparing brief: a line a law, counts of directions, the matrix, what was lost."""
    lines = [f"# {md(title)}", ""]
    for brief in briefs:
        dates = " → ".join(say_date(end.date) for end in (brief.start, brief.end) if end.date)
        name = f"[{md(brief.short)}]({quote(brief.law)}.md)"
        lines.append(f"- {name} ({md(dates)}): {md(brief.headline)}")
    lines += ["", "## Directions", "", *_counts(briefs), "", "## Laws by dimensions", ""]
    lines += [*matrix_lines(matrix), "", *legend_lines(), "", "## Lost or weakened", ""]
    for brief in briefs:
        lines += [*_fallen(brief), ""]
    return "\n".join(lines).rstrip() + "\n"


def _counts(briefs: Sequence[Brief]) -> list[str]:
    directions = list(briefs[0].counts) if briefs else []
    rows = [
        [md(brief.short), *(str(brief.counts[name]) for name in directions)] for brief in briefs
    ]
    return table(["Law", *(name.replace("-", " ") for name in directions)], rows)


def _fallen(brief: Brief) -> list[str]:
    lines = [f"### {md(brief.short)}", ""]
    fallen = [story for story in brief.stories if story.direction in {"lost", "weakened"}]
    lines += [
        f"- {md(story.title)} ({code(story.id)}) {direction(story)}: {md(story.sentence)}"
        for story in fallen
    ]
    return lines if fallen else [*lines, "Nothing that was checked was lost or weakened."]
