"""`rvc refs show`."""

from __future__ import annotations

import typer

from rvc.cli.options import JsonOption, KeyArgument, OutOption

app = typer.Typer(rich_markup_mode=None)


@app.command(epilog="Example: rvc refs show loi2017399")
def show(
    ctx: typer.Context,
    key: KeyArgument,
    json: JsonOption = False,
    out: OutOption = None,
) -> None:
    """Show a work and which laws, codings and turning points rest on it."""
    from rvc.cli.refs_card import card_of
    from rvc.cli.writing import terminal, write
    from rvc.model.output_refs import RefsShowOutput
    from rvc.render.json_text import json_text
    from rvc.render.works_terminal import work_card

    card = card_of(ctx, key)
    look = terminal(out)
    text = (
        json_text(RefsShowOutput(card))
        if json
        else work_card(card, width=look.width, colour=look.colour)
    )
    write(text, out)
