from __future__ import annotations

from pathlib import Path

import pytest

from rvc.adapters.refs_settings import RefsSettings, refs_settings
from rvc.errors import RvcError


def at(folder: Path, text: str) -> RefsSettings:
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")
    return refs_settings(folder / "sub" / "x.bib")


def test_the_nearest_file_with_a_table_counts(tmp_path: Path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "pyproject.toml").write_text("[tool.other]\n")
    found = at(
        tmp_path,
        '[tool.rvc.refs]\ndialect = "biblatex"\nignore = ["pages-form"]\n'
        '[tool.rvc.refs.severity]\nnames-form = "note"\n'
        '[tool.rvc.refs.format]\nrules = ["align"]\nfield-order = ["title"]\n',
    )
    assert found.dialect == "biblatex"
    assert found.severity == {"names-form": "note"}
    assert found.format.field_order == ("title",)


def test_without_a_file_all_is_as_usual(tmp_path: Path):
    assert refs_settings(tmp_path / "x.bib") == RefsSettings()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[tool.rvc.refs]\nselekt = []\n", "selekt"),
        ('[tool.rvc.refs]\ndialect = "tex"\n', "tex"),
        ("[tool.rvc.refs]\nignore = 3\n", "ignore"),
        ("[tool.rvc.refs\n", "cannot read"),
        ('[tool.rvc.refs.severity]\nx = "fatal"\n', "severity"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_place(tmp_path: Path, text: str, said: str):
    with pytest.raises(RvcError) as caught:
        at(tmp_path, text)
    assert said in str(caught.value)
    assert "pyproject.toml" in str(caught.value)


def test_odd_tables(tmp_path: Path):
    assert at(tmp_path, "[tool]\nrvc = 3\n") == RefsSettings()
    (tmp_path / "pyproject.toml").write_bytes(b"# rvc \xff\n")
    with pytest.raises(RvcError):
        refs_settings(tmp_path / "x.bib")
