"""A call that is answered before the command line is loaded.

Comparing two files takes less time than loading Typer. This exact call, and nothing near it, goes
straight to the comparison; all others, and every trouble, take the usual way and its messages:

    rvc laws redline --left FILE --right FILE --format plain
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:  # importing it would take longer than comparing ten pages
    from collections.abc import Sequence
    from typing import NoReturn

_OPTIONS = {"--left": "left", "--right": "right", "--format": "format", "-f": "format"}


def answered(arguments: Sequence[str]) -> int | None:
    """Answer the call if it is the one above: the exit code, or None when nothing was written."""
    if list(arguments[:2]) != ["laws", "redline"] or len(arguments) != 8:
        return None
    names, values = arguments[2::2], arguments[3::2]
    given = {_OPTIONS.get(name, ""): value for name, value in zip(names, values, strict=True)}
    if set(given) != {"left", "right", "format"} or given["format"] != "plain":
        return None
    if any(value.startswith("-") for value in given.values()):
        return None
    return _redlined(given["left"], given["right"])


def _redlined(left: str, right: str) -> int | None:
    from rvc.errors import RvcError
    from rvc.tasks.redline_files import plain_redline, redline_files

    try:
        pieces = list(plain_redline(redline_files(left, right)))
    except RvcError:
        return None
    try:
        sys.stdout.buffer.writelines(pieces)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader had enough
        pass
    except OSError as error:
        sys.stderr.write(f"rvc: standard output: cannot write: {error.strerror or error}\n")
        return 2
    return 0


def leave_at_once(code: int) -> NoReturn:
    """End the process without taking its memory apart piece by piece: the system is faster.

    All was written and flushed; nothing is open that would want closing.
    """
    os._exit(code)
