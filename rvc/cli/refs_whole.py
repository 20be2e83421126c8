"""Saying which of the works that a command wrote are not whole."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rvc.bib.library import Entry


def exit_if_not_whole(entries: Iterable[Entry], file: str) -> None:
    """Name on standard error the entries that BibTeX cannot read whole; Exit(1) when there are."""
    import typer

    from rvc.model.printable import one_line

    found = list(entries)
    for entry in found:
        why = "BibTeX skips it" if entry.loss else "only its fields before a fault were read"
        place = f"{file}:{entry.position.line}"
        typer.echo(one_line(f"{place}: '{entry.key}' is not whole: {why}"), err=True)
    if found:
        typer.echo("rvc refs check tells what is wrong", err=True)
        raise typer.Exit(1)
