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
    from rvc.adapters.data_folder import find_data
    from rvc.cli.reading import data_option
    from rvc.cli.refs_card import write_card
    from rvc.render.works_terminal import cited_list

    write_card(ctx, key, cited_list, json=json, out=out)
    folder = find_data(data_option(ctx))
    if not folder.has_laws:
        typer.echo(f"there is no register: no {folder.laws.name} beside the bibliography", err=True)
