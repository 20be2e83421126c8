"""texts.lock.yaml: the same bytes for the same pages, and a clear word when it is damaged."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from rvc.adapters.corrections_yaml import (
    forget_correction,
    read_corrections,
    record_corrections,
)
from rvc.adapters.texts_lock import lock_text, read_lock, update_lock
from rvc.errors import RvcError
from rvc.model.correction import RecordedCorrection
from rvc.model.kept import Bytes, KeptPage, TextsLock


def page(version: str, url: str = "http://x/é?a=1&b=2", **more: str) -> KeptPage:
    return KeptPage("law", version, url, Bytes("ab" * 32, 12, "2026-01-01T00:00:00Z", **more))


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "texts.lock.yaml"
    odd = page("1.10", etag='W/"a: #b"', charset="no", last_modified="12:30")
    written = update_lock(path, [page("b"), odd]).after
    assert read_lock(path) == written
    assert [one.version for one in written.pages] == ["1.10", "b"]
    before = path.read_bytes()
    update_lock(path, [odd, page("b")])
    assert path.read_bytes() == before
    assert lock_text(written).encode() == before


def test_no_file_is_an_empty_lock(tmp_path: Path) -> None:
    assert read_lock(tmp_path / "none.yaml") == TextsLock()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"pages: [", "not YAML"),
        (b"pages:\n- law: x\n", "key 'version' is missing"),
        (b"pages: []\npage: []\n", "unknown key 'page'"),
        (b"\xff\xfe\x00", "is not UTF-8"),
        (b"format: '2'\n", "format '2' is not known here"),
        (b"a: &a [*a]\n", "stands inside what it repeats"),
    ],
)
def test_a_damaged_file_is_named_with_its_place(tmp_path: Path, text: bytes, said: str) -> None:
    path = tmp_path / "texts.lock.yaml"
    path.write_bytes(text)
    with pytest.raises(RvcError) as caught:
        update_lock(path, [page("a")])
    assert said in caught.value.problem
    assert caught.value.where.startswith(str(path))
    assert path.read_bytes() == text


@pytest.mark.parametrize(
    ("old", "new", "said", "at"),
    [
        ("ab" * 32, "../" * 10 + "etc/passwd", "is no SHA-256", ":9:"),
        ("ab" * 32, "AB" * 32, "is no SHA-256", ":9:"),
        ("version: b", "version: a", "law@a http://x/é?a=1&b=2 stands here twice", ":12:"),
    ],
)
def test_what_has_the_right_shape_and_cannot_be(
    tmp_path: Path, old: str, new: str, said: str, at: str
) -> None:
    path = tmp_path / "texts.lock.yaml"
    update_lock(path, [page("a"), page("b")])
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(RvcError) as caught:
        read_lock(path)
    assert said in caught.value.problem
    assert at in caught.value.where
    assert "version control" in caught.value.hint


def test_writers_at_the_same_time_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "texts.lock.yaml"
    threads = [
        threading.Thread(target=update_lock, args=(path, [page(f"v{number:02}")]))
        for number in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [one.version for one in read_lock(path).pages] == [f"v{n:02}" for n in range(8)]


def test_corrections_are_kept_once_a_pair(tmp_path: Path) -> None:
    path = tmp_path / "alignments.yaml"
    first = RecordedCorrection("law", "a", "b", "sec_1", "sec_2", "11", "22")
    other = RecordedCorrection("law", "a", "b", "sec_3", "", "33", note="dropped: see debate")
    record_corrections(path, (first, other))
    again = RecordedCorrection("law", "a", "b", "sec_1", "sec_2", "99", "22")
    record_corrections(path, (again,))
    assert read_corrections(path) == (again, other)
    dropped = RecordedCorrection("law", "a", "b", "sec_1", "", "99")
    elsewhere = RecordedCorrection("law", "b", "c", "sec_1", "", "99")
    assert record_corrections(path, (dropped, elsewhere)) == (again,)
    assert read_corrections(path) == (dropped, other, elsewhere)
    forget_correction(path, ("law", "a", "b", "sec_1", ""))
    assert read_corrections(path) == (other, elsewhere)
    with pytest.raises(RvcError, match="no correction 'sec_1=' is recorded"):
        forget_correction(path, ("law", "a", "b", "sec_1", ""))
    assert "from: a" in path.read_text(encoding="utf-8")
