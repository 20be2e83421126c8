"""`rvc refs verify`."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from rvc.cli.options import (
    FindingFormat,
    FindingFormatOption,
    JsonFormatOption,
    KeysArgument,
    MailtoOption,
    OutOption,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rvc.adapters.data_folder import DataFolder
    from rvc.analysis.claim import Claim
    from rvc.tasks.verify import Checked

app = typer.Typer(rich_markup_mode=None)


@app.command(epilog="Example: rvc refs verify --mailto you@example.org")
def verify(
    ctx: typer.Context,
    keys: KeysArgument = None,
    offline: Annotated[
        bool, typer.Option("--offline", help="Ask nobody: say what the evidence file says.")
    ] = False,
    max_age: Annotated[
        int, typer.Option(min=0, help="Days after which evidence is asked for again.")
    ] = 30,
    mailto: MailtoOption = "",
    format: FindingFormatOption = FindingFormat.TERMINAL,
    json: JsonFormatOption = False,
    out: OutOption = None,
) -> None:
    """Compare the works with Crossref, DataCite, OpenAlex and others, field by field.

    What was asked, of whom, when, and what agreed is kept beside the bibliography, to be reviewed
    and committed: in references.lock.yaml for references.bib. Exit 1 when something is wrong, and
    when a service could not be asked, which is a warning; what is not verified is a note.
    """
    from rvc.adapters.data_folder import find_data
    from rvc.cli.reading import data_option, say_folder
    from rvc.cli.writing import write
    from rvc.model.finding import Severity
    from rvc.render.findings import render_findings
    from rvc.tasks.verify_folder import claims_of, findings_of

    folder = find_data(data_option(ctx))
    say_folder(folder)
    claims = claims_of(folder, keys or ())
    checked = _checked(folder, claims, offline=offline, days=max_age, mailto=mailto)
    findings = findings_of(folder, checked)
    name = FindingFormat.JSON if json else format
    said = f"{len(checked)} {'work' if len(checked) == 1 else 'works'}"
    write(render_findings(findings, name.value, checked=said), out)
    if any(finding.severity is not Severity.NOTE for finding in findings):
        raise typer.Exit(1)


def _checked(
    folder: DataFolder, claims: Sequence[Claim], *, offline: bool, days: int, mailto: str
) -> tuple[Checked, ...]:
    from rvc.tasks.verify_folder import offline as from_file
    from rvc.tasks.verify_folder import online

    if offline:
        return from_file(folder, claims)
    return online(folder, claims, mailto=mailto, max_age=timedelta(days=days), on_entry=_progress)


def _progress(done: int, of: int, key: str) -> None:
    import sys

    if sys.stderr.isatty():
        from rvc.model.printable import one_line

        end = "\n" if done == of else ""
        print(f"\r\x1b[K{done}/{of} {one_line(key)}", end=end, file=sys.stderr, flush=True)
