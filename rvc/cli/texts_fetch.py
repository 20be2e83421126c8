"""`rvc texts fetch`."""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rvc.cli.options import JsonOption, MailtoOption, OutOption
from rvc.cli.texts_chosen import VersionsArgument, exit_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from rvc.model.output_texts import FetchLine

app = typer.Typer(rich_markup_mode=None)


@app.command(epilog="Example: rvc texts fetch fr-vigilance uk-modern-slavery@final")
def fetch(
    ctx: typer.Context,
    versions: VersionsArgument = None,
    missing: Annotated[
        bool, typer.Option("--missing", help="Do not ask again for what is kept.")
    ] = False,
    accept: Annotated[
        bool,
        typer.Option(
            "--accept",
            help="Let changed pages replace what is kept; files added by hand too, of those"
            " LAW@VERSION that are named.",
        ),
    ] = False,
    mailto: MailtoOption = "",
    json: JsonOption = False,
    out: OutOption = None,
) -> None:
    """Get the registered official pages, politely, and keep their exact bytes.

    What was fetched before is only asked whether it changed; a change is reported and kept beside
    the old text, never in its place. Interrupt it whenever you like: run it again to go on. Exit 1
    when the words of a page changed, 2 when one could not be had.
    """
    from rvc.adapters.kept_texts import kept_texts
    from rvc.cli.reading import open_data, register_of
    from rvc.cli.texts_chosen import named_versions, the_versions
    from rvc.errors import RvcError
    from rvc.tasks.fetch import fetch as fetch_pages
    from rvc.tasks.fetch import pages_of

    loaded = open_data(ctx)
    register = register_of(loaded)
    pages = pages_of(the_versions(register, versions))
    over_files = named_versions(register, versions) if accept else frozenset()
    if not pages:
        hint = "rvc texts add LAW@VERSION FILE takes a file that you saved"
        raise RvcError("the register has no address for these texts", hint=hint)
    said = _Said(json, out)
    get = partial(
        fetch_pages,
        kept_texts(loaded.folder),
        pages,
        accept=accept,
        only_missing=missing,
        over_files=over_files,
    )
    _run(get, said, len(pages), mailto)
    said.all()
    exit_for(line.outcome for line in said.lines if line.words_changed or line.problem)


def _run(get: Callable[..., object], said: _Said, wanted: int, mailto: str) -> None:
    """Get the pages, told as they come; what is kept is said of a run that is interrupted."""
    from rvc.adapters.http import Fetcher
    from rvc.cli.progress import hearer

    try:
        with (
            hearer(wanted, said.page) as hears,
            Fetcher(mailto=mailto, sleep=hears.rests) as fetcher,
        ):
            get(fetcher, hearer=hears)
    except KeyboardInterrupt:
        said.interrupted(wanted)
        raise


class _Said:
    """Prints what came of each page as it comes, but where a bar moves or a file is written."""

    def __init__(self, json: bool, out: Path | None) -> None:
        from rvc.cli.progress import shows_bar
        from rvc.cli.writing import terminal

        self.lines: list[FetchLine] = []
        self._json, self._out = json, out
        self._width = terminal(out).width
        bar_moves = shows_bar() and sys.stdout.isatty()
        self._at_once = not json and out in (None, Path("-")) and not bar_moves

    def page(self, line: FetchLine) -> None:
        from rvc.cli.writing import write
        from rvc.render.texts_terminal import fetched_page

        self.lines.append(line)
        if self._at_once:
            # Who piped this into `head` wants fewer lines, not fewer pages.
            with suppress(SystemExit):
                write(fetched_page(line, self._width))

    def all(self) -> None:
        from rvc.cli.writing import write
        from rvc.model.output_texts import FetchOutput
        from rvc.render.json_text import json_text
        from rvc.render.texts_terminal import fetched, fetched_in_all

        if self._json:
            write(json_text(FetchOutput(tuple(self.lines))), self._out)
        elif self._at_once:
            write(fetched_in_all(self.lines, self._width))
        else:
            write(fetched(self.lines, self._width), self._out)

    def interrupted(self, wanted: int) -> None:
        kept = sum(line.outcome.value != "failed" for line in self.lines)
        print(f"rvc: {kept} of {wanted} pages are kept; run again to go on", file=sys.stderr)
