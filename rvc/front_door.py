"""Calls that are answered before the command line is loaded.

They take less time than loading Typer. These exact calls, and nothing near them, go straight to
what they ask for; all others, and wrong names of files, take the usual way and its messages:

    rvc laws redline --left FILE --right FILE --format plain
    rvc [--data DIR] refs list
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:  # importing it would take longer than comparing ten pages
    from collections.abc import Sequence
    from typing import NoReturn

_OPTIONS = {"--left": "left", "--right": "right", "--format": "format", "-f": "format"}


def answer(arguments: Sequence[str]) -> int | None:
    """Answer the call if it is one of the above; None when it is not, and nothing was written."""
    match list(arguments):
        case ["refs", "list"]:
            return _listed(None)
        case ["--data", folder, "refs", "list"] if folder and not folder.startswith("-"):
            return _listed(folder)
        case ["laws", "redline", *options] if len(options) == 6:
            return _redlined(options)
    return None


def _listed(given: str | None) -> int | None:
    from pathlib import Path

    from rvc.adapters.data_folder import find_data
    from rvc.cli.refs_output import write_list
    from rvc.cli.run import guarded
    from rvc.errors import RvcError

    try:
        folder = find_data(Path(given) if given else None)
    except RvcError:
        return None
    return guarded(lambda: write_list(folder, None))


def _redlined(options: Sequence[str]) -> int | None:
    names, values = options[::2], options[1::2]
    given = {_OPTIONS.get(name, ""): value for name, value in zip(names, values, strict=True)}
    if set(given) != {"left", "right", "format"} or given["format"] != "plain":
        return None
    if any(value.startswith("-") for value in given.values()):
        return None
    return _compared(given["left"], given["right"])


def _compared(left: str, right: str) -> int | None:
    from rvc.errors import RvcError
    from rvc.tasks.redline_files import plain_redline, redline_files

    try:
        pieces = list(plain_redline(redline_files(left, right)))
        sys.stdout.buffer.writelines(pieces)
        sys.stdout.flush()
    except RvcError:
        return None
    except BrokenPipeError:  # the reader had enough
        return 0
    except KeyboardInterrupt:
        sys.stderr.write("rvc: interrupted\n")
        return 130
    except OSError as error:
        sys.stderr.write(f"rvc: standard output: cannot write: {error.strerror or error}\n")
        return 2
    return 0


def leave_at_once(code: int) -> NoReturn:
    """End the process without taking its memory apart piece by piece: the system is faster.

    All was written; nothing is open that would want closing.
    """
    sys.stderr.flush()
    os._exit(code)
