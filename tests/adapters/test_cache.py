from __future__ import annotations

import os
from pathlib import Path

import pytest

from rvc.adapters import cache
from rvc.adapters.cache import cache_folder, cached
from rvc.adapters.data_folder import DataFolder
from rvc.adapters.register_folder import load
from rvc.model.loaded import LoadedBibliography
from rvc.model.reference import Bibliography, Reference
from toys import TOY


class Parser:
    """Parses and counts how often."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, data: bytes) -> LoadedBibliography:
        self.calls += 1
        return LoadedBibliography(Bibliography({"k": Reference("k", "book", data.decode())}))


def get(parser: Parser, data: bytes = b"text") -> str:
    return cached(data, LoadedBibliography, parser).bibliography.works["k"].title


def files() -> list[Path]:
    folder = cache_folder()
    return sorted(folder.iterdir()) if folder and folder.is_dir() else []


def test_the_same_bytes_are_parsed_once() -> None:
    parser = Parser()
    assert get(parser) == get(parser) == "text"
    assert parser.calls == 1
    assert len(files()) == 1


def test_changed_bytes_are_parsed_again() -> None:
    parser = Parser()
    assert get(parser, b"old") == "old"
    assert get(parser, b"new") == "new"
    assert parser.calls == 2


def test_a_changed_program_meets_no_old_value(monkeypatch: pytest.MonkeyPatch) -> None:
    parser = Parser()
    get(parser)
    monkeypatch.setattr(cache, "_program", lambda: b"another")
    get(parser)
    assert parser.calls == 2


@pytest.mark.parametrize("damage", [b"", b"\xff\xff", b"\x81\xa1x\x01", b"not msgpack at all"])
def test_a_damaged_file_is_parsed_again_and_replaced(damage: bytes) -> None:
    parser = Parser()
    get(parser)
    (file,) = files()
    file.write_bytes(damage)
    assert get(parser) == "text"
    assert get(parser) == "text"
    assert parser.calls == 2


@pytest.mark.parametrize("word", ["off", "OFF", "0", "no"])
def test_the_cache_can_be_off(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RVC_CACHE", word)
    parser = Parser()
    get(parser)
    get(parser)
    assert parser.calls == 2
    assert cache_folder() is None


def test_a_folder_that_cannot_be_written_costs_time_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("RVC_CACHE", str(tmp_path / "file"))
    parser = Parser()
    assert get(parser) == get(parser) == "text"
    assert parser.calls == 2


def test_a_disk_that_is_full_leaves_no_piece_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert get(Parser()) == "text"
    assert files() == []


def test_only_the_newest_files_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_MOST_FILES", 3)
    for number in range(6):
        get(Parser(), str(number).encode())
        for age, file in enumerate(files()):
            os.utime(file, (age, age))
    assert len(files()) == 3


def test_a_user_without_a_home_has_no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("RVC_CACHE")
    monkeypatch.setattr(cache, "_usual_folder", homeless)
    assert cache_folder() is None


def test_a_register_from_the_cache_is_the_register() -> None:
    first, second = load(DataFolder(TOY)), load(DataFolder(TOY))
    assert first == second
    assert len(files()) == 2


def test_findings_name_the_file_as_it_is_called_now(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "laws.yaml").write_text("a: 1\na: 2\n", encoding="utf-8")
    for name in ("one", "two"):
        found = load(DataFolder(tmp_path / name)).findings[0]
        assert found.place is not None
        assert Path(found.place.file).parent.name == name
