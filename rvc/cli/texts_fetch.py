"""`rvc texts fetch`."""

from __future__ import annotations

from typing import Annotated

import typer

from rvc.cli.options import JsonOption, MailtoOption, OutOption
from rvc.cli.texts_chosen import VersionsArgument, exit_for

app = typer.Typer(rich_markup_mode=None)


@app.command(epilog="Example: rvc texts fetch fr-vigilance uk-modern-slavery@final")
def fetch(
    ctx: typer.Context,
    versions: VersionsArgument = None,
    missing: Annotated[
        bool, typer.Option("--missing", help="Do not ask again for what is kept.")
    ] = False,
    accept: Annotated[
        bool, typer.Option("--accept", help="Let changed pages replace what is kept.")
    ] = False,
    mailto: MailtoOption = "",
    json: JsonOption = False,
    out: OutOption = None,
) -> None:
    """Get the registered official pages, politely, and keep their exact bytes.

    What was fetched before is only asked whether it changed; a change is reported and kept beside
    the old text, never in its place. Interrupt it whenever you like: run it again to go on. Exit 1
    when a page changed, 2 when one could not be had.
    """
    from rvc.adapters.http import Fetcher
    from rvc.adapters.kept_texts import kept_texts
    from rvc.cli.progress import hearer
    from rvc.cli.reading import open_data, register_of
    from rvc.cli.texts_chosen import the_versions
    from rvc.cli.writing import terminal, write
    from rvc.errors import RvcError
    from rvc.model.output_texts import FetchOutput
    from rvc.render.json_text import json_text
    from rvc.render.texts_terminal import fetched
    from rvc.tasks.fetch import fetch as fetch_pages
    from rvc.tasks.fetch import pages_of

    loaded = open_data(ctx)
    pages = pages_of(the_versions(register_of(loaded), versions))
    if not pages:
        hint = "rvc texts add LAW@VERSION FILE takes a file that you saved"
        raise RvcError("the register has no address for these texts", hint=hint)
    with Fetcher(mailto=mailto) as fetcher, hearer(len(pages)) as hears:
        lines = fetch_pages(
            kept_texts(loaded.folder),
            pages,
            fetcher,
            accept=accept,
            only_missing=missing,
            hearer=hears,
        )
    text = json_text(FetchOutput(tuple(lines))) if json else fetched(lines, terminal(out).width)
    write(text, out)
    exit_for(line.outcome for line in lines)
