"""`rvc refs cited`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from rvc.cli.options import JsonOption, OutOption

app = typer.Typer(rich_markup_mode=None)


@app.command(epilog="Example: rvc refs cited paper.md chapters/*.tex --subset used.bib")
def cited(
    ctx: typer.Context,
    manuscripts: Annotated[
        list[Path], typer.Argument(help="md, tex, aux, typ, qmd, ipynb, org, docx …")
    ],
    subset: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(help="Write the entries that are cited to this file.", metavar="OUT.bib"),
    ] = None,
    unused: Annotated[bool, typer.Option("--unused", help="List the works never cited.")] = False,
    json: JsonOption = False,
    out: OutOption = None,
) -> None:
    """Say which works manuscripts cite, and which of their citations lead nowhere.

    What cites the whole bibliography (`\\nocite{*}`, `nocite: "@*"`) leaves no work uncited.
    Files that LaTeX sources include are read too. Fields of Word files without a key are looked
    up by DOI, or by title, people and year. Exit 1 when a citation leads nowhere, an included
    file is not there, or an entry of the subset is not whole.
    """
    from rvc.adapters.data_folder import find_data
    from rvc.cli.reading import data_option, say_folder
    from rvc.cli.refs_whole import exit_if_not_whole
    from rvc.cli.writing import write
    from rvc.render.cited_text import cited_text
    from rvc.render.json_text import json_text
    from rvc.tasks.cited_works import cited_works
    from rvc.tasks.works import pick, subset_text

    folder = find_data(data_option(ctx))
    say_folder(folder)
    picked = pick(folder)
    found = cited_works(picked, manuscripts)
    if subset is not None:
        write(subset_text(picked, found.cited), subset)
    write(json_text(found) if json else cited_text(found, unused=unused), out)
    if subset is not None:
        used = [entry for entry in picked.not_whole if entry.key in set(found.cited)]
        exit_if_not_whole(used, str(folder.references))
    if found.undefined or found.unresolved or found.keyless or found.missing:
        raise typer.Exit(1)
