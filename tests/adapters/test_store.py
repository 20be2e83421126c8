"""The store keeps exact bytes under their hash, whatever kills the process in between."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from pathlib import Path

import pytest

from rvc.adapters.kept_texts import KeptTexts
from rvc.adapters.store import Store
from rvc.adapters.texts_lock import update_lock
from rvc.errors import RvcError
from rvc.model.kept import Bytes, KeptPage

DATA = b"<p>every company</p>\r\n\xff"
HASH = hashlib.sha256(DATA).hexdigest()
PAGE = KeptPage("law", "v1", "http://x/", Bytes(HASH, len(DATA), "2026-01-01T00:00:00Z"))


@pytest.fixture
def texts(tmp_path: Path) -> KeptTexts:
    return KeptTexts(Store(tmp_path / "texts"), tmp_path / "texts.lock.yaml")


def test_bytes_come_back_as_they_went_in(texts: KeptTexts) -> None:
    texts.put(DATA, PAGE)
    assert texts.store.read(HASH) == DATA
    assert texts.lock().pages == (PAGE,)
    assert list(texts.store.hashes()) == [HASH]
    assert [path.name for path in (texts.store.folder / "incoming").iterdir()] == []


def test_a_download_that_is_not_kept_leaves_nothing(texts: KeptTexts) -> None:
    def interrupted() -> None:
        with texts.store.incoming() as file:
            file.write(DATA)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert list(texts.store.hashes()) == []
    assert list((texts.store.folder / "incoming").iterdir()) == []


def test_the_store_is_kept_out_of_version_control(texts: KeptTexts) -> None:
    texts.put(DATA, PAGE)
    assert (texts.store.folder / ".gitignore").read_text().splitlines()[-1] == "*"


def test_damage_is_told_and_never_read(texts: KeptTexts) -> None:
    texts.put(DATA, PAGE)
    path = texts.store.path(HASH)
    path.chmod(0o644)
    path.write_bytes(DATA[:-1])
    assert texts.store.damage(HASH).endswith("holds other bytes than its name says")
    with pytest.raises(RvcError, match="other bytes"):
        texts.store.read(HASH)
    path.unlink()
    assert texts.store.damage(HASH) == "its bytes are not here"


def test_damaged_bytes_are_not_held_and_give_way_to_whole_ones(texts: KeptTexts) -> None:
    texts.put(DATA, PAGE)
    path = texts.store.path(HASH)
    path.write_bytes(DATA + b"x")
    assert not texts.store.holds(HASH)
    texts.put(DATA, PAGE)
    assert texts.store.read(HASH) == DATA


def test_killed_before_the_lock_file_was_written(texts: KeptTexts) -> None:
    with texts.store.incoming() as file:
        file.write(DATA)
        texts.store.arrive(file, PAGE)
    assert texts.lock().pages == ()
    assert texts.recover().pages == (PAGE,)
    assert texts.store.read(HASH) == DATA
    assert list((texts.store.folder / "incoming").iterdir()) == []


def test_killed_before_the_download_had_its_name(texts: KeptTexts) -> None:
    with texts.store.incoming() as file:
        file.write(DATA)
        texts.store.arrive(file, PAGE)
        part = Path(file.name)
        shutil.copy(part, part.with_suffix(".kept"))
    shutil.move(part.with_suffix(".kept"), part)
    texts.store.path(HASH).unlink()
    assert texts.recover().pages == (PAGE,)
    assert texts.store.read(HASH) == DATA


def test_what_cannot_be_noted_counts_all_the_same(
    texts: KeptTexts, monkeypatch: pytest.MonkeyPatch
) -> None:
    with texts.store.incoming() as file:
        file.write(DATA)
        note = texts.store.arrive(file, PAGE)

    def refuse(*_: object) -> None:
        raise RvcError("the disk is read-only")

    with monkeypatch.context() as read_only:
        read_only.setattr("rvc.adapters.kept_texts.update_lock", refuse)
        assert texts.recover().pages == (PAGE,)
    assert note.exists()
    assert texts.recover().pages == texts.lock().pages == (PAGE,)
    assert not note.exists()


def test_what_is_on_its_way_to_one_register_stays_away_from_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    store = tmp_path / "shared"
    mine = KeptTexts(Store(store), tmp_path / "mine" / "texts.lock.yaml")
    yours = KeptTexts(Store(store), tmp_path / "yours" / "texts.lock.yaml")
    mine.lock_file.parent.mkdir()
    with monkeypatch.context() as killed:
        killed.setattr("rvc.adapters.kept_texts.update_lock", interrupted)
        with pytest.raises(KeyboardInterrupt):
            mine.put(DATA, PAGE)
    assert yours.recover().pages == ()
    assert not yours.lock_file.exists()
    assert mine.recover().pages == (PAGE,)


def test_a_late_note_takes_nothing_back(texts: KeptTexts) -> None:
    with texts.store.incoming() as file:
        file.write(DATA)
        texts.store.arrive(file, PAGE)
    accepted = Bytes("cd" * 32, 1, "2026-02-02T00:00:00Z")
    later = KeptPage("law", "v1", "http://x/", accepted, earlier=(HASH,))
    update_lock(texts.lock_file, [later])
    assert texts.recover().pages == (later,)


def test_an_unfinished_download_is_no_text_and_goes_after_a_while(texts: KeptTexts) -> None:
    texts.put(DATA, PAGE)
    part = texts.store.folder / "incoming" / "0.part"
    note = texts.store.folder / "incoming" / "1.arrival"
    temporary = texts.store.folder / "incoming" / ".1.arrival.ab.tmp"
    for path in (part, note, temporary):
        path.write_bytes(b"{half of it")
    assert texts.recover().pages == (PAGE,)
    assert part.exists()
    for path in (part, note, temporary):
        os.utime(path, (0, 0))
    texts.recover()
    assert list((texts.store.folder / "incoming").iterdir()) == []


def test_a_file_system_without_links(texts: KeptTexts, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    texts.put(DATA, PAGE)
    assert texts.store.read(HASH) == DATA


def test_a_full_disk_is_named(texts: KeptTexts) -> None:
    def full() -> None:
        with texts.store.incoming():
            raise OSError(errno.ENOSPC, "no space left on device")

    with pytest.raises(RvcError, match="cannot keep what came: the disk is full") as caught:
        full()
    assert "incoming" in caught.value.where
    assert "RVC_TEXTS" in caught.value.hint
    assert list((texts.store.folder / "incoming").iterdir()) == []


def test_a_store_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "texts").write_text("a file, not a folder")
    with pytest.raises(RvcError) as caught:
        KeptTexts(Store(tmp_path / "texts"), tmp_path / "lock").put(DATA, PAGE)
    assert str(tmp_path / "texts") in caught.value.where
