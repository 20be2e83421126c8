"""`rvc laws diff`: the main job."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from rvc.analysis.changes import Direction
from rvc.cli import completion
from rvc.cli.options import (
    DimensionOption,
    Format,
    FormatOption,
    FromOption,
    JsonFormatOption,
    LawsArgument,
    OutOption,
    TagOption,
    ToOption,
)

app = typer.Typer(rich_markup_mode=None)

_Demand = Annotated[
    Optional[list[str]],  # noqa: UP045 - read by Typer when the program starts
    typer.Option(help="Only this demand.", autocompletion=completion.demands),
]
_Direction = Annotated[
    Optional[list[Direction]],  # noqa: UP045
    typer.Option(
        help=f"Only demands that went this way: {', '.join(Direction)}.",
        metavar="WAY",
        autocompletion=completion.directions,
    ),
]


@app.command(epilog="Example: rvc laws diff fr-vigilance --direction lost --format markdown")
def diff(
    ctx: typer.Context,
    laws: LawsArgument = None,
    start: FromOption = "",
    end: ToOption = "",
    demand: _Demand = None,
    dimension: DimensionOption = None,
    direction: _Direction = None,
    tag: TagOption = None,
    format: FormatOption = Format.TERMINAL,
    json: JsonFormatOption = False,
    out: OutOption = None,
) -> None:
    """Say how each demand fared: asked, then, now, where it moved, who says so, how sure.

    Without options: every law, from the first proposal to the final text or, where nothing is
    final, the latest.
    """
    from rvc.analysis.changes import compare
    from rvc.analysis.telling import tell
    from rvc.cli.filters import Wanted, holding, nothing
    from rvc.cli.reading import open_data, register_of, reported, teller_of, the_laws
    from rvc.cli.writing import terminal, write
    from rvc.render.diff import render_diff

    loaded = open_data(ctx, only=None if demand else laws)
    register, teller = register_of(loaded), teller_of(loaded)
    wanted = Wanted(register, demand or (), dimension or (), direction or (), tag or ())
    chosen = wanted.laws(reported(the_laws(register, laws), teller))
    if not laws:
        chosen = holding(chosen, start, end)
    told = [
        tell(compare(law, start, end), teller, wanted.of(law), wanted.of_process(law))
        for law in chosen
    ]
    kept = [brief for brief in told if brief.stories or brief.process or not wanted.narrow]
    look = terminal(out)
    name = Format.JSON if json else format
    write(render_diff(kept, name.value, width=look.width, colour=look.colour), out)
    if not kept:
        typer.echo(nothing(register, wanted, laws or ()), err=True)
