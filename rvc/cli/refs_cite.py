"""`rvc refs cite`."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rvc.cli import completion
from rvc.cli.options import OutOption

if TYPE_CHECKING:
    from rvc.adapters.data_folder import DataFolder

app = typer.Typer(rich_markup_mode=None)


@app.command(epilog="Example: rvc refs cite day2004 levyegan2003 --style chicago-author-date")
def cite(
    ctx: typer.Context,
    keys: Annotated[list[str], typer.Argument(help="Cite keys.", autocompletion=completion.keys)],
    style: Annotated[
        str,
        typer.Option(
            help="apa, chicago-author-date, harvard, ieee, mla, vancouver, or a .csl file.",
            autocompletion=completion.styles,
        ),
    ] = "apa",
    in_text: Annotated[
        bool, typer.Option("--in-text", help="Print the citation for a text instead.")
    ] = False,
    out: OutOption = None,
) -> None:
    """Print works as a reference list, or as a citation in a text.

    Exit 1 when an entry is not whole, because BibTeX cannot read it to its end.
    """
    from rvc.adapters.data_folder import find_data
    from rvc.cli.reading import data_option, say_folder
    from rvc.cli.refs_whole import exit_if_not_whole
    from rvc.cli.writing import write
    from rvc.errors import RvcError
    from rvc.tasks.works import csl_items, pick

    folder = find_data(data_option(ctx))
    say_folder(folder)
    picked = pick(folder, keys)
    if picked.unresolved:
        message = f"'{picked.unresolved[0]}' stands for an unresolved citation, it is no work"
        raise RvcError(message, hint="rvc refs show tells what it may mean")
    write(_said(csl_items(picked), style, in_text=in_text), out)
    _say_doubts(ctx, folder, {entry.key for entry in picked.entries})
    exit_if_not_whole(picked.not_whole, str(folder.references))


def _say_doubts(ctx: typer.Context, folder: DataFolder, keys: Collection[str]) -> None:
    """Say on standard error which of these works were retracted or are in doubt."""
    if not folder.evidence.exists():
        return
    from rvc.cli.reading import open_references
    from rvc.cli.refs_card import grave_doubts, say_doubts

    doubts = grave_doubts(folder, open_references(ctx).bibliography)
    say_doubts({key: doubt for key, doubt in doubts.items() if key in keys})


def _said(items: list[dict[str, Any]], name: str, *, in_text: bool) -> str:
    from rvc.model.printable import printable

    if name.lower().endswith(".csl"):
        from rvc.adapters.pandoc import citation, reference_list

        csl = Path(name)
        return printable(citation(items, csl) if in_text else reference_list(items, csl))
    from rvc.cli.reading import one_of
    from rvc.render.cite.runs import plain
    from rvc.render.cite.table import STYLES, in_order, number, style

    used = style(one_of(name, STYLES, "style"))
    ordered = in_order(items, used.name)
    if in_text:
        return printable(used.cite(ordered)) + "\n"
    lines = [f"{number(item, used.name)}{plain(used.entry(item))}" for item in ordered]
    return printable("\n".join(lines)) + "\n"
