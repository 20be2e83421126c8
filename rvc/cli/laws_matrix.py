"""`rvc laws matrix`."""

from __future__ import annotations

from typing import Annotated

import typer

from rvc.cli.options import (
    Format,
    FormatOption,
    JsonFormatOption,
    LawsArgument,
    OutOption,
    TagOption,
)

app = typer.Typer(rich_markup_mode=None)


@app.command(epilog="Example: rvc laws matrix --format markdown -o matrix.md")
def matrix(
    ctx: typer.Context,
    laws: LawsArgument = None,
    at: Annotated[
        str, typer.Option(help="`first`, `reversion` …; the final or latest text when not given.")
    ] = "",
    tag: TagOption = None,
    format: FormatOption = Format.TERMINAL,
    json: JsonFormatOption = False,
    out: OutOption = None,
) -> None:
    """Compare the laws, dimension by dimension, at the final or latest text of each."""
    from rvc.analysis import views
    from rvc.cli.filters import Wanted
    from rvc.cli.reading import open_data, register_of, reported, say_if_empty, teller_of, the_laws
    from rvc.cli.writing import terminal, write
    from rvc.render.matrix_text import render_matrix

    loaded = open_data(ctx, only=laws)
    register, teller = register_of(loaded), teller_of(loaded)
    say_if_empty(register)
    wanted = Wanted(register, tags=tag or ())
    chosen = wanted.laws(reported(the_laws(register, laws), teller))
    found = views.matrix(chosen, teller, at, wanted.asks)
    look = terminal(out)
    name = Format.JSON if json else format
    write(render_matrix(found, name.value, width=look.width, colour=look.colour), out)
