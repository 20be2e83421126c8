"""What one program exports, another adds: the real bibliography through CSL-JSON and RIS."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).resolve().parents[2] / "data"
Rvc = Callable[..., Any]


def items(rvc: Rvc, folder: Path) -> dict[str, dict[str, Any]]:
    said = rvc("--data", folder, "refs", "export", "-f", "csl-json")
    assert said.code == 0
    return {item["id"]: item for item in json.loads(said.out)}


@pytest.mark.parametrize("form", ["csl-json", "ris"])
def test_a_bibliography_comes_back_as_it_went(rvc: Rvc, tmp_path: Path, form: str) -> None:
    went = items(rvc, DATA)
    sent = tmp_path / ("works.ris" if form == "ris" else "works.json")
    said = rvc("--data", DATA, "refs", "export", "-f", form, "-o", sent)
    assert f"{form} has no place for: annotation" in said.err
    assert "title (" not in said.err
    folder = tmp_path / "back"
    folder.mkdir()
    (folder / "references.bib").write_text("", encoding="utf-8")
    assert rvc("--data", folder, "refs", "add", sent, "--yes", "--only-new").code == 0
    came = items(rvc, folder)
    assert came.keys() == went.keys()
    changed = {
        f"{key} {field}"
        for key in came.keys() & went.keys()
        for field in came[key].keys() | went[key].keys()
        if came[key].get(field) != went[key].get(field)
    }
    # RIS has no word for a body whose name has a comma; small letters are read as particles
    assert {change.partition(" ")[2] for change in changed} <= {"author", "editor"}
    assert len(changed) <= (5 if form == "ris" else 2)
