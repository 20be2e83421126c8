"""`rvc texts watch`."""

from __future__ import annotations

import typer

from rvc.cli.options import JsonOption, MailtoOption, OutOption
from rvc.cli.texts_chosen import VersionsArgument, exit_for

app = typer.Typer(rich_markup_mode=None)


@app.command(epilog="Example: rvc texts watch un-binding-treaty || mail -s 'a text changed' me")
def watch(
    ctx: typer.Context,
    versions: VersionsArgument = None,
    mailto: MailtoOption = "",
    json: JsonOption = False,
    out: OutOption = None,
) -> None:
    """Ask each page that was fetched whether it changed, and say whose evidence that concerns.

    For a timetable: exit 1 when the words of a page changed (until they are accepted with `rvc
    texts fetch --accept`), 2 when none did but a page could not be had, else 0.
    """
    from rvc.adapters.http import Fetcher
    from rvc.adapters.kept_texts import kept_texts
    from rvc.cli.progress import hearer
    from rvc.cli.reading import open_data, register_of
    from rvc.cli.texts_chosen import the_versions
    from rvc.cli.writing import terminal, write
    from rvc.render.json_text import json_text
    from rvc.render.texts_terminal import watched
    from rvc.tasks.watch import pages_to_watch
    from rvc.tasks.watch import watch as watch_pages

    loaded = open_data(ctx)
    chosen = the_versions(register_of(loaded), versions)
    texts = kept_texts(loaded.folder)
    total = len(pages_to_watch(texts.recover(), chosen))
    with hearer(total) as hears, Fetcher(mailto=mailto, sleep=hears.rests) as fetcher:
        found = watch_pages(texts, chosen, fetcher, hearer=hears)
    text = json_text(found) if json else watched(found, terminal(out).width)
    write(text, out)
    exit_for(line.outcome for line in found.pages if line.words_changed or line.problem)
