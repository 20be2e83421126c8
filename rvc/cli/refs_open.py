"""`rvc refs open`."""

from __future__ import annotations

from typing import Annotated

import typer

from rvc.cli.options import KeyArgument

app = typer.Typer(rich_markup_mode=None)


@app.command("open", epilog="Example: rvc refs open palpacuer2008 --print")
def open_(
    ctx: typer.Context,
    key: KeyArgument,
    print_: Annotated[bool, typer.Option("--print", help="Print the address only.")] = False,
) -> None:
    """Open the page of a work, by its DOI if it has one, in the browser of the system."""
    from rvc.cli.reading import open_references
    from rvc.cli.refs_card import near_key
    from rvc.cli.writing import write
    from rvc.errors import RvcError
    from rvc.model.web_address import page_of

    works = open_references(ctx).bibliography.works
    found = near_key(key, works)
    address = page_of(works[found])
    if print_:
        write(f"{address}\n")
        return
    import webbrowser

    if not webbrowser.open(address):
        raise RvcError("there is no browser to open", hint=f"its address is {address}")
