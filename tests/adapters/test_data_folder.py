from __future__ import annotations

from pathlib import Path

import pytest

from rvc.adapters.data_folder import find_data, shipped
from rvc.adapters.register_folder import load_bibliography, load_register
from rvc.errors import RvcError


def register_at(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "laws.yaml").write_text("", encoding="utf-8")
    return folder


def test_the_folder_that_was_given_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given, asked = register_at(tmp_path / "given"), register_at(tmp_path / "asked")
    register_at(tmp_path / "data")
    monkeypatch.setenv("RVC_DATA", str(asked))
    found = find_data(given, tmp_path)
    assert (found.path, found.said) == (given, f"data: {given} (--data)")
    assert found.references == given / "references.bib"


def test_then_the_one_that_the_environment_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = register_at(tmp_path / "asked")
    register_at(tmp_path / "data")
    monkeypatch.setenv("RVC_DATA", str(asked))
    found = find_data(None, tmp_path)
    assert (found.path, found.said) == (asked, f"data: {asked} (RVC_DATA)")


def test_then_the_nearest_above_which_needs_no_word(tmp_path: Path) -> None:
    register_at(tmp_path / "data")
    near = register_at(tmp_path / "a" / "data")
    deep = tmp_path / "a" / "b" / "c"
    deep.mkdir(parents=True)
    found = find_data(None, deep)
    assert (found.path, found.said) == (near, "")
    assert find_data(None, near).path == near


def test_a_data_folder_without_a_register_is_passed_over(tmp_path: Path) -> None:
    far = register_at(tmp_path / "data")
    (tmp_path / "a" / "data").mkdir(parents=True)
    assert find_data(None, tmp_path / "a").path == far


def test_then_the_copy_that_is_shipped(tmp_path: Path) -> None:
    found = find_data(None, tmp_path)
    assert found.path == shipped()
    assert found.said == "data: the copy shipped with rvc"
    assert (shipped() / "laws.yaml").is_file()


@pytest.mark.parametrize("kind", ["missing", "empty", "file"])
def test_a_folder_that_was_asked_for_must_hold_a_register(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / kind
    if kind == "empty":
        folder.mkdir()
    elif kind == "file":
        folder.write_text("", encoding="utf-8")
    with pytest.raises(RvcError, match="--data must name a folder"):
        find_data(folder)
    monkeypatch.setenv("RVC_DATA", str(folder))
    with pytest.raises(RvcError, match="RVC_DATA must name a folder"):
        find_data()


def test_folders_that_may_not_be_looked_into_are_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_file", refused)
    assert find_data(None, tmp_path).said
    with pytest.raises(RvcError, match=r"no laws\.yaml or references\.bib there"):
        find_data(tmp_path)


def test_a_current_folder_that_is_gone_is_no_reason_to_fail(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def gone() -> Path:
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr(Path, "cwd", gone)
    assert find_data().path == shipped()


def test_a_bibliography_alone_is_enough_when_it_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "references.bib").write_text("@misc{a, title={A}}\n", encoding="utf-8")
    (folder / "thesis.bib").write_text("@misc{b, title={B}}\n", encoding="utf-8")
    assert find_data(None, tmp_path).path == shipped(), "the nearest must have laws"
    assert find_data(folder).references == folder / "references.bib"
    assert not find_data(folder).has_laws
    named = find_data(folder / "thesis.bib")
    assert (named.references, named.path) == (folder / "thesis.bib", folder)
    assert list(load_bibliography(named).bibliography.works) == ["b"]
    with pytest.raises(RvcError, match=r"no laws\.yaml there"):
        load_register(named)
