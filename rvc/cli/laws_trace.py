"""`rvc laws trace`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from rvc.cli import completion
from rvc.cli.options import JsonFormatOption, LawArgument, OutOption

app = typer.Typer(rich_markup_mode=None)


class TraceFormat(StrEnum):
    """In which form a trace is printed."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    JSON = "json"


@app.command(epilog="Example: rvc laws trace fr-vigilance fr-d01 --format markdown")
def trace(
    ctx: typer.Context,
    law: LawArgument,
    demand: Annotated[
        str, typer.Argument(help="Id of a demand.", autocompletion=completion.demands)
    ],
    format: Annotated[
        TraceFormat, typer.Option("--format", "-f", help="Form of the output.")
    ] = TraceFormat.TERMINAL,
    json: JsonFormatOption = False,
    out: OutOption = None,
) -> None:
    """Show the wording that answers a demand in every version, each against the one before.

    It stands where the coding says; where no coding leads anywhere, the wording of the version
    beside it is followed by alignment, and that is said.
    """
    from rvc.adapters.corrections_yaml import FILE
    from rvc.adapters.kept_texts import kept_texts
    from rvc.analysis.verified import with_verified
    from rvc.cli.reading import one_of, open_data, register_of, the_laws
    from rvc.cli.redlining import say_stale
    from rvc.cli.writing import terminal, write
    from rvc.render.trace_json import trace_json
    from rvc.render.trace_markdown import trace_markdown
    from rvc.render.trace_terminal import trace_terminal
    from rvc.tasks.trace_demand import trace_demand
    from rvc.tasks.verified_phrases import verified_phrases

    loaded = open_data(ctx)
    found = with_verified(the_laws(register_of(loaded), [law])[0], verified_phrases(loaded))
    known = {one.id: one for one in found.demands}
    asked = known[one_of(demand, known, "demand", f"rvc laws demands {found.id} lists them")]
    made = trace_demand(kept_texts(loaded.folder), found, asked, loaded.folder.path / FILE)
    say_stale(made.stale)
    if json or format is TraceFormat.JSON:
        text = trace_json(made)
    elif format is TraceFormat.MARKDOWN:
        text = trace_markdown(made)
    else:
        look = terminal(out)
        text = trace_terminal(made, width=look.width, colour=look.colour)
    write(text, out)
