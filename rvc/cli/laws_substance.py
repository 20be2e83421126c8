"""`rvc laws substance`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from rvc.cli import completion
from rvc.cli.options import (
    FromOption,
    JsonOption,
    LawArgument,
    LeftOption,
    OutOption,
    RightOption,
    ToOption,
)

if TYPE_CHECKING:
    from rvc.model.output_substance import SubstanceOutput

app = typer.Typer(rich_markup_mode=None)


@app.command(epilog="Example: rvc laws substance --left bill.html --right act.html")
def substance(
    ctx: typer.Context,
    law: LawArgument = "",
    start: FromOption = "",
    end: ToOption = "",
    version: Annotated[
        str, typer.Option(help="List one version alone.", autocompletion=completion.versions)
    ] = "",
    left: LeftOption = None,
    right: RightOption = None,
    language: Annotated[
        str, typer.Option(help="Read with the words of this language: en or fr.", metavar="LANG")
    ] = "",
    every: Annotated[
        bool, typer.Option("--all", help="List numbers without a unit too (mostly noise).")
    ] = False,
    json: JsonOption = False,
    out: OutOption = None,
) -> None:
    """List amounts, deadlines, thresholds and binding words that changed, apart from drafting.

    Each is quoted and is a candidate for a person to read, never a verdict.
    """
    from functools import partial

    from rvc.cli.writing import write_either
    from rvc.errors import RvcError
    from rvc.render.substance_terminal import substance_terminal

    if bool(left) != bool(right) or bool(left) == bool(law):
        hint = "write rvc laws substance LAW, or rvc laws substance --left FILE --right FILE"
        raise RvcError("name a law, or two files", hint=hint)
    if version and (start or end or left):
        raise RvcError("--version lists one version alone", hint="leave it out to compare two")
    if language not in ("", "en", "fr"):
        raise RvcError(f"no words for language '{language}'", hint="write --language en or fr")
    read = _Read(language, every)
    found = (
        _files(left, right, read) if left and right else _law(ctx, law, (start, end, version), read)
    )
    write_either(found, partial(substance_terminal, found), json=json, out=out)


class _Read(NamedTuple):
    """In which language a person says the texts are ("" as found), and whether all is listed."""

    language: str
    every: bool


def _files(left: Path, right: Path, read: _Read) -> SubstanceOutput:
    from rvc.analysis.substance_report import of_redline
    from rvc.tasks.redline_versions import redline_two_files

    made, one, other = redline_two_files(left, right)
    return of_redline(made, read.language or other.language or one.language, bare=read.every)


def _law(ctx: Any, id: str, which: tuple[str, str, str], read: _Read) -> SubstanceOutput:
    from rvc.adapters.kept_texts import kept_texts
    from rvc.analysis.changes import version_of
    from rvc.analysis.substance_report import of_redline, of_text
    from rvc.cli.reading import open_data, register_of, the_laws
    from rvc.cli.redlining import Asked, of_law
    from rvc.tasks.read_texts import Reader, must_have
    from rvc.tasks.redline_versions import title_of

    start, end, version = which
    if not version:
        made = of_law(ctx, Asked(id, start, end, (), (), ""))
        return of_redline(made.redline, read.language or made.language, bare=read.every)
    loaded = open_data(ctx)
    law = the_laws(register_of(loaded), [id])[0]
    found = version_of(law, version)
    text, _ = must_have(Reader(kept_texts(loaded.folder)), law, found)
    language = read.language or text.language or law.language
    return of_text(text, title_of(law, found), language, bare=read.every)
