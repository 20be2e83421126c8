"""pandoc, for reference lists in any style of the Citation Style Language (extra `csl`)."""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from rvc.errors import RvcError

_SECONDS = 60


def reference_list(items: list[dict[str, Any]], csl: Path, form: str = "plain") -> str:
    """Return the works as a reference list in the style of a .csl file, in a format of pandoc's.

    RvcError when the file cannot be read, pandoc is not there, or pandoc refuses the style.
    """
    if not csl.is_file():
        raise RvcError("no such style", where=str(csl), hint="name a built-in style or a .csl file")
    program = _program()
    with tempfile.TemporaryDirectory() as folder:
        bibliography, text = Path(folder, "works.json"), Path(folder, "all.md")
        bibliography.write_text(json.dumps(items), encoding="utf-8")
        text.write_text('---\nnocite: "@*"\n---\n', encoding="utf-8")
        done = _run(
            [
                program,
                str(text),
                "--citeproc",
                f"--bibliography={bibliography}",
                f"--csl={csl}",
                f"--to={form}",
                "--wrap=none",
            ]
        )
    if done.returncode:
        said = done.stderr.strip().splitlines()
        raise RvcError(f"pandoc: {said[-1] if said else 'failed'}", where=str(csl))
    return done.stdout


def _program() -> str:
    try:
        import pypandoc
    except ImportError as error:
        hint = "install the extra: pip install 'rethinking-value-chains[csl]'"
        raise RvcError("styles from .csl files need pandoc", hint=hint) from error
    try:
        return str(pypandoc.get_pandoc_path())
    except OSError as error:
        raise RvcError("pandoc was not found", hint="pip install pypandoc_binary") from error


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(
            command, capture_output=True, check=False, encoding="utf-8", timeout=_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise RvcError(f"pandoc did not answer: {error}") from error
