"""`rvc texts effects`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any

import typer

from rvc.cli import completion
from rvc.cli.options import JsonOption, MailtoOption, OutOption

_LAW = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

app = typer.Typer(rich_markup_mode=None)


@app.command(epilog="Example: rvc texts effects uk-modern-slavery")
def effects(
    ctx: typer.Context,
    source: Annotated[
        str,
        typer.Argument(
            help="A law of the register, or address or file of a feed of effects or a CLML text.",
            autocompletion=completion.laws,
        ),
    ],
    pending: Annotated[
        bool, typer.Option("--pending", help="Only those not yet made in the text shown.")
    ] = False,
    mailto: MailtoOption = "",
    json: JsonOption = False,
    out: OutOption = None,
) -> None:
    """List what laws change in each other, as legislation.gov.uk records it."""
    from functools import partial

    from rvc.adapters.http import Fetcher
    from rvc.cli.writing import write_either
    from rvc.render.records_terminal import effects_terminal
    from rvc.tasks.records import effects as read

    with Fetcher(mailto=mailto) as fetcher:
        found = read(_source(ctx, source), fetcher, pending=pending)
    write_either(found, partial(effects_terminal, found), json=json, out=out)


def _source(ctx: Any, source: str) -> str:
    """An address or file as it is, a law's id as the address of its feed."""
    if not _LAW.fullmatch(source) or Path(source).exists():
        return source
    from rvc.cli.reading import open_data, register_of, the_laws
    from rvc.tasks.records import feed_of

    return feed_of(the_laws(register_of(open_data(ctx)), [source])[0])
