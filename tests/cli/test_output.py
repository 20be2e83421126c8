"""Where output goes: width, colours, files, pipes that close, encodings."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from rvc.cli import laws_list
from rvc.cli.run import run
from rvc.cli.writing import terminal, write
from rvc.errors import RvcError
from rvc.render.wrapping import columns
from toys import TOY, Said

Rvc = Callable[..., Said]
DIFF = ("--data", str(TOY), "laws", "diff")


def start(*arguments: str, **settings: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "rvc", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **settings},
    )


def test_a_reader_that_goes_away_is_no_failure() -> None:
    process = start(*DIFF, "--json")
    assert process.stdout is not None
    process.stdout.close()
    assert process.wait(30) == 0
    assert process.stderr is not None
    assert b"Traceback" not in process.stderr.read()
    process.stderr.close()


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-16"])
def test_output_is_utf8_whatever_the_surroundings_say(encoding: str) -> None:
    out, err = start(*DIFF, PYTHONIOENCODING=encoding, LC_ALL="C", PYTHONUTF8="0").communicate()
    assert "1ère lecture [sic] ✓" in out.decode("utf-8")
    assert b"Traceback" not in err


def test_a_full_disk_is_an_error_and_not_a_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: str) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(sys.stdout, "write", full)
    with pytest.raises(RvcError, match="standard output: cannot write: No space left on device"):
        write("text")


def test_a_standard_output_that_is_closed_is_an_error_and_not_a_bug(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert not terminal().colour
    with pytest.raises(RvcError, match="standard output: is closed"):
        write("text")


def test_what_the_system_refuses_is_an_error(monkeypatch: pytest.MonkeyPatch, rvc: Rvc) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "laws.yaml")

    monkeypatch.setattr("rvc.adapters.register_folder.load", refused)
    said = rvc(*DIFF)
    assert said.code == 2
    assert said.err.endswith("rvc: laws.yaml: Permission denied\n")


def test_a_bug_shows_where_it_is_and_asks_for_a_report(
    monkeypatch: pytest.MonkeyPatch, rvc: Rvc
) -> None:
    def broken(*_: object) -> None:
        raise AssertionError("this cannot be")

    monkeypatch.setattr("rvc.adapters.register_folder.load", broken)
    said = rvc(*DIFF)
    assert (said.code, said.out) == (2, "")
    assert "Traceback" in said.err
    assert "AssertionError: this cannot be" in said.err
    assert said.err.endswith("rvc: this is a bug in rvc; please report it with the lines above\n")


def test_an_interruption_is_said(monkeypatch: pytest.MonkeyPatch, rvc: Rvc) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("rvc.adapters.register_folder.load", interrupted)
    assert rvc(*DIFF).code == 130


@pytest.mark.parametrize(
    ("settings", "tty", "coloured"),
    [
        ({}, False, False),
        ({}, True, True),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"TERM": "dumb"}, True, False),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, False),
    ],
)
def test_colours_are_for_terminals_that_want_them(
    settings: dict[str, str], tty: bool, coloured: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: tty)
    assert terminal().colour is coloured
    assert terminal(Path("file")).colour is False


@pytest.mark.parametrize("width", [60, 80, 132])
def test_output_is_as_wide_as_the_terminal(
    width: int, monkeypatch: pytest.MonkeyPatch, rvc: Rvc
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = rvc(*DIFF).out.splitlines()
    assert width - 12 < max(map(columns, lines)) <= width


def test_a_file_gets_the_text_without_colours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rvc: Rvc
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    file = tmp_path / "diff.txt"
    assert rvc(*DIFF, "-o", file).out == ""
    assert "\x1b" not in file.read_text(encoding="utf-8")
    monkeypatch.delenv("FORCE_COLOR")
    assert rvc(*DIFF).out == file.read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written_is_an_error(tmp_path: Path, rvc: Rvc) -> None:
    said = rvc(*DIFF, "-o", tmp_path / "no" / "diff.txt")
    assert (said.code, said.out) == (2, "")
    assert "there is no such folder" in said.err
    assert rvc(*DIFF, "-o", tmp_path).code == 2


def test_arguments_that_are_no_text_are_no_trouble(rvc: Rvc) -> None:
    said = rvc("--data", TOY, "laws", "show", "toy\udcff\x1b[31m")
    assert said.code == 2
    assert "\x1b" not in said.err


def test_without_arguments_those_of_the_process_are_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["rvc", "--data", str(TOY), "laws", "list"])
    assert run() == 0
    assert "toy-act" in capsys.readouterr().out
    assert laws_list.app is not None
