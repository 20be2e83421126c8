"""`rvc refs cited-by`."""

from __future__ import annotations

import typer

from rvc.cli.options import JsonOption, KeyArgument, OutOption

app = typer.Typer(rich_markup_mode=None)


@app.command("cited-by", epilog="Example: rvc refs cited-by loi2017399")
def cited_by(
    ctx: typer.Context,
    key: KeyArgument,
    json: JsonOption = False,
    out: OutOption = None,
) -> None:
    """Say what in the register rests on a work."""
    from rvc.cli.refs_card import card_of
    from rvc.cli.writing import terminal, write
    from rvc.model.output_refs import RefsShowOutput
    from rvc.render.json_text import json_text
    from rvc.render.works_terminal import cited_list

    card = card_of(ctx, key)
    look = terminal(out)
    text = (
        json_text(RefsShowOutput(card))
        if json
        else cited_list(card.cited_by, width=look.width, colour=look.colour)
    )
    write(text, out)
