"""Files are replaced whole or not at all."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from rvc.adapters import atomic
from rvc.adapters.atomic import locked, write_all, write_atomic
from rvc.errors import RvcError

posix = pytest.mark.skipif(os.name != "posix", reason="permission bits and links of POSIX")


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def test_a_new_file_and_an_old_one(tmp_path):
    file = tmp_path / "a.bib"
    write_atomic(file, b"one\r\n")
    assert file.read_bytes() == b"one\r\n"
    write_atomic(str(file), b"two")
    assert file.read_bytes() == b"two"
    assert names(tmp_path) == ["a.bib"]


@posix
def test_permissions_stay_and_new_files_obey_the_umask(tmp_path):
    file = tmp_path / "a.bib"
    old = os.umask(0o027)
    try:
        write_atomic(file, b"x")
    finally:
        os.umask(old)
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    file.chmod(0o664)
    write_atomic(file, b"y")
    assert stat.S_IMODE(file.stat().st_mode) == 0o664


@posix
def test_links_stay_and_their_target_changes(tmp_path):
    (tmp_path / "real").mkdir()
    target = tmp_path / "real" / "a.bib"
    target.write_bytes(b"old")
    link = tmp_path / "a.bib"
    link.symlink_to(target)
    write_atomic(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@posix
def test_a_circle_of_links_is_said(tmp_path):
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(RvcError):
        write_atomic(tmp_path / "a", b"x")


@posix
def test_read_only_files_are_not_replaced(tmp_path):
    file = tmp_path / "a.bib"
    file.write_bytes(b"old")
    file.chmod(0o444)
    with pytest.raises(RvcError, match="read-only"):
        write_atomic(file, b"new")
    assert file.read_bytes() == b"old"
    assert names(tmp_path) == ["a.bib"]


def test_a_folder_or_a_missing_folder_is_said(tmp_path):
    with pytest.raises(RvcError, match="not a regular file"):
        write_atomic(tmp_path, b"x")
    with pytest.raises(RvcError, match="no such folder"):
        write_atomic(tmp_path / "no" / "a.bib", b"x")
    with pytest.raises(RvcError):
        write_atomic(tmp_path / "a\0b", b"x")


def test_a_full_disk_leaves_the_old_file(tmp_path, monkeypatch):
    file = tmp_path / "a.bib"
    file.write_bytes(b"old")

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic.os, "fsync", full)
    with pytest.raises(RvcError, match="the disk is full"):
        write_atomic(file, b"new")
    assert file.read_bytes() == b"old"
    assert names(tmp_path) == ["a.bib"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs setrlimit of POSIX")
def test_a_file_size_limit_leaves_the_old_file(tmp_path):
    file = tmp_path / "a.bib"
    file.write_bytes(b"old")
    code = (
        "import resource, signal, sys\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "from rvc.adapters.atomic import write_atomic\n"
        "from rvc.errors import RvcError\n"
        "try: write_atomic(sys.argv[1], b'x' * 5000)\n"
        "except RvcError as e: print(e)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(file)], capture_output=True, text=True, check=True
    )
    assert "cannot write this file" in done.stdout
    assert file.read_bytes() == b"old"
    assert names(tmp_path) == ["a.bib"]


def test_a_change_by_somebody_else_is_not_written_over(tmp_path):
    file = tmp_path / "a.bib"
    file.write_bytes(b"theirs")
    with pytest.raises(RvcError, match="in the meantime"):
        write_atomic(file, b"ours", was=b"old")
    assert file.read_bytes() == b"theirs"
    write_atomic(file, b"ours", was=b"theirs")
    assert file.read_bytes() == b"ours"


def test_several_files_all_or_none(tmp_path, monkeypatch):
    files = [tmp_path / n for n in "abc"]
    files[0].write_bytes(b"a")
    files[2].write_bytes(b"c")
    write_all(dict.fromkeys(files, b"1"))
    assert [f.read_bytes() for f in files] == [b"1"] * 3
    files[1].unlink()
    real = Path.replace

    def refuse(self, target):
        if Path(target).name == "c":
            raise PermissionError(13, "busy")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(RvcError, match="permission denied"):
        write_all(dict.fromkeys(files, b"2"))
    assert names(tmp_path) == ["a", "c"]
    assert files[0].read_bytes() == files[2].read_bytes() == b"1"


def test_a_killed_writer_leaves_the_old_or_the_new_file(tmp_path):
    file = tmp_path / "a.bib"
    old, new = b"o" * 3_000_000, b"n" * 3_000_000
    file.write_bytes(old)
    code = (
        "import sys\nfrom rvc.adapters.atomic import write_atomic\nprint('go', flush=True)\n"
        "while True:\n  write_atomic(sys.argv[1], b'n' * 3_000_000)\n"
        "  write_atomic(sys.argv[1], b'o' * 3_000_000)\n"
    )
    for pause in (0.001, 0.004, 0.009):
        child = subprocess.Popen([sys.executable, "-c", code, str(file)], stdout=subprocess.PIPE)
        assert child.stdout is not None
        child.stdout.readline()
        threading.Event().wait(pause)
        child.kill()
        child.wait()
        child.stdout.close()
        assert file.read_bytes() in (old, new)


def test_one_writer_at_a_time(tmp_path):
    file = tmp_path / "n"
    file.write_bytes(b"0")

    def add():
        for _ in range(5):
            with locked(file):
                write_atomic(file, str(int(file.read_bytes()) + 1).encode())

    threads = [threading.Thread(target=add) for _ in range(4)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert file.read_bytes() == b"20"
    assert names(tmp_path) == ["n"]


def test_a_lock_may_be_taken_again_inside_and_names_do_not_matter(tmp_path):
    file = tmp_path / "n"
    with locked(file), locked(tmp_path / "." / "n", wait=0.1):
        pass


def test_a_busy_lock_is_said(tmp_path):
    file = tmp_path / "n"
    code = (
        "import sys\nfrom rvc.adapters.atomic import locked\n"
        "with locked(sys.argv[1]):\n  print('held', flush=True)\n  sys.stdin.read()\n"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", code, str(file)], stdout=subprocess.PIPE, stdin=subprocess.PIPE
    )
    assert child.stdout is not None
    child.stdout.readline()
    try:
        with pytest.raises(RvcError, match="another rvc"), locked(file, wait=0.05):
            pass
    finally:
        child.communicate()
    with locked(file, wait=5):
        pass
