from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from toys import Said

Rvc = Callable[..., Said]


def test_a_new_register_passes_every_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rvc: Rvc
) -> None:
    monkeypatch.chdir(tmp_path)
    said = rvc("init")
    assert (said.code, said.err) == (0, "")
    assert said.out.endswith("then run: rvc check\n")
    checked = rvc("check")
    assert (checked.code, checked.out, checked.err) == (0, "data: nothing to remark\n", "")
    head = (tmp_path / "data" / "laws.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert head == "# yaml-language-server: $schema=laws.schema.json"
    schema = (tmp_path / "data" / "laws.schema.json").read_text(encoding="utf-8")
    assert schema == rvc("schema").out
    assert rvc("laws", "diff").code == 0


@pytest.mark.parametrize(
    "command", ["laws list", "laws demands", "laws matrix", "texts list", "brief"]
)
def test_an_empty_register_is_said_to_be_empty(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rvc: Rvc
) -> None:
    monkeypatch.chdir(tmp_path)
    rvc("init")
    said = rvc(*command.split())
    assert said.code == 0
    assert "the register holds no law" in said.err


def test_another_folder_is_named_in_the_next_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rvc: Rvc
) -> None:
    monkeypatch.chdir(tmp_path)
    assert rvc("init", "water").out.endswith("then run: rvc --data water check\n")
    assert rvc("--data", "water", "check").code == 0


@pytest.mark.parametrize("name", ["laws.yaml", "references.bib", "laws.schema.json"])
def test_nothing_is_written_over(name: str, tmp_path: Path, rvc: Rvc) -> None:
    (tmp_path / name).write_text("mine", encoding="utf-8")
    said = rvc("init", tmp_path)
    assert (said.code, said.out) == (2, "")
    assert "is there already" in said.err
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_text(encoding="utf-8") == "mine"


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path: Path, rvc: Rvc) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert rvc("init", tmp_path / "file" / "data").code == 2


def test_the_schema_goes_to_a_file(tmp_path: Path, rvc: Rvc) -> None:
    file = tmp_path / "laws.schema.json"
    assert rvc("schema", "-o", file).out == ""
    assert json.loads(file.read_text(encoding="utf-8"))["title"].startswith("laws.yaml")
