"""Writing lists of works, which several commands do."""

from __future__ import annotations

import sys
from collections.abc import Container, Sequence
from pathlib import Path
from typing import Any

from rvc.cli.writing import Terminal, terminal, write
from rvc.model.output_refs import WorkLine


def write_works(lines: Sequence[WorkLine], out: Path | None) -> None:
    """Write works for the terminal."""
    write(drawn_works(terminal(out), lines), out)


def drawn_works(look: Terminal, lines: Sequence[WorkLine]) -> str:
    """Return works as a terminal of this look shows them."""
    from rvc.render.works_terminal import work_list

    return work_list(lines, width=look.width, colour=look.colour)


def write_entries(ctx: Any, keys: Sequence[str] | None, out: Path | None) -> None:
    """Write the entries with these keys, or all, as JSON in this order, losses beside them."""
    from rvc.adapters.data_folder import find_data
    from rvc.adapters.opened import read_bytes
    from rvc.adapters.references_entries import read_entries
    from rvc.adapters.register_folder import shown
    from rvc.cli.reading import data_option
    from rvc.model.output_refs import RefsListOutput
    from rvc.render.json_text import json_text

    path = find_data(data_option(ctx)).references
    only: Container[str] | None = None if keys is None else frozenset(keys)
    entries, losses = read_entries(read_bytes(path), str(path), only)
    works = tuple(entries.values()) if keys is None else tuple(entries[key] for key in keys)
    write(json_text(RefsListOutput(shown(path), works, losses)), out)


def say_lost(lost: int, file: str) -> None:
    """Say on standard error that BibTeX will not see entries that the file holds."""
    if lost:
        entries = "entry" if lost == 1 else "entries"
        print(f"{file}: BibTeX loses {lost} {entries}: see rvc refs check", file=sys.stderr)
