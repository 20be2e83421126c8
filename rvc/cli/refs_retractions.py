"""`rvc refs retractions`."""

from __future__ import annotations

import typer

from rvc.cli.options import MailtoOption

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


@app.callback(epilog="Example: rvc refs retractions update")
def retractions() -> None:
    """The Retraction Watch data, as Crossref distributes it."""


@app.command(epilog="Example: rvc refs retractions update")
def update(
    mailto: MailtoOption = "",
) -> None:
    """Download the data when it changed.

    `rvc refs verify` looks works up in it.
    """
    from rvc.tasks.verify_folder import update_retractions

    rows, new = update_retractions(mailto)
    typer.echo(f"{rows:,} rows, {'new' if new else 'unchanged'}")
