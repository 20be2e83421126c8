"""`rvc laws demands`."""

from __future__ import annotations

import typer

from rvc.cli.options import DimensionOption, JsonOption, LawsArgument, OutOption, TagOption

app = typer.Typer(rich_markup_mode=None)


@app.command(epilog="Example: rvc laws demands fr-vigilance --dimension burden-of-proof")
def demands(
    ctx: typer.Context,
    laws: LawsArgument = None,
    dimension: DimensionOption = None,
    tag: TagOption = None,
    json: JsonOption = False,
    out: OutOption = None,
) -> None:
    """Say what was asked, by whom, where and when."""
    from functools import partial

    from rvc.analysis.views import demand_line
    from rvc.cli.filters import Wanted
    from rvc.cli.reading import open_data, register_of, say_if_empty, teller_of, the_laws
    from rvc.cli.writing import write_either
    from rvc.model.output import DemandsOutput
    from rvc.render.lists_terminal import demand_list

    loaded = open_data(ctx, only=laws)
    register, teller = register_of(loaded), teller_of(loaded)
    say_if_empty(register)
    wanted = Wanted(register, dimensions=dimension or (), tags=tag or ())
    asked = [
        (law, demand)
        for law in the_laws(register, laws)
        for demand in law.demands
        if wanted.asks(law, demand)
    ]
    lines = tuple(demand_line(law, demand, teller) for law, demand in asked)
    organisations = teller.called(demand for _, demand in asked)
    listed = DemandsOutput(lines, organisations=organisations)
    write_either(listed, partial(demand_list, lines, organisations), json=json, out=out)
