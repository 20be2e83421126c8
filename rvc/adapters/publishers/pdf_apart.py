"""Read a PDF in a process of its own, whose memory and time are limited by the system.

What a few kilobytes unpack to cannot always be told before: if a file is a bomb, that process ends
and this one goes on.
"""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from importlib.util import find_spec

from rvc.adapters.publishers.pdf_sheets import (
    LONGEST,
    needs_pypdfium2,
    read_sheets,
    takes_too_long,
)
from rvc.adapters.publishers.pdf_words import Run, Sheet
from rvc.errors import RvcError

_MEMORY = 1536 << 20
"""Bytes of memory: the longest bills take a third."""

_START = """\
import sys
sys.path[:] = sys.argv[1].splitlines()
from rvc.adapters.publishers.pdf_apart import answer
answer(int(sys.argv[2]))
"""


def sheets_apart(data: bytes, url: str) -> tuple[list[Sheet], str]:
    """Return what `read_sheets` does; RvcError too for a PDF that takes too much memory or time."""
    if find_spec("pypdfium2") is None:
        raise needs_pypdfium2(url)
    # Isolated, and with this program's own path: no module of the current folder is taken for ours.
    command = [sys.executable, "-I", "-c", _START, "\n".join(sys.path), str(_MEMORY)]
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=LONGEST, check=False
        )
    except subprocess.TimeoutExpired:
        raise takes_too_long(url) from None
    if done.returncode:
        raise RvcError(
            f"reading the PDF takes more than {_MEMORY >> 20:,} MB of memory, or breaks its reader",
            where=url,
            hint="no text of a law is that long: do not trust the file",
        )
    told = json.loads(done.stdout)
    if "problem" in told:
        raise RvcError(told["problem"], where=url, hint=told["hint"])
    sheets = [
        Sheet([Run(*run) for run in runs], bottom, top) for runs, bottom, top in told["sheets"]
    ]
    return sheets, told["title"]


def answer(memory: int) -> None:
    """Read the PDF on standard input within so many bytes of memory and tell what is in it: what
    the other process runs.
    """
    _limit(memory)
    told: dict[str, object]
    try:
        sheets, title = read_sheets(sys.stdin.buffer.read(), "")
        told = {
            "title": title,
            "sheets": [([_told(run) for run in one.runs], *one[1:]) for one in sheets],
        }
    except RvcError as error:
        told = {"problem": error.problem, "hint": error.hint}
    sys.stdout.write(json.dumps(told))


def _told(run: Run) -> tuple[object, ...]:
    return tuple(getattr(run, name) for name in Run.__slots__)


def _limit(memory: int) -> None:
    with suppress(ImportError, OSError, ValueError):  # Windows has no such limits
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (int(LONGEST), int(LONGEST)))
