"""`rvc refs list`."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from rvc.cli import completion
from rvc.cli.writing import JsonOption, OutOption

app = typer.Typer(rich_markup_mode=None)


@app.command("list", epilog="Example: rvc refs list --tag passive-revolution")
def list_(
    ctx: typer.Context,
    tag: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option(help="Only what carries this tag.", autocompletion=completion.tags),
    ] = None,
    json: JsonOption = False,
    out: OutOption = None,
) -> None:
    """List the works of the bibliography."""
    from rvc.analysis.works import tagged, work_line
    from rvc.cli.reading import open_references
    from rvc.cli.refs_output import write_works

    works = open_references(ctx).bibliography.works.values()
    write_works([work_line(work) for work in tagged(works, tag or ())], json=json, out=out)
