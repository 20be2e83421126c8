"""The codebook as a page: scale, dimensions, coder's instructions."""

from __future__ import annotations

from rvc.model.codebook import Basis, Codebook, Confidence, Degree, Grades
from rvc.render.markdown_text import md, table
from rvc.render.marks import MARKS, WORDS


def codebook_page(book: Codebook) -> str:
    """Return the codebook in Markdown."""
    lines = [
        "# Codebook",
        "",
        (
            "Made from `data/laws.yaml` (`make docs`); do not edit by hand. How codings are made "
            "and what they cannot say: [method](method.md)."
        ),
        "",
        "## The scale of attainment",
        "",
        *_grades(book.scale),
        f"- **not checked**: {md(book.not_checked)}",
        "",
        "## What a statement rests on",
        "",
        *(f"- {MARKS[basis]} **{basis.value}**: {WORDS[basis]}" for basis in Basis),
        "",
        (
            f"Degree: {', '.join(f'`{word.value}`' for word in Degree)}. "
            f"Confidence: {', '.join(f'`{word.value}`' for word in Confidence)}."
        ),
        "",
        "## Coders",
        "",
        *(f"- **{md(coder.name)}** (`{coder.id}`): {md(coder.note)}" for coder in book.coders),
        "",
        "## Dimensions",
        "",
        *table(
            ["Dimension", "Measures"],
            [[f"[{md(d.label)}](#{d.id})", md(d.definition)] for d in book.dimensions],
        ),
        "",
    ]
    for dimension in book.dimensions:
        lines += [
            f'<a id="{dimension.id}"></a>',
            "",
            f"### {md(dimension.label)} (`{dimension.id}`)",
            "",
            md(dimension.definition),
            "",
            f"*The coder:* {md(dimension.instructions)}",
            "",
            *_grades(dimension.grades),
            "",
        ]
    return "\n".join(lines)


def _grades(grades: Grades) -> list[str]:
    names = ("none", "symbolic", "partial", "substantial", "full")
    return [f"- **{name}**: {md(getattr(grades, name))}" for name in names]
