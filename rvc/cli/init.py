"""`rvc init`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(rich_markup_mode=None)


@app.command(epilog="Example: rvc init data && rvc check")
def init(
    folder: Annotated[
        Path, typer.Argument(help="Folder of the new register.", metavar="[DIR]")
    ] = Path("data"),
) -> None:
    """Begin a new, empty register that passes `rvc check`, for any field of policy."""
    from rvc.cli.writing import write
    from rvc.model.printable import printable
    from rvc.render.json_schema import register_schema
    from rvc.tasks.begin import begin

    for path in begin(folder, register_schema()):
        write(printable(f"written: {path}\n"))
    asked = "" if folder == Path("data") else f"--data {folder} "
    there = folder / "laws.yaml"
    write(printable(f"Next: describe a law in {there}, then run: rvc {asked}check\n"))
