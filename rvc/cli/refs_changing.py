"""What the commands share that change the bibliography."""

from __future__ import annotations

import sys
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rvc.adapters.refs_settings import RefsSettings


def bib_and_settings(ctx: Any) -> tuple[Path, RefsSettings]:
    """Return the path of references.bib and what pyproject.toml says about it.

    RvcError when that names rules that are none: later, the file would be changed already.
    """
    from rvc.adapters.refs_settings import refs_settings
    from rvc.cli.reading import references_file
    from rvc.tasks.check_refs import rules_of

    path = references_file(ctx)
    settings = refs_settings(path)
    rules_of(settings)
    return path, settings


def say_remarks(text: str, keys: Collection[str], settings: RefsSettings, name: str) -> None:
    """Say on standard error what the rules remark on these entries of a bibliography."""
    from rvc.render.findings_text import finding_line
    from rvc.tasks.remarks_on import remarks_on

    for finding in remarks_on(text, keys, settings, name):
        print(finding_line(finding), file=sys.stderr)


def can_ask() -> bool:
    """Whether somebody sits at a terminal who can answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def sure(preview: str, question: str) -> bool:
    """Show what would be done and ask."""
    import typer

    from rvc.cli.writing import write

    write(preview)
    return typer.confirm(question, default=True)
