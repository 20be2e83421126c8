"""`rvc refs list`."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import typer

from rvc.cli.options import JsonOption, OutOption, TagOption

app = typer.Typer(rich_markup_mode=None)


@app.command("list", epilog="Example: rvc refs list --tag passive-revolution")
def list_(
    ctx: typer.Context,
    tag: TagOption = None,
    json: JsonOption = False,
    out: OutOption = None,
) -> None:
    """List the works of the bibliography."""
    from functools import partial

    from rvc.cli.refs_output import drawn_works, say_lost, write_entries, write_works
    from rvc.cli.writing import terminal, write

    if tag or json:
        from rvc.analysis.works import tagged, work_line
        from rvc.cli.reading import open_references

        every = open_references(ctx).bibliography.works.values()
        works = tagged(every, tag or ())
        _say_unknown(tag or (), {word for work in every for word in work.keywords})
        if json:
            write_entries(ctx, [work.key for work in works], out)
        else:
            write_works([work_line(work) for work in works], out)
        return
    from rvc.adapters.register_folder import load_list, shown
    from rvc.cli.reading import references_file

    path = references_file(ctx)
    look = terminal(out)
    found = load_list(path, f"{look.width} {look.colour}", partial(drawn_works, look))
    write(found.text, out)
    if not found.text:
        said = "there is no work in it" if path.exists() else "there is no such file"
        typer.echo(f"{shown(path)}: {said}", err=True)
    say_lost(found.lost, shown(path))


def _say_unknown(tags: Sequence[str], known: Collection[str]) -> None:
    """Say on standard error which tags no work has: an empty list may be a slip."""
    from rvc.model.nearest import did_you_mean
    from rvc.model.printable import one_line

    for tag in tags:
        if tag not in known:
            said = f"no work has the tag '{tag}'. {did_you_mean(tag, known)}"
            typer.echo(one_line(said).rstrip(), err=True)
