"""Running the command line: the only error handler, and the only place that decides exit codes."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from io import StringIO, TextIOWrapper
from typing import Any

from rvc.errors import RvcError

INTERRUPTED = 130
"""The exit code of a program that was stopped with Ctrl-C."""


class DataTrouble(Exception):  # noqa: N818 - not an error of the program: the data has findings
    """The data cannot be used; carries what to say about it, line by line."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


def run(arguments: Sequence[str] | None = None) -> int:
    """Run rvc with `arguments` (those of the process when None) and return its exit code."""
    import typer

    from rvc.cli.app import app

    # Typer brings its own Click or uses the one installed, as its version wants.
    usage_error: Any = typer.BadParameter.__base__
    given = list(arguments) if arguments is not None else None

    def call() -> object:
        try:
            code = app(args=given, prog_name="rvc", standalone_mode=False)
        except usage_error as error:
            return _say_usage(error)
        except typer.Abort:
            code = INTERRUPTED
        if code == INTERRUPTED:
            raise KeyboardInterrupt
        return code

    return guarded(call)


def guarded(call: Callable[[], object]) -> int:
    """Call what may fail in any way, say how it failed, and return the exit code."""
    _speak_utf8()
    try:
        code = call()
        return code if isinstance(code, int) else 0
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else int(stop.code is not None) * 2
    except DataTrouble as trouble:
        return _say(trouble.lines, 1)
    except RvcError as error:
        return _say([f"rvc: {_printable(str(error))}"], 2)
    except KeyboardInterrupt:
        return _say(["rvc: interrupted"], INTERRUPTED)
    except BrokenPipeError:
        return _gone()
    except OSError as error:
        # The system refused something in a place that expected no refusal: no bug of the data.
        where = f"{error.filename}: " if error.filename else ""
        return _say([f"rvc: {_printable(where)}{error.strerror or error}"], 2)
    except Exception:
        import traceback

        traceback.print_exc()
        return _say(["rvc: this is a bug in rvc; please report it with the lines above"], 2)


def _say_usage(error: Any) -> int:
    """Say what is wrong with a call as its `show` does, but as all other trouble begins."""
    shown = StringIO()
    if getattr(error, "possibilities", None):
        error.possibilities = _options_near(error)
    error.show(file=shown)
    said = re.sub(r"^Error: ", "rvc: ", shown.getvalue(), count=1, flags=re.M)
    sys.stderr.write(_CHOICE.sub(_with_nearest, said, count=1))
    return int(error.exit_code)


_CHOICE = re.compile(r"'([^'\n]*)' is not one of ('.*')\.$", re.M)


def _with_nearest(found: re.Match[str]) -> str:
    """Add to a message about a choice what was meant, if one of what there is is near."""
    from rvc.model.nearest import did_you_mean

    hint = did_you_mean(found[1], re.findall("'([^']*)'", found[2]))
    return f"{found[0]} {hint}".rstrip()


def _options_near(error: Any) -> list[str]:
    """Return the option that was meant; Click takes every two for near, as both begin with --."""
    from rvc.model.nearest import nearest

    ours = [*error.ctx.help_option_names]
    ours += [name for one in error.ctx.command.params for name in one.opts]
    near = nearest(error.option_name.lstrip("-"), [name[2:] for name in ours if name[:2] == "--"])
    return [f"--{near}"] if near else []


def _gone() -> int:
    """Print no more: the reader (`| head`) has gone, and that is no failure."""
    from rvc.cli.writing import forget_output

    forget_output()
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
