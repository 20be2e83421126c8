"""What formatting did: how many places each rule changed, and every value that is another one."""

from __future__ import annotations

from rvc.bib.format.table import Formatted
from rvc.model.printable import one_line

_WIDTH = 60


def said_of(name: str, done: Formatted, *, verb: str) -> str:
    """Return one line for the file and one for each value that changed."""
    rules = ", ".join(f"{rule} {number}" for rule, number in done.done.items())
    number = len(done.values)
    values = f"; {number or 'no'} {'values' if number > 1 else 'value'} changed"
    lines = [one_line(f"{name}: {verb} ({rules}{values})")]
    for one in done.values:
        new = _short(one.new) if one.new else "nothing"
        said = f"  {one.key} {one.field}: {_short(one.old)} → {new} [{one.rule}]"
        lines.append("  " + one_line(said))
    return "\n".join(lines) + "\n"


def _short(raw: str) -> str:
    text = one_line(raw.encode("utf-8", "replace").decode("utf-8"))
    return text if len(text) <= _WIDTH else text[: _WIDTH - 1] + "…"
