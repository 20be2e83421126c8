"""A call that is answered before the command line is loaded.

Comparing two files takes less time than loading Typer. This exact call, and nothing near it, goes
straight to the comparison; all others, and every trouble, take the usual way and its messages:

    rvc laws redline --left FILE --right FILE --format plain
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

_OPTIONS = {"--left": "left", "--right": "right", "--format": "format", "-f": "format"}


def answered(arguments: Sequence[str]) -> bool:
    """Answer the call if it is the one above; False when nothing was written."""
    if list(arguments[:2]) != ["laws", "redline"] or len(arguments) != 8:
        return False
    names, values = arguments[2::2], arguments[3::2]
    given = {_OPTIONS.get(name, ""): value for name, value in zip(names, values, strict=True)}
    if set(given) != {"left", "right", "format"} or given["format"] != "plain":
        return False
    if any(value.startswith("-") for value in given.values()):
        return False
    return _redlined(given["left"], given["right"])


def _redlined(left: str, right: str) -> bool:
    from rvc.errors import RvcError
    from rvc.tasks.redline_files import plain_redline, redline_files

    try:
        pieces = list(plain_redline(redline_files(left, right)))
    except RvcError:
        return False
    try:
        sys.stdout.buffer.writelines(pieces)
        sys.stdout.flush()
    except BrokenPipeError:
        import os

        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return True
