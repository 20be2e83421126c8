from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rvc.front_door import answer
from toys import TOY

LEFT, RIGHT = "One two three.\n\nFour five\x1b.\n", "One 2 three.\n\nSix five\x1b.\n"


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    left, right = tmp_path / "left.txt", tmp_path / "right.txt"
    left.write_text(LEFT, encoding="utf-8")
    right.write_text(RIGHT, encoding="utf-8")
    return left, right


def python(*arguments: str | Path) -> str:
    done = subprocess.run(
        [sys.executable, *map(str, arguments)], capture_output=True, check=True, encoding="utf-8"
    )
    return done.stdout


def test_the_front_door_says_what_the_usual_way_says(
    files: tuple[Path, Path], rvc: Callable[..., Any]
) -> None:
    call = ["laws", "redline", "--left", files[0], "--right", files[1], "--format", "plain"]
    assert python("-m", "rvc", *call) == rvc(*call).out != ""


def test_the_front_door_loads_no_command_line(files: tuple[Path, Path]) -> None:
    code = (
        "import sys; from rvc.front_door import answer; answer(sys.argv[1:]); "
        "print(sorted({'typer', 'msgspec', 'rich', 'yaml'} & set(sys.modules)))"
    )
    said = python(
        "-c", code, "laws", "redline", "--left", files[0], "--right", files[1], "-f", "plain"
    )
    assert said.endswith("[]\n")


def test_a_list_is_that_of_the_usual_way(rvc: Callable[..., Any]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "rvc", "--data", str(TOY), "refs", "list"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    said = rvc("--data", str(TOY), "refs", "list")
    assert (done.returncode, done.stdout, done.stderr) == (0, said.out, said.err)
    assert said.out
    assert said.err


def test_a_list_loads_no_command_line() -> None:
    code = (
        "import sys; from rvc.front_door import answer; answer(sys.argv[1:]); "
        "print(sorted({'typer', 'rvc.model.law', 'rich', 'yaml'} & set(sys.modules)))"
    )
    assert python("-c", code, "--data", str(TOY), "refs", "list").endswith("[]\n")


def test_a_list_that_cannot_be_written_says_so() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no device here that is always full")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "rvc", "--data", str(TOY), "refs", "list"],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert done.returncode == 2
    assert "rvc: standard output: cannot write" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["laws", "diff"],
        ["refs", "list", "--json"],
        ["refs", "list", "--help"],
        ["--data", "", "refs", "list"],
        ["--data", "--version", "refs", "list"],
        ["--data", "missing", "refs", "list"],
        ["laws", "redline", "--left", "a", "--right", "b"],
        ["laws", "redline", "--left", "a", "--right", "b", "--format", "html"],
        ["laws", "redline", "--left", "a", "--left", "b", "--format", "plain"],
        ["laws", "redline", "--left", "--right", "--right", "b", "--format", "plain"],
        ["laws", "redline", "--left", "missing-1", "--right", "missing-2", "--format", "plain"],
    ],
)
def test_anything_else_takes_the_usual_way(arguments: list[str]) -> None:
    assert answer(arguments) is None


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the device that is always full")
def test_a_full_disk_is_said_and_no_bug(files: tuple[Path, Path]) -> None:
    call = ["laws", "redline", "--left", files[0], "--right", files[1], "--format", "plain"]
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(
            [sys.executable, "-m", "rvc", *map(str, call)],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == "rvc: standard output: cannot write: No space left on device\n"
