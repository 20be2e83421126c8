"""`rvc refs add`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from rvc.cli.options import DryRunOption, MailtoOption

if TYPE_CHECKING:
    from rvc.model.imported import Addition

app = typer.Typer(rich_markup_mode=None)

_Works = Annotated[
    list[str],
    typer.Argument(
        help="DOI, arXiv number, ISBN, pmid:NUMBER, web address, .bib, .ris or CSL-JSON file, "
        "- for standard input.",
        metavar="WORK...",
    ),
]
_Key = Annotated[
    str, typer.Option(help="Key, or pattern of keys: {authors}{year}{word}.", metavar="KEY")
]


@app.command(epilog="Example: rvc refs add 10.2202/1469-3569.1325 --dry-run")
def add(
    ctx: typer.Context,
    works: _Works,
    key: _Key = "",
    dry_run: DryRunOption = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask before adding.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Add what is there already, too.")] = False,
    only_new: Annotated[
        bool, typer.Option("--only-new", help="Leave out what is there already.")
    ] = False,
    mailto: MailtoOption = "",
) -> None:
    """Add works to the bibliography: looked up, or from a file of another program.

    Each gets a key like those that are there, and its place if the file is in order; no other line
    of the file changes. What is there already (same DOI, ISBN, or title, people and year) is
    refused. On a terminal the entries are shown and you are asked first.
    """
    from rvc.adapters.http import Fetcher
    from rvc.adapters.register_folder import shown
    from rvc.adapters.services.lookup import Services
    from rvc.cli.refs_changing import bib_and_settings, can_ask, say_remarks, sure
    from rvc.render.added_text import added_text
    from rvc.tasks.add_works import How, add_works
    from rvc.tasks.incoming import incoming
    from rvc.tasks.known_numbers import there_already

    path, settings = bib_and_settings(ctx)
    how = How(key=key, dialect=settings.dialect, force=force, only_new=only_new)
    wanted, left_out = there_already(path, works, how)
    with Fetcher(mailto=mailto) as fetcher:
        found = [
            one
            for given in wanted
            for one in incoming(given, lambda: Services(fetcher), _standard_input)
        ]
    name = shown(path)
    if not (yes or dry_run) and can_ask():
        planned = add_works(path, found, how, dry_run=True, left_out=left_out)
        if planned.added and not sure(added_text(planned, name, planned=True), "Add?"):
            typer.echo("nothing was added", err=True)
            return
    done = add_works(path, found, how, dry_run=dry_run, left_out=left_out)
    _say(done, name, dry_run=dry_run)
    say_remarks(done.new_text, {one.key for one in done.added}, settings, name)


def _say(done: Addition, name: str, *, dry_run: bool) -> None:
    """Write what was added, or as a diff what would be; remarks go to standard error."""
    from rvc.cli.writing import write
    from rvc.model.printable import one_line
    from rvc.render.added_text import added_text, left_out_text
    from rvc.render.text_diff import unified

    write(unified(done.old_text, done.new_text, name) if dry_run else added_text(done, name))
    typer.echo(left_out_text(done) if dry_run else "", nl=False, err=True)
    for remark in done.remarks:
        typer.echo(one_line(remark), err=True)


def _standard_input() -> bytes:
    import sys

    return sys.stdin.buffer.read()
