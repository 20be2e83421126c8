"""`rvc laws redline`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Optional

import typer

from rvc.cli.options import (
    FromOption,
    JsonFormatOption,
    LawArgument,
    LeftOption,
    OutOption,
    RightOption,
    ToOption,
)

app = typer.Typer(rich_markup_mode=None)


class RedlineFormat(StrEnum):
    """In which form a redline is printed."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"
    PLAIN = "plain"


ProvisionOption = Annotated[
    Optional[list[str]],  # noqa: UP045 - read by Typer when the program starts
    typer.Option(help="Only this provision: its id, its number, or a place such as 's. 2'."),
]
LinkOption = Annotated[
    Optional[list[str]],  # noqa: UP045
    typer.Option(help="Record that these provisions belong together (ids).", metavar="LEFT=RIGHT"),
]


@app.command(epilog="Example: rvc laws redline fr-vigilance --from first --to final --format html")
def redline(
    ctx: typer.Context,
    law: LawArgument = "",
    start: FromOption = "",
    end: ToOption = "",
    left: LeftOption = None,
    right: RightOption = None,
    provision: ProvisionOption = None,
    whole: Annotated[
        bool, typer.Option("--whole", help="Show all words, not only those around a change.")
    ] = False,
    link: LinkOption = None,
    note: Annotated[str, typer.Option(help="Why, for --link.")] = "",
    format: Annotated[
        RedlineFormat,
        typer.Option("--format", "-f", help="Form of the output; `plain` compares words only."),
    ] = RedlineFormat.TERMINAL,
    json: JsonFormatOption = False,
    out: OutOption = None,
) -> None:
    """Compare two versions of a law, provision by provision and word by word.

    Without --from and --to: the first proposal and the final or latest text. With --left and
    --right: any two files, no register needed. Taking all changes gives the right text, refusing
    all the left one, byte for byte.
    """
    from rvc.cli.redlining import Asked, of_files, of_law, plain_files, rendered
    from rvc.cli.writing import write
    from rvc.errors import RvcError

    if bool(left) != bool(right) or bool(left) == bool(law):
        hint = "write rvc laws redline LAW, or rvc laws redline --left FILE --right FILE"
        raise RvcError("name a law, or two files", hint=hint)
    form = RedlineFormat.JSON.value if json else format.value
    if left and right:
        if form == RedlineFormat.PLAIN.value and not provision:
            write(plain_files(left, right), out)
            return
        made = of_files(left, right, provision or ())
    else:
        made = of_law(ctx, Asked(law, start, end, provision or (), link or (), note))
    write(rendered(made, form, whole, out), out)
