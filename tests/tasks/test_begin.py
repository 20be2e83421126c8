from __future__ import annotations

from pathlib import Path

import pytest

from rvc.adapters.data_folder import DataFolder
from rvc.adapters.register_folder import load
from rvc.errors import RvcError
from rvc.tasks.begin import begin
from rvc.tasks.check import check


def test_a_new_register_can_be_read_and_has_no_fault(tmp_path: Path) -> None:
    files = begin(tmp_path / "data", "{}")
    assert [file.name for file in files] == ["laws.yaml", "references.bib", "laws.schema.json"]
    loaded = load(DataFolder(tmp_path / "data"))
    assert loaded.register.register is not None
    assert check(loaded) == ()


def test_the_example_of_a_law_holds_when_its_signs_of_comment_are_gone(tmp_path: Path) -> None:
    laws, bib, _ = begin(tmp_path / "data", "{}")
    union = "organisations:\n  - {id: example-union, name: Union, kind: union}\n"
    head, _, rest = laws.read_text(encoding="utf-8").partition("laws: []\n")
    _, _, example = rest.partition("# laws:\n")
    bare = "".join(line[2:] for line in ("# laws:\n" + example).splitlines(keepends=True))
    text = head.replace("organisations: []\n", union) + bare
    laws.write_text(text, encoding="utf-8")
    keys = ("examplebill2023", "exampleact2024", "examplereport2022")
    works = [f"@misc{{{key}, author={{A}}, title={{{key}}}, year={{2022}}}}" for key in keys]
    bib.write_text("\n".join(works), encoding="utf-8")
    assert check(load(DataFolder(tmp_path / "data"))) == ()


def test_nothing_is_written_when_one_file_is_there(tmp_path: Path) -> None:
    (tmp_path / "references.bib").write_text("mine", encoding="utf-8")
    with pytest.raises(RvcError, match="is there already"):
        begin(tmp_path, "{}")
    assert [path.name for path in tmp_path.iterdir()] == ["references.bib"]
