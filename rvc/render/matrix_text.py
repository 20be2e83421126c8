"""The matrix of laws by dimensions, for a terminal, in Markdown and as CSV."""

from __future__ import annotations

from rvc.model.dates import say_date
from rvc.model.output import Matrix, MatrixColumn, MatrixEntry
from rvc.model.printable import one_line
from rvc.render.csv_text import csv_text
from rvc.render.markdown_text import md, table
from rvc.render.marks import ATTAINMENT, DEGREE, LEGEND, MARKS, WORKS, doubt_mark, grade
from rvc.render.page import Page

_EMPTY = "–"
_NOTE = "– means that no demand on that dimension is registered for the law."


def matrix_terminal(matrix: Matrix, *, width: int, colour: bool) -> str:
    """Return the matrix as a table that wraps inside its cells and cuts nothing."""
    from io import StringIO

    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    grid = Table(show_lines=True, expand=False)
    grid.add_column("Dimension", overflow="fold")
    for column in matrix.columns:
        grid.add_column(Text(one_line(_heading(column))), overflow="fold")
    for row in matrix.rows:
        cells = ["\n".join(one_line(_entry(e)) for e in cell) or _EMPTY for cell in row.cells]
        grid.add_row(Text(one_line(row.label)), *map(Text, cells))
    out = StringIO()
    console = Console(
        file=out,
        width=width,
        color_system="standard" if colour else None,
        force_terminal=colour,
    )
    console.print(grid)
    page = Page(width, colour=colour)
    page.paragraph(f"{LEGEND}. {DEGREE}. {WORKS}. {_NOTE}", style="dim")
    page.paragraph(ATTAINMENT, style="dim")
    return out.getvalue() + page.text()


def matrix_markdown(matrix: Matrix) -> str:
    """Return the matrix as a Markdown table under a heading."""
    lines = [
        "# Laws by dimensions",
        "",
        *matrix_lines(matrix),
        "",
        f"*{md(LEGEND)}. {md(DEGREE)}. {md(WORKS)}. {md(_NOTE)}*",
    ]
    return "\n".join(lines) + "\n"


def matrix_lines(matrix: Matrix) -> list[str]:
    """Return the table alone, line by line."""
    header = ["Dimension", *(md(_heading(column)) for column in matrix.columns)]
    rows = [
        [md(row.label), *("<br>".join(md(_entry(e)) for e in cell) or _EMPTY for cell in row.cells)]
        for row in matrix.rows
    ]
    return table(header, rows)


def matrix_csv(matrix: Matrix) -> str:
    """Return one row a demand: law, version, dimension, demand, grade, basis, doubt."""
    rows = [
        [
            column.law,
            column.version,
            row.dimension,
            entry.demand,
            entry.title,
            grade(entry.attainment, entry.degree),
            entry.basis.value if entry.basis else "",
            entry.doubt,
        ]
        for row in matrix.rows
        for column, cell in zip(matrix.columns, row.cells, strict=True)
        for entry in cell
    ]
    header = ("law", "version", "dimension", "demand", "title", "attainment", "basis", "doubt")
    return csv_text(header, rows)


def _heading(column: MatrixColumn) -> str:
    date = f", {say_date(column.date)}" if column.date else ""
    return f"{column.short}: {column.name} ({column.role}{date})"


def _entry(entry: MatrixEntry) -> str:
    mark = f" {MARKS[entry.basis]}" if entry.basis else ""
    said = f"{entry.title}: {grade(entry.attainment, entry.degree)}{mark}"
    return said + doubt_mark(entry.doubt)


def render_matrix(matrix: Matrix, format: str, *, width: int = 80, colour: bool = False) -> str:
    """Return the matrix in a format: terminal, markdown, json or csv."""
    if format == "terminal":
        return matrix_terminal(matrix, width=width, colour=colour)
    if format == "markdown":
        return matrix_markdown(matrix)
    if format == "csv":
        return matrix_csv(matrix)
    from rvc.model.output import MatrixOutput
    from rvc.render.json_text import json_text

    return json_text(MatrixOutput(matrix))
