"""`rvc refs search`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand

from rvc.cli.options import JsonOption, OutOption

if TYPE_CHECKING:
    from rvc.analysis.query import Term
    from rvc.model.reference import Bibliography

app = typer.Typer(rich_markup_mode=None)

_SHIELD = "\0"


class QueryCommand(TyperCommand):
    """A command whose arguments may begin with a dash: `-keyword:core` must not be an option."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Shield what begins with one dash and is longer than an option of one letter."""
        shielded = [
            _SHIELD + word if word.startswith("-") and word[1:2] != "-" and len(word) > 2 else word
            for word in args
        ]
        return super().parse_args(ctx, shielded)


@app.command(
    cls=QueryCommand,
    epilog="Example: rvc refs search kutting; rvc refs search author:bair year:2008..2012",
)
def search(
    ctx: typer.Context,
    query: Annotated[list[str], typer.Argument(help="Words, field:word, year:2008..2012, -word.")],
    json: JsonOption = False,
    out: OutOption = None,
) -> None:
    """Find works by words, fields and years; accents and case do not matter, best first.

    `author:bair`, `title:chain`, `type:article`, `keyword:core`, `year:2008..2012`,
    `title:/chains?/` (a regular expression), `-keyword:core` (must not be). Exit 1 when nothing
    is found, as grep does; words that no work has are named then, with the nearest that some have.
    """
    from rvc.analysis.query import fields_of, parse_query, refuse_unknown_fields, split_argument
    from rvc.analysis.query import search as find
    from rvc.analysis.works import work_line
    from rvc.cli.reading import open_references
    from rvc.cli.refs_output import write_entries, write_works

    asked = [word.removeprefix(_SHIELD) for word in query]
    terms = parse_query(" ".join(split_argument(word) for word in asked))
    bibliography = open_references(ctx).bibliography
    refuse_unknown_fields(terms, fields_of(bibliography))
    found = find(bibliography, terms)
    if json:
        write_entries(ctx, [match.work.key for match in found], out)
    else:
        write_works([work_line(match.work) for match in found], out)
    if not found:
        _say_missing(bibliography, terms)
        raise typer.Exit(1)


def _say_missing(bibliography: Bibliography, terms: Iterable[Term]) -> None:
    """Say on standard error that nothing was found, and which words may be a slip."""
    from rvc.analysis.query_near import missing_words
    from rvc.model.printable import one_line

    typer.echo("nothing found", err=True)
    for one in missing_words(bibliography, terms):
        field = f" in the field '{one.field}'" if one.field else ""
        near = f"; did you mean '{one.near}'?" if one.near else ""
        typer.echo(one_line(f"no work has '{one.word}'{field}{near}"), err=True)
