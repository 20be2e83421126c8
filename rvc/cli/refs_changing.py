"""What the commands share that change the bibliography."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rvc.adapters.refs_settings import RefsSettings


def bib_and_settings(ctx: Any) -> tuple[Path, RefsSettings]:
    """Return the path of references.bib and what pyproject.toml says about it."""
    from rvc.adapters.refs_settings import refs_settings
    from rvc.cli.reading import references_file

    path = references_file(ctx)
    return path, refs_settings(path)


def sure(preview: str, question: str) -> bool:
    """On a terminal, show what would be done and ask; elsewhere nobody can be asked: go on."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return True
    import typer

    from rvc.cli.writing import write

    write(preview)
    return typer.confirm(question, default=True)
