from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from rvc.cli.run import run

TEXT = '@misc{b,pages={1-2}}\r\n\r\n@misc{a,title="x"}\r\n'


@pytest.fixture
def bib(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "x.bib"
    path.write_bytes(TEXT.encode())
    return path


def test_without_a_rule_no_byte_changes(bib: Path, capsys: pytest.CaptureFixture[str]):
    before = bib.stat().st_mtime_ns
    assert run(["refs", "format", "x.bib"]) == 0
    assert run(["refs", "format", "x.bib", "--check"]) == 0
    assert bib.read_bytes() == TEXT.encode()
    assert bib.stat().st_mtime_ns == before
    assert "no rule chosen" in capsys.readouterr().err


def test_a_rule_in_place(bib: Path, capsys: pytest.CaptureFixture[str]):
    assert run(["refs", "format", "x.bib", "--rule", "dashes"]) == 0
    assert bib.read_bytes() == TEXT.replace("1-2", "1--2").encode()
    said = capsys.readouterr().out
    assert "x.bib: formatted (dashes 1; 1 value changed)" in said
    assert "b pages: {1-2} → {1--2} [dashes]" in said


def test_check_and_diff_write_nothing(bib: Path, capsys: pytest.CaptureFixture[str]):
    assert run(["refs", "format", "x.bib", "--rule", "dashes", "--check"]) == 1
    assert "would be formatted" in capsys.readouterr().out
    assert run(["refs", "format", "x.bib", "--rule", "dashes", "--diff"]) == 0
    assert "+@misc{b,pages={1--2}}" in capsys.readouterr().out
    assert bib.read_bytes() == TEXT.encode()
    assert run(["refs", "format", "x.bib", "--rule", "numbers", "--check"]) == 0


def test_settings_of_pyproject(bib: Path):
    Path("pyproject.toml").write_text(
        '[tool.rvc.refs.format]\nrules = ["lines", "align"]\nindent = "\\t"\nalign = 6\n'
    )
    assert run(["refs", "format", "x.bib"]) == 0
    assert b"@misc{b,\r\n\tpages = {1-2}\r\n}" in bib.read_bytes()
    Path("pyproject.toml").write_text("[tool.rvc.refs.format]\nindent = -1\n")
    assert run(["refs", "format", "x.bib", "--rule", "lines"]) == 2


@pytest.mark.usefixtures("bib")
def test_json(capsys: pytest.CaptureFixture[str]):
    assert run(["refs", "format", "x.bib", "--rule", "dashes", "--check", "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["format"] == "rvc.refs.format/1"
    assert found["files"][0]["values"][0]["new"] == "{1--2}"


@pytest.mark.usefixtures("bib")
def test_wrong_use():
    assert run(["refs", "format", "none.bib", "--rule", "dashes"]) == 2
    assert run(["refs", "format", "x.bib", "--rule", "nonsense"]) == 2


def test_standard_input(bib: Path, monkeypatch: pytest.MonkeyPatch):
    class Both:
        def __init__(self, data: bytes) -> None:
            self.buffer = io.BytesIO(data)

        def flush(self) -> None:
            pass

    out = Both(b"")
    monkeypatch.setattr(sys, "stdin", Both("@misc{é, pages={1-2}}".encode("latin-1")))
    monkeypatch.setattr(sys, "stdout", out)
    assert run(["refs", "format", "-", "--rule", "dashes"]) == 0
    assert out.buffer.getvalue() == "@misc{é, pages={1--2}}".encode("latin-1")
    assert bib.read_bytes() == TEXT.encode()


@pytest.mark.usefixtures("bib")
def test_the_list_of_rules(capsys: pytest.CaptureFixture[str]):
    assert run(["refs", "format", "--rules"]) == 0
    assert "title-case" in capsys.readouterr().out


def test_of_several_files_all_are_written_or_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = "@misc{a,title={T}}\n"
    for name in ("1.bib", "2.bib", "3.bib"):
        Path(name).write_text(text, encoding="utf-8")
    Path("2.bib").chmod(0o444)
    assert run(["refs", "format", "1.bib", "2.bib", "3.bib", "--rule", "lines"]) == 2
    assert {Path(f"{n}.bib").read_text(encoding="utf-8") for n in (1, 2, 3)} == {text}
    assert run(["refs", "format", "1.bib", "missing.bib", "--rule", "lines"]) == 2
    assert Path("1.bib").read_text(encoding="utf-8") == text
    Path("2.bib").chmod(0o644)
    assert run(["refs", "format", "1.bib", "2.bib", "3.bib", "--rule", "lines"]) == 0
    assert text not in {Path(f"{n}.bib").read_text(encoding="utf-8") for n in (1, 2, 3)}
