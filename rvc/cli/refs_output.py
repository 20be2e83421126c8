"""Writing lists of works, which several commands do."""

from __future__ import annotations

import sys
from collections.abc import Container, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from rvc.adapters.data_folder import DataFolder, find_data
from rvc.cli.writing import Terminal, terminal, write
from rvc.model.output_refs import WorkLine


def write_works(lines: Sequence[WorkLine], out: Path | None) -> None:
    """Write works for the terminal."""
    write(_drawn(terminal(out), lines), out)


def write_list(folder: DataFolder, out: Path | None) -> None:
    """Write all works of a data folder, and say which folder it is and what is lost."""
    from rvc.adapters.drawn_list import load_list
    from rvc.adapters.opened import shown
    from rvc.cli.reading import say_folder

    say_folder(folder)
    look = terminal(out)
    found = load_list(folder.references, f"{look.width} {look.colour}", partial(_drawn, look))
    write(found.text, out)
    if not found.text:
        said = "there is no work in it" if folder.references.exists() else "there is no such file"
        print(f"{shown(folder.references)}: {said}", file=sys.stderr)
    _say_lost(found.lost, shown(folder.references))


def _drawn(look: Terminal, lines: Sequence[WorkLine]) -> str:
    """Return works as a terminal of this look shows them."""
    from rvc.render.works_terminal import work_list

    return work_list(lines, width=look.width, colour=look.colour)


def write_entries(ctx: Any, keys: Sequence[str] | None, out: Path | None) -> None:
    """Write the entries with these keys, or all, as JSON in this order, losses beside them."""
    from rvc.adapters.opened import read_bytes, shown
    from rvc.adapters.references_entries import read_entries
    from rvc.cli.reading import data_option
    from rvc.model.output_refs import RefsListOutput
    from rvc.render.json_text import json_text

    path = find_data(data_option(ctx)).references
    only: Container[str] | None = None if keys is None else frozenset(keys)
    entries, losses = read_entries(read_bytes(path), str(path), only)
    works = tuple(entries.values()) if keys is None else tuple(entries[key] for key in keys)
    write(json_text(RefsListOutput(shown(path), works, losses)), out)


def _say_lost(lost: int, file: str) -> None:
    """Say on standard error that BibTeX will not see entries that the file holds."""
    if lost:
        entries = "entry" if lost == 1 else "entries"
        print(f"{file}: BibTeX loses {lost} {entries}: see rvc refs check", file=sys.stderr)
