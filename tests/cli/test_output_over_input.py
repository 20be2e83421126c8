from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from toys import TOY


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TOY, tmp_path / "data"))


@pytest.mark.parametrize(
    ("call", "out"),
    [
        (["refs", "list", "-o"], "references.bib"),
        (["refs", "export", "-f", "bibtex", "-o"], "references.bib"),
        (["refs", "export", "-o"], "laws.yaml"),
        (["refs", "cite", "rossi2001", "-o"], "references.bib"),
        (["refs", "check", "-f", "json", "-o"], "references.bib"),
        (["laws", "diff", "-o"], "laws.yaml"),
        (["laws", "show", "toy-act", "-o"], "references.bib"),
        (["check", "-o"], "laws.yaml"),
    ],
)
def test_no_output_replaces_the_data(
    data: Path, rvc: Callable[..., Any], call: list[str], out: str
) -> None:
    before = {path.name: path.read_bytes() for path in data.iterdir()}
    said = rvc("--data", data, *call, data / out)
    assert said.code == 2
    assert "the output would replace it" in said.err
    assert {path.name: path.read_bytes() for path in data.iterdir()} == before


def test_a_subset_does_not_replace_what_it_is_a_subset_of(
    data: Path, tmp_path: Path, rvc: Callable[..., Any]
) -> None:
    paper = tmp_path / "paper.md"
    paper.write_text("See [@rossi2001].\n", encoding="utf-8")
    before = (data / "references.bib").read_bytes()
    call = ["--data", data, "refs", "cited", paper, "--subset"]
    assert rvc(*call, data / "references.bib").code == 2
    assert rvc(*call, paper).code == 2
    assert (data / "references.bib").read_bytes() == before
    assert paper.read_text("utf-8") == "See [@rossi2001].\n"
    assert rvc(*call, tmp_path / "used.bib").code == 0
    assert rvc(*call, tmp_path / "used.bib").code == 0  # its own output it may write again


def test_a_link_to_an_input_is_that_input(
    data: Path, tmp_path: Path, rvc: Callable[..., Any]
) -> None:
    link = tmp_path / "link.bib"
    link.symlink_to(data / "references.bib")
    assert rvc("--data", data, "refs", "list", "-o", link).code == 2


def test_a_dash_is_standard_output(data: Path, rvc: Callable[..., Any]) -> None:
    assert "rossi2001" in rvc("--data", data, "refs", "list", "-o", "-").out
