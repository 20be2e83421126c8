"""`rvc refs rename`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from rvc.cli.options import DryRunOption, KeyArgument

app = typer.Typer(rich_markup_mode=None)


@app.command(epilog="Example: rvc refs rename bair2009 bair2009global paper.qmd")
def rename(
    ctx: typer.Context,
    old: KeyArgument,
    new: Annotated[str, typer.Argument(help="Its new name.")],
    manuscripts: Annotated[
        Optional[list[Path]],  # noqa: UP045
        typer.Argument(help="Texts that cite it: md, tex, typ, qmd, ipynb, org."),
    ] = None,
    dry_run: DryRunOption = False,
) -> None:
    """Give a work another key: in the bibliography, in laws.yaml and in manuscripts.

    All files are changed in one step, or none; nothing but the key changes in them.
    """
    from rvc.adapters.data_folder import find_data
    from rvc.adapters.register_folder import shown
    from rvc.cli.reading import data_option, say_folder
    from rvc.cli.writing import write
    from rvc.model.printable import printable
    from rvc.render.text_diff import unified
    from rvc.tasks.rename_key import rename as rename_key

    folder = find_data(data_option(ctx))
    say_folder(folder)
    changes = rename_key(
        folder.references,
        old,
        new,
        laws=folder.laws,
        manuscripts=manuscripts or (),
        dry_run=dry_run,
    )
    if not changes:
        typer.echo("nothing changes", err=True)
    for change in changes:
        name = shown(change.path)
        if dry_run:
            write(unified(change.old_text, change.new_text, name))
        else:
            write(printable(f"{name}: {change.said}\n"))
