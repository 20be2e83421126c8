"""`rvc texts show`."""

from __future__ import annotations

from typing import Annotated

import typer

from rvc.cli.options import JsonOption, OutOption
from rvc.cli.texts_chosen import VersionArgument

app = typer.Typer(rich_markup_mode=None)


@app.command(epilog="Example: rvc texts show fr-vigilance@final --text")
def show(
    ctx: typer.Context,
    version: VersionArgument,
    words: Annotated[bool, typer.Option("--text", help="Print the words too.")] = False,
    json: JsonOption = False,
    out: OutOption = None,
) -> None:
    """Show the text of a version as it was read: where from, what its provisions are."""
    from rvc.adapters.kept_texts import kept_texts
    from rvc.cli.reading import open_data, register_of
    from rvc.cli.texts_chosen import the_version
    from rvc.cli.writing import terminal, write
    from rvc.render.json_text import json_text
    from rvc.render.texts_terminal import shown_text
    from rvc.tasks.read_texts import Reader, must_have
    from rvc.tasks.texts_state import text_card

    loaded = open_data(ctx)
    law, found = the_version(register_of(loaded), version)
    card = text_card(*must_have(Reader(kept_texts(loaded.folder)), law, found), words)
    write(json_text(card) if json else shown_text(card, terminal(out).width), out)
