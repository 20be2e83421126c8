"""`rvc schema`."""

from __future__ import annotations

import typer

from rvc.cli.options import OutOption

app = typer.Typer(rich_markup_mode=None)


@app.command(epilog="Example: rvc schema -o laws.schema.json")
def schema(out: OutOption = None) -> None:
    """Print the JSON Schema of laws.yaml, with which editors complete and check the file."""
    from rvc.cli.writing import write
    from rvc.render.json_schema import register_schema

    write(register_schema(), out)
