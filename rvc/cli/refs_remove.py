"""`rvc refs remove`."""

from __future__ import annotations

from typing import Annotated

import typer

from rvc.cli.options import DryRunOption, KeyArgument

app = typer.Typer(rich_markup_mode=None)


@app.command(epilog="Example: rvc refs remove duplicate2011 --dry-run")
def remove(
    ctx: typer.Context,
    key: KeyArgument,
    force: Annotated[
        bool, typer.Option("--force", help="Remove it even if something rests on it.")
    ] = False,
    dry_run: DryRunOption = False,
) -> None:
    """Remove a work, unless laws.yaml cites it or another entry refers to it."""
    from rvc.adapters.data_folder import find_data
    from rvc.adapters.register_folder import shown
    from rvc.cli.reading import data_option, say_folder
    from rvc.cli.writing import write
    from rvc.render.text_diff import unified
    from rvc.tasks.edit_work import remove_work

    folder = find_data(data_option(ctx))
    say_folder(folder)
    done = remove_work(folder.references, key, laws=folder.laws, force=force, dry_run=dry_run)
    write(unified(done.old_text, done.new_text, shown(folder.references)))
