from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from registers import small
from rvc.adapters.data_folder import DataFolder
from rvc.adapters.opened import read_bytes
from rvc.adapters.register_folder import load, shown
from rvc.errors import RvcError


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    laws = [{"id": f"act-{name}", "final": "bill-2"} for name in "abc"]
    text = yaml.safe_dump(small(laws=laws))
    (tmp_path / "laws.yaml").write_text(text, encoding="utf-8")
    return DataFolder(tmp_path)


def ids(folder: DataFolder, *only: str) -> list[str]:
    register = load(folder, only).register.register
    return [law.id for law in register.laws] if register else []


def test_a_folder_without_a_bibliography_has_no_works(folder: DataFolder) -> None:
    assert load(folder).references.bibliography.works == {}


def test_one_law_can_be_read_without_the_rest(folder: DataFolder) -> None:
    assert ids(folder) == ["act-a", "act-b", "act-c"]
    assert ids(folder, "act-b") == ["act-b"]
    assert ids(folder, "act-") == ["act-a", "act-b", "act-c"]


def test_with_an_unknown_id_all_laws_are_read_so_that_the_nearest_can_be_named(
    folder: DataFolder,
) -> None:
    assert ids(folder, "act-x") == ["act-a", "act-b", "act-c"]
    assert ids(folder, "act-b", "act-x") == ["act-a", "act-b", "act-c"]


def test_a_bibliography_that_cannot_be_opened_is_an_error(folder: DataFolder) -> None:
    folder.references.mkdir()
    with pytest.raises(RvcError) as caught:
        load(folder)
    assert str(folder.references) in str(caught.value)


def test_a_file_that_may_not_be_read_is_an_error(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refused)
    with pytest.raises(RvcError, match="Permission denied"):
        read_bytes(folder.laws)


def test_paths_are_shown_as_a_person_here_would_write_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert shown(tmp_path / "data" / "laws.yaml") == str(Path("data") / "laws.yaml")
    assert shown(tmp_path.parent / "x") == str(tmp_path.parent / "x")
