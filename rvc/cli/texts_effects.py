"""`rvc texts effects`."""

from __future__ import annotations

from typing import Annotated

import typer

from rvc.cli.options import JsonOption, MailtoOption, OutOption

app = typer.Typer(rich_markup_mode=None)


@app.command(
    epilog="Example: rvc texts effects https://www.legislation.gov.uk/changes/affected/ukpga/2015/30/data.feed"
)
def effects(
    source: Annotated[
        str, typer.Argument(help="Address or file of a feed of effects, or of a CLML text.")
    ],
    pending: Annotated[
        bool, typer.Option("--pending", help="Only those not yet made in the text shown.")
    ] = False,
    mailto: MailtoOption = "",
    json: JsonOption = False,
    out: OutOption = None,
) -> None:
    """List what laws change in each other, as legislation.gov.uk records it."""
    from rvc.adapters.http import Fetcher
    from rvc.cli.writing import terminal, write
    from rvc.render.json_text import json_text
    from rvc.render.records_terminal import effects_terminal
    from rvc.tasks.records import effects as read

    with Fetcher(mailto=mailto) as fetcher:
        found = read(source, fetcher, pending=pending)
    look = terminal(out)
    text = effects_terminal(found, width=look.width, colour=look.colour)
    write(json_text(found) if json else text, out)
