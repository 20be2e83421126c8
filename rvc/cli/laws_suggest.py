"""`rvc laws suggest`."""

from __future__ import annotations

from typing import Annotated

import typer

from rvc.cli import completion
from rvc.cli.options import JsonOption, LawArgument, OutOption

app = typer.Typer(rich_markup_mode=None)


@app.command(epilog="Example: rvc laws suggest un-binding-treaty --version latest")
def suggest(
    ctx: typer.Context,
    law: LawArgument,
    version: Annotated[
        str,
        typer.Option(
            help="The version to be coded; the final or latest text when not given.",
            autocompletion=completion.versions,
        ),
    ] = "",
    json: JsonOption = False,
    out: OutOption = None,
) -> None:
    """Say which codings to look at again in a version, and where in it each demand may be answered.

    It compares with the latest earlier version whose text is here. It proposes; a person codes.
    """
    from functools import partial

    from rvc.adapters.kept_texts import kept_texts
    from rvc.cli.reading import open_data, register_of, the_laws
    from rvc.cli.writing import write_either
    from rvc.render.suggest_terminal import suggest_terminal
    from rvc.tasks.trace_demand import suggestions

    loaded = open_data(ctx)
    found = the_laws(register_of(loaded), [law])[0]
    made = suggestions(kept_texts(loaded.folder), found, version or found.end)
    write_either(made, partial(suggest_terminal, made), json=json, out=out)
