"""`rvc refs match`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rvc.cli.options import JsonOption, OutOption

app = typer.Typer(rich_markup_mode=None)


@app.command(epilog="Example: rvc refs match paper.txt")
def match(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help="A plain text; - reads standard input.")],
    json: JsonOption = False,
    out: OutOption = None,
) -> None:
    """Find the citations in a plain text, and the works of the bibliography that they mean.

    Read are authors and years in round or square brackets. What holds a year but is not
    understood is listed as unresolved. Exit 1 when a citation is ambiguous or unresolved.
    """
    from functools import partial

    from rvc.analysis.intext import intext_citations
    from rvc.analysis.intext_match import known_names, match_citations
    from rvc.analysis.works import match_output
    from rvc.cli.reading import open_references, read_text
    from rvc.cli.writing import write_either
    from rvc.model.citation import Resolution
    from rvc.render.match_text import match_terminal

    said = read_text(file)
    bibliography = open_references(ctx).bibliography
    found = match_citations(intext_citations(said, known_names(bibliography)), bibliography)
    output, draw = match_output(str(file), found), partial(match_terminal, found, str(file))
    write_either(output, draw, json=json, out=out)
    if not any(one.citation.names for one in found):
        _point_to_cited(said)
    if any(one.resolution is not Resolution.RESOLVED for one in found):
        raise typer.Exit(1)


def _point_to_cited(text: str) -> None:
    """Say which command reads a text that cites by keys, as pandoc and LaTeX do."""
    from rvc.analysis.manuscripts import cited_keys
    from rvc.model.printable import one_line

    keys = cited_keys(text, "markdown")
    if keys:
        said = f"this text cites by keys ({one_line(keys[0].key)}): rvc refs cited reads those"
        typer.echo(said, err=True)
