"""`rvc laws list`."""

from __future__ import annotations

import typer

from rvc.cli.options import JsonOption, OutOption, TagOption

app = typer.Typer(rich_markup_mode=None)


@app.command("list", epilog="Example: rvc laws list --tag state-regulation")
def list_(
    ctx: typer.Context,
    tag: TagOption = None,
    json: JsonOption = False,
    out: OutOption = None,
) -> None:
    """List the laws of the register."""
    from rvc.analysis.views import law_line
    from rvc.cli.filters import Wanted
    from rvc.cli.reading import open_data, register_of
    from rvc.cli.writing import terminal, write
    from rvc.model.output import LawListOutput
    from rvc.render.json_text import json_text
    from rvc.render.lists_terminal import law_list

    register = register_of(open_data(ctx))
    lines = tuple(law_line(law) for law in Wanted(register, tags=tag or ()).laws(register.laws))
    look = terminal(out)
    text = (
        json_text(LawListOutput(lines))
        if json
        else law_list(lines, width=look.width, colour=look.colour)
    )
    write(text, out)
