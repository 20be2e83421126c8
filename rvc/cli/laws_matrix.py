"""`rvc laws matrix`."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from rvc.cli import completion
from rvc.cli.writing import Format, FormatOption, JsonOption, OutOption

app = typer.Typer(rich_markup_mode=None)


@app.command(epilog="Example: rvc laws matrix --format markdown -o matrix.md")
def matrix(
    ctx: typer.Context,
    laws: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Argument(help="Ids of laws; all when none.", autocompletion=completion.laws),
    ] = None,
    at: Annotated[
        str, typer.Option(help="`first`, `reversion` …; the final or latest text when not given.")
    ] = "",
    tag: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option(help="Only what carries this tag.", autocompletion=completion.tags),
    ] = None,
    format: FormatOption = Format.TERMINAL,
    json: JsonOption = False,
    out: OutOption = None,
) -> None:
    """Compare the laws, dimension by dimension, at the final or latest text of each."""
    from rvc.analysis import views
    from rvc.cli.filters import Wanted
    from rvc.cli.reading import open_data, register_of, reported, teller_of, the_laws
    from rvc.cli.writing import terminal, write
    from rvc.render.matrix_text import render_matrix

    loaded = open_data(ctx, only=laws)
    register, teller = register_of(loaded), teller_of(loaded)
    wanted = Wanted(register, tags=tag or ())
    chosen = wanted.laws(reported(the_laws(register, laws), teller))
    found = views.matrix(chosen, teller, at, wanted.asks)
    look = terminal(out)
    name = Format.JSON if json else format
    write(render_matrix(found, name.value, width=look.width, colour=look.colour), out)
