from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from toys import TOY, Said

Rvc = Callable[..., Said]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_nearest_folder_needs_no_word(here: Path, rvc: Rvc) -> None:
    shutil.copytree(TOY, here / "data")
    said = rvc("laws", "list")
    assert "toy-act" in said.out
    assert said.err == ""


def test_any_other_folder_is_named_on_standard_error(
    here: Path, monkeypatch: pytest.MonkeyPatch, rvc: Rvc
) -> None:
    assert rvc("laws", "list").err == "data: the copy shipped with rvc\n"
    monkeypatch.setenv("RVC_DATA", str(TOY))
    assert rvc("laws", "list").err == f"data: {TOY} (RVC_DATA)\n"
    shutil.copytree(TOY, here / "own")
    assert rvc("--data", "own", "laws", "list").err == "data: own (--data)\n"
    assert rvc("--data", "own", "check").err == "data: own (--data)\n"


@pytest.mark.parametrize("command", ["laws list", "laws diff", "check", "brief", "laws matrix"])
def test_a_folder_without_a_register_is_an_error(command: str, here: Path, rvc: Rvc) -> None:
    (here / "file").write_text("", encoding="utf-8")
    for folder in ("missing", "file", "."):
        said = rvc("--data", folder, *command.split())
        assert (said.code, said.out) == (2, "")
        missing = f"rvc: {folder}: no laws.yaml or references.bib there (--data must name"
        assert said.err.startswith(missing)
    assert sorted(path.name for path in here.iterdir()) == ["file"]
