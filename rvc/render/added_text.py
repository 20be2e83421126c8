"""Entries that were (or would be) added to the bibliography, for a terminal."""

from __future__ import annotations

from rvc.model.imported import Addition
from rvc.model.printable import one_line, printable


def added_text(added: Addition, file: str, *, planned: bool = False) -> str:
    """Return each entry as it stands in the file, with its key and line, and what was left out."""
    parts = []
    for one in added.added:
        said = "would add" if planned else "added"
        parts.append(one_line(f"{said} {one.key} ({file}:{one.line}, from {one.source})"))
        parts.append(printable(one.text.encode("utf-8", "replace").decode()))
    if not parts and not added.left_out:
        parts.append("nothing to add")
    return "".join(f"{part}\n" for part in parts) + left_out_text(added)


def left_out_text(added: Addition) -> str:
    """Return a line for each work that was left out because it is there already."""
    lines = (f"left out {one.work}: there as {one.key} ({one.reason})" for one in added.left_out)
    return "".join(f"{one_line(line)}\n" for line in lines)
