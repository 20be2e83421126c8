"""`rvc texts list`."""

from __future__ import annotations

import typer

from rvc.cli.options import JsonOption, OutOption
from rvc.cli.texts_chosen import VersionsArgument

app = typer.Typer(rich_markup_mode=None)


@app.command("list", epilog="Example: rvc texts list fr-vigilance")
def list_texts(
    ctx: typer.Context,
    versions: VersionsArgument = None,
    json: JsonOption = False,
    out: OutOption = None,
) -> None:
    """List the pages of the versions: what is kept, since when, and what is not."""
    from rvc.adapters.kept_texts import kept_texts
    from rvc.cli.reading import open_data, register_of, say_if_empty
    from rvc.cli.texts_chosen import the_versions
    from rvc.cli.writing import terminal, write
    from rvc.model.output_texts import TextListOutput
    from rvc.render.json_text import json_text
    from rvc.render.texts_terminal import listed
    from rvc.tasks.texts_state import text_lines
    from rvc.tasks.unregistered import unregistered_lines

    loaded = open_data(ctx)
    register, texts = register_of(loaded), kept_texts(loaded.folder)
    say_if_empty(register)
    lines = text_lines(texts, the_versions(register, versions))
    asked = {each.partition("@")[0] for each in versions or ()}
    astray = unregistered_lines(texts.lock(), register)
    lines += [line for line in astray if not asked or line.law in asked]
    text = json_text(TextListOutput(tuple(lines))) if json else listed(lines, terminal(out).width)
    write(text, out)
