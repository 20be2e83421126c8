"""`rvc texts steps`."""

from __future__ import annotations

from typing import Annotated

import typer

from rvc.cli.options import JsonOption, MailtoOption, OutOption

app = typer.Typer(rich_markup_mode=None)


@app.command(
    epilog="Example: rvc texts steps https://www.senat.fr/dossier-legislatif/ppl14-376.html"
)
def steps(
    source: Annotated[
        str,
        typer.Argument(
            help="Address or file of a dossier (Assemblée, Sénat), Sénat feed or UK bills API list."
        ),
    ],
    mailto: MailtoOption = "",
    json: JsonOption = False,
    out: OutOption = None,
) -> None:
    """List the steps of a bill's passage and where each text stands, to register its versions."""
    from functools import partial

    from rvc.adapters.http import Fetcher
    from rvc.cli.writing import write_either
    from rvc.render.records_terminal import steps_terminal
    from rvc.tasks.records import steps as read

    with Fetcher(mailto=mailto) as fetcher:
        found = read(source, fetcher)
    write_either(found, partial(steps_terminal, found), json=json, out=out)
