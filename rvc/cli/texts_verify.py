"""`rvc texts verify`."""

from __future__ import annotations

import typer

from rvc.cli.options import JsonOption, OutOption

app = typer.Typer(rich_markup_mode=None)


@app.command(epilog="Example: rvc texts verify")
def verify(ctx: typer.Context, json: JsonOption = False, out: OutOption = None) -> None:
    """Read every text in the store and say whether it still has the hash that the lock file notes.

    A note tells of a text that cannot be read, or in which no provision could be told apart.
    Exit 1 when one is missing or damaged, or kept for a version that the register does not have.
    """
    from rvc.adapters.data_folder import find_data
    from rvc.adapters.kept_texts import kept_texts
    from rvc.adapters.register_folder import load_register
    from rvc.cli.reading import data_option, say_folder
    from rvc.cli.writing import write
    from rvc.model.finding import Severity
    from rvc.render.findings import render_findings
    from rvc.tasks.texts_state import read_findings, verify_texts
    from rvc.tasks.unregistered import unregistered_findings

    folder = find_data(data_option(ctx))
    say_folder(folder)
    texts = kept_texts(folder)
    findings, count = verify_texts(texts)
    findings += read_findings(texts)
    if folder.has_laws:
        loaded = load_register(folder)
        register = loaded.register
        findings += unregistered_findings(texts, register) if register else loaded.findings
    form = "json" if json else "terminal"
    write(render_findings(findings, form, checked=f"{count} texts"), out)
    if any(finding.severity is not Severity.NOTE for finding in findings):
        raise typer.Exit(1)
