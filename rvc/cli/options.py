"""Arguments and options that commands share: one name, one help, one completion for each."""

# ruff: noqa: UP045 - Typer reads these when the program starts
from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Optional

import typer

from rvc.cli import completion


class Format(StrEnum):
    """In which form a result is printed."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    JSON = "json"
    CSV = "csv"


class FindingFormat(StrEnum):
    """In which form findings are printed."""

    TERMINAL = "terminal"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


# Output
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="Form of the output.")]
FindingFormatOption = Annotated[
    FindingFormat, typer.Option("--format", "-f", help="Form of the output.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
JsonFormatOption = Annotated[bool, typer.Option("--json", help="Same as --format json.")]
OutOption = Annotated[
    Optional[Path],
    typer.Option("--output", "-o", help="Write to FILE instead of the terminal.", metavar="FILE"),
]

# Laws
LawsArgument = Annotated[
    Optional[list[str]],
    typer.Argument(help="Ids of laws; all when none.", autocompletion=completion.laws),
]
LawArgument = Annotated[str, typer.Argument(help="Id of a law.", autocompletion=completion.laws)]
FromOption = Annotated[
    str,
    typer.Option(
        "--from",
        help="Version to start from (`reversion`: the law before).",
        autocompletion=completion.versions,
    ),
]
ToOption = Annotated[
    str, typer.Option("--to", help="Version to end at.", autocompletion=completion.versions)
]
LeftOption = Annotated[
    Optional[Path],
    typer.Option(help="Compare this file instead, with --right.", metavar="FILE"),
]
RightOption = Annotated[Optional[Path], typer.Option(help="With this one.", metavar="FILE")]
DimensionOption = Annotated[
    Optional[list[str]],
    typer.Option(help="Only this dimension.", autocompletion=completion.dimensions),
]
TagOption = Annotated[
    Optional[list[str]],
    typer.Option(help="Only what carries this tag.", autocompletion=completion.tags),
]

# Works
KeysArgument = Annotated[
    Optional[list[str]],
    typer.Argument(help="Cite keys; all when none.", autocompletion=completion.keys),
]
KeyArgument = Annotated[str, typer.Argument(help="A cite key.", autocompletion=completion.keys)]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help="Show the change, do not make it.")]
MailtoOption = Annotated[
    str,
    typer.Option(help="Your address, for the services that are asked.", envvar="RVC_MAILTO"),
]
