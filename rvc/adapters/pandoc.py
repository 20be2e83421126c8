"""pandoc, for reference lists in any style of the Citation Style Language (extra `csl`)."""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from rvc.adapters.csl_style import CslStyle, csl_style
from rvc.errors import RvcError

_SECONDS = 60


def reference_list(items: list[dict[str, Any]], csl: Path, form: str = "plain") -> str:
    """Return the works as a reference list in the style of a .csl file, in a format of pandoc's.

    RvcError when the file cannot be read or prints no lists, pandoc is not there, or refuses it.
    """
    style = csl_style(csl)
    if not style.lists:
        raise RvcError("this style prints no list of references", where=str(csl))
    return _printed(items, style, '---\nnocite: "@*"\n---\n', form)


def citation(items: list[dict[str, Any]], csl: Path) -> str:
    """Return the works as a citation in a text in the style of a .csl file.

    RvcError as for a list, and when the style cites in notes.
    """
    style = csl_style(csl)
    if style.notes:
        raise RvcError("this style cites in notes, not in the text", where=str(csl))
    cited = "; ".join(f"@{{{item['id']}}}" for item in items)
    return _printed(items, style, f"---\nsuppress-bibliography: true\n---\n\n[{cited}]\n", "plain")


def _printed(items: list[dict[str, Any]], style: CslStyle, text: str, form: str) -> str:
    """Return what pandoc makes of a text that cites the works."""
    program = _program()
    with tempfile.TemporaryDirectory() as folder:
        bibliography, source = Path(folder, "works.json"), Path(folder, "all.md")
        bibliography.write_text(json.dumps(items), encoding="utf-8")
        source.write_text(text, encoding="utf-8")
        done = _run(
            [
                program,
                str(source),
                "--citeproc",
                f"--bibliography={bibliography}",
                f"--csl={style.path}",
                f"--to={form}",
                "--wrap=none",
            ]
        )
    if done.returncode:
        said = done.stderr.strip().splitlines()
        raise RvcError(f"pandoc: {said[-1] if said else 'failed'}", where=str(style.path))
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
