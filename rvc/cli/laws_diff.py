"""`rvc laws diff`: the main job."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from rvc.analysis.changes import Direction
from rvc.cli import completion
from rvc.cli.writing import Format, FormatOption, JsonOption, OutOption

app = typer.Typer(rich_markup_mode=None)


@app.command(epilog="Example: rvc laws diff fr-vigilance --direction lost --format markdown")
def diff(
    ctx: typer.Context,
    laws: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Argument(help="Ids of laws; all when none.", autocompletion=completion.laws),
    ] = None,
    start: Annotated[
        str,
        typer.Option(
            "--from",
            help="Version to start from (`reversion`: the law before).",
            autocompletion=completion.versions,
        ),
    ] = "",
    end: Annotated[
        str, typer.Option("--to", help="Version to end at.", autocompletion=completion.versions)
    ] = "",
    demand: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option(help="Only this demand.", autocompletion=completion.demands),
    ] = None,
    dimension: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option(help="Only this dimension.", autocompletion=completion.dimensions),
    ] = None,
    direction: Annotated[
        Optional[list[Direction]],  # noqa: UP045
        typer.Option(help="Only demands that went this way."),
    ] = None,
    tag: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option(help="Only what carries this tag.", autocompletion=completion.tags),
    ] = None,
    format: FormatOption = Format.TERMINAL,
    json: JsonOption = False,
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
