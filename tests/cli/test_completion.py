from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from rvc.cli import completion
from toys import TOY


def context(folder: Path | str) -> Any:
    """Return what a shell's completion passes: options are read, no command has run."""
    root = SimpleNamespace(params={"data": str(folder)})
    return SimpleNamespace(find_root=lambda: root)


@pytest.mark.parametrize(
    ("names", "start", "found"),
    [
        (completion.laws, "toy-t", [("toy-treaty", "Toy Treaty")]),
        (
            completion.versions,
            "toy-bill-2",
            [("toy-bill-2", "Second reading \\x1b[31mred\\x1b[0m")],
        ),
        (completion.demands, "toy-d1", [("toy-d1", "Everybody covered")]),
        (completion.dimensions, "", [("scope", "Scope"), ("liability", "Liability | pipes")]),
        (completion.tags, "", [("from-below", "From below")]),
        (completion.keys, "act", [("act2003", "Toy Act 2003")]),
        (completion.laws, "nothing", []),
    ],
)
def test_ids_are_completed_with_a_word_on_each(
    names: completion.Completer, start: str, found: list[tuple[str, str]]
) -> None:
    assert names(context(TOY), start) == found


def test_names_that_the_program_itself_gives_are_completed() -> None:
    assert [name for name, _ in completion.rules("phrase-t")] == ["phrase-too-long"]
    assert "pages-form" in dict(completion.bib_rules("pages"))
    assert "dashes" in dict(completion.format_rules(""))
    assert completion.directions("l") == ["lost"]


def test_a_register_that_cannot_be_read_completes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert completion.laws(context(tmp_path), "") == []
    (tmp_path / "laws.yaml").write_text("a: [", encoding="utf-8")
    assert completion.laws(context(tmp_path), "") == []
    (tmp_path / "laws.yaml").write_bytes(b"\xff")
    assert completion.demands(context(tmp_path), "") == []
    assert capsys.readouterr() == ("", "")


def completed(line: str) -> list[str]:
    words = line.split(" ")
    out = subprocess.run(
        [sys.executable, "-m", "rvc"],
        env={
            **os.environ,
            "_RVC_COMPLETE": "complete_bash",
            "COMP_WORDS": line,
            "COMP_CWORD": str(len(words) - 1),
        },
        capture_output=True,
        check=False,
        text=True,
    )
    assert out.stderr == ""
    return out.stdout.split()


def test_the_shell_completes_commands_options_and_ids_of_the_folder_given() -> None:
    assert completed("rvc la") == ["laws"]
    assert "diff" in completed("rvc laws ")
    assert completed(f"rvc --data {TOY} laws diff toy-t") == ["toy-treaty"]
    assert completed(f"rvc --data {TOY} laws diff --demand toy-t") == ["toy-t1"]
    assert completed("rvc lawz show x") == []


def test_completion_of_json_is_not_confused_with_output() -> None:
    assert json.loads("[]") == completed("rvc nothing nothing")
