"""The command `rvc`: global options and the table of its commands."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, ClassVar, Optional

import typer

from rvc import __version__
from rvc.cli.lazy import LazyGroup


class Commands(LazyGroup):
    """The members of `rvc` itself."""

    members: ClassVar[dict[str, tuple[str, str]]] = {
        "laws": ("rvc.cli.laws", "What was asked of each law, and what its texts gave."),
        "refs": ("rvc.cli.refs", "The bibliography: list, search, check, cite."),
        "texts": ("rvc.cli.texts", "The official texts: fetch, keep, verify, watch."),
        "brief": ("rvc.cli.brief", "Write one Markdown brief a law, and one comparing them."),
        "check": ("rvc.cli.check", "Check the whole register and say all that is wrong."),
        "init": ("rvc.cli.init", "Begin a new, empty register."),
        "schema": ("rvc.cli.schema", "Print the JSON Schema of laws.yaml."),
    }


app = typer.Typer(
    cls=Commands,
    name="rvc",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _say_version(asked: bool) -> None:
    if asked:
        typer.echo(f"rvc {__version__}")
        raise typer.Exit


@app.callback(epilog="Example: rvc laws diff fr-vigilance")
def rvc(
    data: Annotated[
        Optional[Path],  # noqa: UP045 - read by Typer when the program starts
        typer.Option(help="Folder with laws.yaml, references.bib; or a .bib.", metavar="DIR"),
    ] = None,
    version: Annotated[
        bool,
        typer.Option("--version", help="Print the version.", is_eager=True, callback=_say_version),
    ] = False,
) -> None:
    """Follow what civil society asked of a law, from first proposal to final text.

    Every grade comes with its evidence; what nobody checked is said to be unchecked.
    """
