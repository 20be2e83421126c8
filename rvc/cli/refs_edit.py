"""`rvc refs edit`."""

from __future__ import annotations

from typing import Annotated

import typer

from rvc.cli.options import DryRunOption, KeyArgument

app = typer.Typer(rich_markup_mode=None)


@app.command(epilog="Example: rvc refs edit bairwerner2011place pages=998--1015 note=")
def edit(
    ctx: typer.Context,
    key: KeyArgument,
    changes: Annotated[
        list[str], typer.Argument(help="field=value; field= removes it.", metavar="FIELD=VALUE...")
    ],
    dry_run: DryRunOption = False,
) -> None:
    """Change fields of a work, and no other line of the file.

    Values are as BibTeX reads them (`Bair \\& Werner`), without the outer braces.
    """
    from rvc.adapters.register_folder import shown
    from rvc.cli.reading import references_file
    from rvc.cli.writing import write
    from rvc.errors import RvcError
    from rvc.render.text_diff import unified
    from rvc.tasks.edit_work import edit_work

    values = {}
    for change in changes:
        name, equals, value = change.partition("=")
        if not equals or not name.strip():
            raise RvcError(f"'{change}' is not field=value")
        if name.strip().lower() == "key":
            raise RvcError("a key is no field", hint="rvc refs rename follows its citations")
        values[name.strip()] = value.strip()
    path = references_file(ctx)
    done = edit_work(path, key, values, dry_run=dry_run)
    write(unified(done.old_text, done.new_text, shown(path)) or "nothing changes\n")
