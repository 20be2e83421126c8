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
    from rvc.cli.refs_card import write_card
    from rvc.render.works_terminal import work_card

    write_card(ctx, key, work_card, json=json, out=out)
