"""Where output goes: the terminal as wide and colourful as it is, a pipe plain, a file whole."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from msgspec import Struct

from rvc.errors import RvcError


class Terminal(Struct, frozen=True):
    """How wide the output is, in columns, and whether it may have colours."""

    width: int
    colour: bool


def terminal(out: Path | None = None) -> Terminal:
    """Return the width and colours of standard output; a file or a pipe has no colours."""
    tty = out is None and sys.stdout is not None and sys.stdout.isatty()
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    forced = out is None and bool(os.environ.get("FORCE_COLOR"))
    width = shutil.get_terminal_size((80, 24)).columns
    return Terminal(max(width, 40), (tty or forced) and not plain)


def write(text: str, out: Path | None = None) -> None:
    """Print `text`, or write it to `out` whole or not at all; `-` is standard output.

    RvcError when it cannot be written, or would replace a file that was read. A reader that has
    gone (`| head`) ends the run: that is no failure.
    """
    if out is None or str(out) == "-":
        _print(text)
        return
    from rvc.adapters.atomic import write_atomic
    from rvc.adapters.opened import refuse_to_lose

    refuse_to_lose(out)
    write_atomic(out, text.encode())


def write_either(value: Any, draw: Callable[..., str], *, json: bool, out: Path | None) -> None:
    """Write a value as JSON, or as `draw` shows it at the width and in the colours of the terminal.

    `draw` is called with `width` and `colour`, and not at all for JSON.
    """
    if json:
        from rvc.render.json_text import json_text

        write(json_text(value), out)
        return
    look = terminal(out)
    write(draw(width=look.width, colour=look.colour), out)


def _print(text: str) -> None:
    if sys.stdout is None:  # begun with >&-
        raise RvcError("is closed", where="standard output")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        forget_output()
        if error.errno in {errno.EPIPE, errno.EINVAL}:  # the second is what Windows says
            raise SystemExit(0) from None
        raise RvcError(f"cannot write: {error.strerror}", where="standard output") from None


def forget_output() -> None:
    """Let what is still to be written go nowhere, or Python complains of it when it ends."""
    with contextlib.suppress(OSError, ValueError):  # ValueError: it has no number
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
