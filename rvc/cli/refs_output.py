"""Writing lists of works, which several commands do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rvc.cli.writing import terminal, write
from rvc.model.output_refs import RefsListOutput, WorkLine
from rvc.render.json_text import json_text


def write_works(lines: Sequence[WorkLine], *, json: bool, out: Path | None) -> None:
    """Write works as JSON or for the terminal."""
    if json:
        write(json_text(RefsListOutput(tuple(lines))), out)
        return
    from rvc.render.works_terminal import work_list

    look = terminal(out)
    write(work_list(lines, width=look.width, colour=look.colour), out)
