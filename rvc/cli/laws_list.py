"""`rvc laws list`."""

from __future__ import annotations

import typer

from rvc.cli.options import JsonOption, OutOption, TagOption

app = typer.Typer(rich_markup_mode=None)


@app.command("list", epilog="Example: rvc laws list --tag state-regulation")
def list_(
    ctx: typer.Context,
    tag: TagOption = None,
    json: JsonOption = False,
    out: OutOption = None,
) -> None:
    """List the laws of the register."""
    from functools import partial

    from rvc.analysis.views import law_line
    from rvc.cli.filters import Wanted
    from rvc.cli.reading import open_data, register_of, say_if_empty
    from rvc.cli.writing import write_either
    from rvc.model.output import LawListOutput
    from rvc.render.lists_terminal import law_list

    register = register_of(open_data(ctx))
    say_if_empty(register)
    lines = tuple(law_line(law) for law in Wanted(register, tags=tag or ()).laws(register.laws))
    write_either(LawListOutput(lines), partial(law_list, lines), json=json, out=out)
