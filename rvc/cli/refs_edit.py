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

    Values are as BibTeX reads them (`Bair \\& Werner`), without the outer braces. What the rules of
    `rvc refs check` remark on the work then is said on standard error.
    """
    from rvc.adapters.register_folder import shown
    from rvc.cli.refs_changing import bib_and_settings, say_remarks
    from rvc.cli.writing import write
    from rvc.errors import RvcError
    from rvc.render.text_diff import unified
    from rvc.tasks.edit_work import edit_work

    values = {}
    for change in changes:
        field, equals, value = change.partition("=")
        if not equals or not field.strip():
            raise RvcError(f"'{change}' is not field=value")
        if field.strip().lower() == "key":
            raise RvcError("a key is no field", hint="rvc refs rename follows its citations")
        values[field.strip()] = value.strip()
    path, settings = bib_and_settings(ctx)
    name = shown(path)
    done = edit_work(path, key, values, dry_run=dry_run)
    write(unified(done.old_text, done.new_text, name) or "nothing changes\n")
    say_remarks(done.new_text, {key}, settings, name)
