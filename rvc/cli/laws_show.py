"""`rvc laws show`."""

from __future__ import annotations

import typer

from rvc.cli.options import JsonOption, LawArgument, OutOption

app = typer.Typer(rich_markup_mode=None)


@app.command(epilog="Example: rvc laws show un-binding-treaty")
def show(
    ctx: typer.Context,
    law: LawArgument,
    json: JsonOption = False,
    out: OutOption = None,
) -> None:
    """Show a law: what it is, its versions, its demands, and what is not known of it."""
    from functools import partial

    from rvc.analysis.views import law_card as card_of
    from rvc.cli.reading import open_data, register_of, teller_of, the_laws
    from rvc.cli.writing import write_either
    from rvc.model.output import LawShowOutput
    from rvc.render.lists_terminal import law_card

    loaded = open_data(ctx, only=[law])
    found = the_laws(register_of(loaded), [law])[0]
    card = card_of(found, teller_of(loaded))
    write_either(LawShowOutput(card), partial(law_card, card), json=json, out=out)
