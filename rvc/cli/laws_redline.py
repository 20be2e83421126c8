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
UnlinkOption = Annotated[
    Optional[list[str]],  # noqa: UP045
    typer.Option(help="Take back what --link recorded.", metavar="LEFT=RIGHT"),
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
    unlink: UnlinkOption = None,
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
    all the left one, byte for byte. Where a text only says that words stay ("(Non modifié)"), those
    of the text before it are compared, and a note says so.
    """
    from rvc.cli.redlining import Asked, of_files, of_law, plain_files, rendered
    from rvc.cli.writing import write
    from rvc.errors import RvcError

    if bool(left) != bool(right) or bool(left) == bool(law):
        hint = "write rvc laws redline LAW, or rvc laws redline --left FILE --right FILE"
        raise RvcError("name a law, or two files", hint=hint)
    if note and not link:
        raise RvcError("--note says why, for --link: there is no --link")
    form = RedlineFormat.JSON.value if json else format.value
    plain = form == RedlineFormat.PLAIN.value
    if left and right:
        given = {"--from": start, "--to": end, "--link": link, "--unlink": unlink, "--note": note}
        _refuse([name for name, value in given.items() if value])
        if plain and not provision:
            write(plain_files(left, right), out)
            return
        made = of_files(left, right, provision or (), says_notes=plain)
    else:
        asked = Asked(law, start, end, provision or (), link or (), note, unlink or (), plain)
        made = of_law(ctx, asked)
    write(rendered(made, form, whole, out), out)


def _refuse(options: list[str]) -> None:
    """RvcError for options that only make sense with a law."""
    from rvc.errors import RvcError

    if options:
        said = f"{', '.join(options)}: only for the versions of a law, not with --left and --right"
        raise RvcError(said, hint="name the law instead of two files, or leave them out")
