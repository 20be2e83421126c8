"""`rvc texts add`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rvc.cli.options import JsonOption
from rvc.cli.texts_chosen import VersionArgument

app = typer.Typer(rich_markup_mode=None)


@app.command(epilog="Example: rvc texts add fr-vigilance@fr-loi-2017-399 loi-2017-399.html")
def add(
    ctx: typer.Context,
    version: VersionArgument,
    file: Annotated[Path, typer.Argument(help="The file, as you saved it.", metavar="FILE")],
    url: Annotated[str, typer.Option(help="The page that it was saved from.")] = "",
    json: JsonOption = False,
) -> None:
    """Keep a file saved by hand as the text of a version: many official sites refuse programs.

    It counts instead of the page and is not fetched over, until `rvc texts fetch --accept
    LAW@VERSION` takes the page again.
    """
    from rvc.adapters.kept_texts import kept_texts
    from rvc.cli.reading import open_data, register_of
    from rvc.cli.texts_chosen import the_version
    from rvc.cli.writing import terminal, write
    from rvc.model.output_texts import FetchOutput
    from rvc.render.json_text import json_text
    from rvc.render.texts_terminal import fetched
    from rvc.tasks.add_text import add as add_file

    loaded = open_data(ctx)
    law, found = the_version(register_of(loaded), version)
    line = add_file(kept_texts(loaded.folder), law, found, file, url)
    write(json_text(FetchOutput((line,))) if json else fetched([line], terminal().width))
