"""Running the command line: the only error handler, and the only place that decides exit codes."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from io import TextIOWrapper

from rvc.errors import RvcError


class DataTrouble(Exception):  # noqa: N818 - not an error of the program: the data has findings
    """The data cannot be used; carries what to say about it, line by line."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


def run(arguments: Sequence[str] | None = None) -> int:
    """Run rvc with `arguments` (those of the process when None) and return its exit code."""
    from rvc.cli.app import app

    _speak_utf8()
    try:
        app(args=list(arguments) if arguments is not None else None, prog_name="rvc")
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else int(stop.code is not None) * 2
    except DataTrouble as trouble:
        return _say(trouble.lines, 1)
    except RvcError as error:
        return _say([f"rvc: {_printable(str(error))}"], 2)
    except KeyboardInterrupt:
        return _say(["rvc: interrupted"], 130)
    except OSError as error:
        # The system refused something in a place that expected no refusal: no bug of the data.
        where = f"{error.filename}: " if error.filename else ""
        return _say([f"rvc: {_printable(where)}{error.strerror or error}"], 2)
    except Exception:
        import traceback

        traceback.print_exc()
        return _say(["rvc: this is a bug in rvc; please report it with the lines above"], 2)
    return 0


def _speak_utf8() -> None:
    """Print UTF-8 wherever output goes: the ✓ of a grade is in no other encoding of a pipe."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _say(lines: Sequence[str], code: int) -> int:
    for line in lines:
        print(line, file=sys.stderr)
    return code


def _printable(text: str) -> str:
    from rvc.model.printable import printable

    return printable(text)
