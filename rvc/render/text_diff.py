"""What would change in a file, as a unified diff."""

from __future__ import annotations

from rvc.model.printable import printable


def unified(old: str, new: str, name: str) -> str:
    """Return the lines that change, with three lines around them; empty when none does.

    Control characters are made visible, so this is for reading, not for `patch`.
    """
    from difflib import unified_diff

    before, after = old.splitlines(), new.splitlines()
    if before == after and old != new:
        return f"--- {name}\n+++ {name}\n(only line ends change)\n"
    lines = unified_diff(before, after, name, name, lineterm="")
    return "".join(_clean(line) + "\n" for line in lines)


def _clean(line: str) -> str:
    return printable(line.encode("utf-8", "replace").decode("utf-8"))
