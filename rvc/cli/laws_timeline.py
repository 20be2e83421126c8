"""`rvc laws timeline`."""

from __future__ import annotations

import typer

from rvc.cli.options import JsonOption, LawArgument, OutOption

app = typer.Typer(rich_markup_mode=None)


@app.command(epilog="Example: rvc laws timeline uk-modern-slavery")
def timeline(
    ctx: typer.Context,
    law: LawArgument,
    json: JsonOption = False,
    out: OutOption = None,
) -> None:
    """Tell a law's versions, events and turning points in the order of time."""
    from functools import partial

    from rvc.analysis import views
    from rvc.cli.reading import open_data, register_of, teller_of, the_laws
    from rvc.cli.writing import write_either
    from rvc.model.output import TimelineOutput
    from rvc.render import lists_terminal

    loaded = open_data(ctx, only=[law])
    found = the_laws(register_of(loaded), [law])[0]
    line = views.timeline(found, teller_of(loaded))
    write_either(TimelineOutput(line), partial(lists_terminal.timeline, line), json=json, out=out)
