"""`rvc refs format`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from rvc.cli import completion
from rvc.cli.options import JsonOption

if TYPE_CHECKING:
    from rvc.bib.format.table import Formatted
    from rvc.model.output_refs_format import FormattedFile
    from rvc.tasks.format_refs import FileFormatted, Wanted

app = typer.Typer(rich_markup_mode=None)

_Files = Annotated[
    Optional[list[Path]],  # noqa: UP045
    typer.Argument(
        help="Bibliographies, - for standard input; without any, that of the data.",
        metavar="FILE.bib…",
    ),
]
_Rule = Annotated[
    Optional[list[str]],  # noqa: UP045
    typer.Option(
        help="A rule; repeat. See --rules. Default: pyproject.",
        metavar="RULE",
        autocompletion=completion.format_rules,
    ),
]
_Check = Annotated[
    bool, typer.Option("--check", help="Write nothing; exit 1 if something would change.")
]
_Diff = Annotated[bool, typer.Option("--diff", help="Write nothing; show what would change.")]
_Rules = Annotated[bool, typer.Option("--rules", help="List the rules and stop.")]


@app.command("format", epilog="Example: rvc refs format --rule dashes --rule align --diff")
def format_(
    ctx: typer.Context,
    files: _Files = None,
    rule: _Rule = None,
    check: _Check = False,
    diff: _Diff = False,
    rules: _Rules = False,
    json: JsonOption = False,
) -> None:
    """Format bibliographies by rules that you name; without any rule no byte changes.

    Values change only by rules that say so, and each changed value is listed.
    """
    from rvc.cli.refs_files import bib_paths
    from rvc.cli.writing import write
    from rvc.tasks.format_refs import format_files

    if rules:
        write(_listed())
        return
    if files and [str(file) for file in files] == ["-"]:
        _standard_input(rule, check=check)
        return
    wanted = [_wanted(path, rule) for path in bib_paths(ctx, files)]
    keep = check or diff
    done = format_files(wanted, write=not keep)
    if json:
        from rvc.model.output_refs_format import RefsFormatOutput
        from rvc.render.json_text import json_text

        write(json_text(RefsFormatOutput(tuple(_output(one.file.path, one) for one in done))))
    else:
        for one in done:
            if one.changed:
                _say(one.file.path, one, keep=keep, diff=diff)
    if check and any(one.changed for one in done):
        raise typer.Exit(1)


def _wanted(path: Path, rule: list[str] | None) -> Wanted:
    from rvc.cli.refs_files import settings_of
    from rvc.tasks.format_refs import Wanted, format_options

    settings = settings_of(path).format
    chosen = rule or settings.rules
    if not chosen:
        typer.echo(f"{path}: no rule chosen, nothing changed (see --rules)", err=True)
    return Wanted(path, chosen, format_options(settings))


def _say(path: Path, done: FileFormatted, *, keep: bool, diff: bool) -> None:
    from rvc.adapters.register_folder import shown
    from rvc.cli.writing import write
    from rvc.render.format_text import said_of
    from rvc.render.text_diff import unified

    name = shown(path)
    if diff:
        write(unified(done.file.text, done.result.text, name))
    said = said_of(name, done.result, verb="would be formatted" if keep else "formatted")
    typer.echo(said, nl=False, err=diff)


def _output(path: Path, done: FileFormatted) -> FormattedFile:
    from rvc.adapters.register_folder import shown
    from rvc.model.output_refs_format import ChangedValue, FormattedFile

    result: Formatted = done.result
    values = tuple(
        ChangedValue(*(part.encode("utf-8", "replace").decode("utf-8") for part in one))
        for one in result.values
    )
    return FormattedFile(shown(path), done.changed, dict(result.done), values)


def _standard_input(rule: list[str] | None, *, check: bool) -> None:
    """Format what comes in and print it; editors call it so."""
    import sys

    from rvc.adapters.bib_files import decode_bib
    from rvc.bib.format.table import format_text
    from rvc.cli.refs_files import settings_of
    from rvc.tasks.format_refs import format_options

    settings = settings_of(Path("standard input")).format
    file = decode_bib(sys.stdin.buffer.read(), Path("standard input"))
    done = format_text(file.text, rule or settings.rules, format_options(settings))
    if check:
        raise typer.Exit(int(done.text != file.text))
    sys.stdout.flush()
    sys.stdout.buffer.write(file.encode(done.text))
    sys.stdout.buffer.flush()


def _listed() -> str:
    from rvc.bib.format.table import EXCLUSIVE, FORMAT_RULES

    width = max(len(rule.name) for rule in FORMAT_RULES)
    lines = [f"{r.name:{width}}  changes {r.reach.value:10}  {r.summary}" for r in FORMAT_RULES]
    pairs = ", ".join(f"{one} and {other}" for one, other in EXCLUSIVE)
    return "\n".join([*lines, f"Not together: {pairs}."]) + "\n"
