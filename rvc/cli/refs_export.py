"""`rvc refs export`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rvc.cli import completion
from rvc.cli.options import KeysArgument, OutOption

if TYPE_CHECKING:
    from rvc.tasks.works import Picked

app = typer.Typer(rich_markup_mode=None)


class ExportFormat(StrEnum):
    """In which form works are exported."""

    CSL_JSON = "csl-json"
    RIS = "ris"
    BIBTEX = "bibtex"
    BIBLATEX = "biblatex"
    CSV = "csv"
    JSONL = "jsonl"
    MARKDOWN = "markdown"
    HTML = "html"


@app.command(epilog="Example: rvc refs export --format csl-json -o works.json")
def export(
    ctx: typer.Context,
    keys: KeysArgument = None,
    format: Annotated[
        ExportFormat,
        typer.Option("--format", "-f", help=f"One of: {', '.join(ExportFormat)}.", metavar="FORM"),
    ] = ExportFormat.CSL_JSON,
    style: Annotated[
        str,
        typer.Option(
            help="Style of Markdown and HTML lists, or a .csl file.",
            autocompletion=completion.styles,
        ),
    ] = "apa",
    out: OutOption = None,
) -> None:
    """Export works for other programs or as a page.

    Placeholders of unresolved citations are no works: they are left out, and said to be, except
    from .bib files. Exit 1 when an entry is not whole, because BibTeX cannot read it to its end.
    """
    from rvc.adapters.data_folder import find_data
    from rvc.cli.reading import data_option, say_folder
    from rvc.cli.refs_whole import exit_if_not_whole
    from rvc.cli.writing import write
    from rvc.tasks.works import pick

    folder = find_data(data_option(ctx))
    say_folder(folder)
    picked = pick(folder, keys or ())
    write(_exported(picked, format, style), out)
    if picked.unresolved and format not in {ExportFormat.BIBTEX, ExportFormat.BIBLATEX}:
        typer.echo(f"left out, unresolved: {', '.join(picked.unresolved)}", err=True)
    _say_left_behind(picked, format)
    exit_if_not_whole(picked.not_whole, str(folder.references))


def _exported(picked: Picked, format: ExportFormat, style: str) -> str:
    from rvc.cli.reading import one_of
    from rvc.render import export as formats
    from rvc.render.cite.table import STYLES
    from rvc.tasks.works import csl_items, in_dialect

    if format is ExportFormat.BIBTEX:
        return in_dialect(picked, "bibtex")
    if format is ExportFormat.BIBLATEX:
        return in_dialect(picked, "biblatex")
    items = csl_items(picked)
    if style.lower().endswith(".csl") and format in {ExportFormat.MARKDOWN, ExportFormat.HTML}:
        return _by_pandoc(items, format, Path(style))
    if format is ExportFormat.MARKDOWN:
        return formats.markdown_list(items, one_of(style, STYLES, "style"))
    if format is ExportFormat.HTML:
        return formats.html_list(items, one_of(style, STYLES, "style"))
    plain_formats = {
        ExportFormat.CSL_JSON: formats.csl_json,
        ExportFormat.RIS: formats.ris,
        ExportFormat.CSV: formats.csv_table,
        ExportFormat.JSONL: formats.json_lines,
    }
    return plain_formats[format](items)


def _say_left_behind(picked: Picked, format: ExportFormat) -> None:
    """Say on standard error what works say that the format cannot carry."""
    from rvc.render.export import left_behind
    from rvc.tasks.works import csl_items, unsaid_fields

    if format in {ExportFormat.CSL_JSON, ExportFormat.JSONL, ExportFormat.RIS, ExportFormat.CSV}:
        left = [*unsaid_fields(picked), *left_behind(csl_items(picked), format.value)]
        if left:
            typer.echo(f"{format} has no place for: {', '.join(left)}", err=True)


def _by_pandoc(items: list[dict[str, Any]], format: ExportFormat, csl: Path) -> str:
    from rvc.adapters.pandoc import reference_list
    from rvc.render.export import html_page

    if format is ExportFormat.HTML:
        return html_page(reference_list(items, csl, "html").strip())
    return reference_list(items, csl, "commonmark-raw_html")
