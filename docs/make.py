"""Write the pages that are made from the program and the data, or check that they are current.

python docs/make.py            write them
python docs/make.py --check    exit 1 and name those that are stale
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MARK = re.compile(r"(<!-- output: (.+?) -->\n```text\n).*?(```\n)", re.DOTALL)


def pages() -> dict[Path, str]:
    """Return every generated page: its path and what it should hold."""
    from rvc.adapters.data_folder import DataFolder
    from rvc.adapters.register_folder import load_register
    from rvc.lint.bib_table import BIB_RULES
    from rvc.lint.table import RULES
    from rvc.render.bib_rule_page import bib_rules_page
    from rvc.render.codebook_page import codebook_page
    from rvc.render.json_schema import output_schemas, register_schema
    from rvc.render.rule_page import rules_page
    from rvc.render.schema_page import schema_page

    docs = ROOT / "docs"
    found = {
        docs / "laws.schema.json": register_schema(),
        docs / "laws-schema.md": schema_page(),
        docs / "rules.md": rules_page(RULES),
        docs / "refs-rules.md": bib_rules_page(BIB_RULES),
        docs / "cli.md": cli_page(),
    }
    for page in (ROOT / "README.md", docs / "refs.md"):
        found[page] = with_outputs(page.read_text(encoding="utf-8"))
    found |= {docs / "schemas" / name: text for name, text in output_schemas().items()}
    register = load_register(DataFolder(ROOT / "data")).register
    if register:
        found[docs / "codebook.md"] = codebook_page(register.codebook)
    return found


def with_outputs(text: str) -> str:
    """Return `text` with the real output of each command under an `<!-- output: … -->` mark."""
    return MARK.sub(lambda match: match[1] + output(match[2]) + match[3], text)


def output(command: str) -> str:
    """Return what `command` prints at 80 columns in this checkout.

    `rvc … | head -N` gives the first lines, `rvc … | from WORD` those from the one that begins
    with the word on.
    """
    program, _, part = command.partition(" | ")
    lines = said_by(shlex.split(program)[1:]).splitlines(keepends=True)
    if part.startswith("head -"):
        return "".join(lines[: int(part.removeprefix("head -"))])
    if part.startswith("from "):
        start = next(n for n, line in enumerate(lines) if line.startswith(part[5:]))
        return "".join(lines[start:])
    return "".join(lines)


def said_by(arguments: list[str]) -> str:
    """Return the standard output of rvc with these arguments."""
    surroundings = {
        **os.environ,
        "COLUMNS": "80",
        "NO_COLOR": "1",
        "PYTHONUTF8": "1",
        "RVC_DATA": "",
    }
    done = subprocess.run(
        [sys.executable, "-m", "rvc", *arguments],
        cwd=ROOT,
        env=surroundings,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    return done.stdout


def cli_page() -> str:
    """Return the help of every command, in the order in which `rvc --help` lists them."""
    lines = ["# The command line", "", "Made from the commands themselves (`make docs`).", ""]
    for words in commands():
        called = " ".join(["rvc", *words])
        lines += [f"## {called}", "", "```text", said_by([*words, "--help"]).rstrip(), "```", ""]
    return "\n".join(lines)


def commands() -> list[list[str]]:
    """Return the words of every command and group."""
    from rvc.cli.app import app

    return [[], *_below(app, [])]


def _below(app: object, words: list[str]) -> list[list[str]]:
    import typer

    group = typer.main.get_command(app)
    context = typer.Context(group)
    found = []
    for name in group.list_commands(context) if hasattr(group, "list_commands") else []:
        found.append([*words, name])
        command = group.get_command(context, name)
        if hasattr(command, "list_commands"):
            inner = typer.Context(command)
            found += [[*words, name, member] for member in command.list_commands(inner)]
    return found


def main() -> int:
    """Write or check the pages; return the exit code."""
    stale = []
    for path, text in pages().items():
        there = path.read_text(encoding="utf-8") if path.exists() else ""
        if there != text:
            stale.append(path.relative_to(ROOT))
            if "--check" not in sys.argv:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8", newline="\n")
    verb = "stale" if "--check" in sys.argv else "written"
    for name in stale:
        print(f"{verb}: {name}")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
