from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rvc.adapters import atomic
from rvc.errors import RvcError
from rvc.tasks.add_works import How, add_works
from rvc.tasks.edit_work import edit_work, remove_work
from rvc.tasks.incoming import Copied, Incoming
from rvc.tasks.rename_key import rename

TOY = Path(__file__).parents[1] / "toy"
NEW = Incoming("x", Copied("misc", "new2020", [("title", "{New}")]))


@pytest.fixture
def bib(tmp_path: Path) -> Path:
    for name in ("laws.yaml", "references.bib"):
        shutil.copy(TOY / name, tmp_path / name)
    return tmp_path / "references.bib"


def test_only_the_lines_of_the_fields_change(bib: Path) -> None:
    before = bib.read_text("utf-8").splitlines()
    done = edit_work(bib, "rossi2001", {"year": "2002", "note": "N", "keywords": ""})
    after = bib.read_text("utf-8").splitlines()
    assert done.new_text.splitlines() == after
    gone, new = [
        [line for line in a if line not in b] for a, b in ((before, after), (after, before))
    ]
    assert new == ["  year      = 2002,", "  note      = {N}"]
    assert gone == ["  year      = 2001,", "  keywords  = {status-seen, from-below}"]


@pytest.mark.parametrize(
    ("key", "values", "said"),
    [
        ("rossi201", {"year": "1"}, "did you mean 'rossi2001'"),
        ("ROSSI2001", {"year": "1"}, "no entry"),
        ("rossi2001", {"title": "a } b"}, "alter more than was asked"),
        ("rossi2001", {"title": "{"}, "alter more than was asked"),
        ("rossi2001", {"nothing": ""}, "no field 'nothing'"),
        ("rossi2001", {"a b": "x"}, "alter more|cannot be"),
    ],
)
def test_refusals_change_nothing(bib: Path, key: str, values: dict[str, str], said: str) -> None:
    before = bib.read_bytes()
    with pytest.raises(RvcError, match=said):
        edit_work(bib, key, values)
    assert bib.read_bytes() == before


def test_removing(bib: Path) -> None:
    laws = bib.with_name("laws.yaml")
    with pytest.raises(
        RvcError, match=r"(?s)is needed.*laws\.yaml:72:15: law toy-act.* and 6 more"
    ):
        remove_work(bib, "rossi2001", laws=laws)
    laws.write_text("format: [")
    with pytest.raises(RvcError, match="nobody can say"):
        remove_work(bib, "rossi2001", laws=laws)
    before = bib.read_bytes()
    remove_work(bib, "rossi2001", laws=laws, force=True, dry_run=True)
    assert bib.read_bytes() == before
    remove_work(bib, "rossi2001", laws=laws, force=True)
    gone = before[before.index(b"@book") : before.index(b"@misc{bill")]
    assert bib.read_bytes() == before.replace(gone, b"\n")


def test_what_others_inherit_from_stays(tmp_path: Path) -> None:
    bib = tmp_path / "x.bib"
    bib.write_text("@inbook{a, xdata = {c, B}}\n@book{b, title = {B}}\n")
    with pytest.raises(RvcError, match=r"x\.bib:1: xdata of 'a'"):
        remove_work(bib, "b")


def test_a_broken_entry_is_not_changed_and_its_neighbour_is(tmp_path: Path) -> None:
    bib = tmp_path / "x.bib"
    text = "@misc{a, title = {A} year = 2001}\n\n@misc{b, title = {B}}\n"
    bib.write_text(text)
    with pytest.raises(RvcError, match="repaired, line 1:22"):
        edit_work(bib, "a", {"title": "X"})
    edit_work(bib, "b", {"title": "X"})
    assert bib.read_text() == text.replace("{B}", "{X}")


def write(path: Path) -> None:
    add_works(path, [NEW], How())


@pytest.mark.skipif(os.name == "nt", reason="permission bits and links as on POSIX")
def test_read_only_files_and_links(bib: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.bib"
    link.symlink_to(bib)
    write(link)
    assert link.is_symlink()
    assert b"new2020" in bib.read_bytes()
    bib.chmod(0o444)
    before = bib.read_bytes()
    for change in (
        lambda: remove_work(bib, "new2020"),
        lambda: edit_work(bib, "new2020", {"year": "1"}),
    ):
        with pytest.raises(RvcError, match="read-only"):
            change()
    assert bib.read_bytes() == before


@pytest.mark.parametrize("at", ["fsync", "replace", "write"])
def test_a_full_disk_leaves_the_old_file(
    bib: Path, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    before = {path.name: path.read_bytes() for path in bib.parent.iterdir() if path.is_file()}

    def full(*_: object, **__: object) -> None:
        raise OSError(28, os.strerror(28))

    if at == "replace":
        monkeypatch.setattr(Path, "replace", full)
    elif at == "fsync":
        monkeypatch.setattr(os, "fsync", full)
    else:
        monkeypatch.setattr(atomic, "_write_temp", full)
    with pytest.raises(RvcError, match="disk is full"):
        write(bib)
    monkeypatch.undo()
    assert {
        path.name: path.read_bytes() for path in bib.parent.iterdir() if path.is_file()
    } == before


KILLED = """
import os, sys
from pathlib import Path
from rvc.tasks.add_works import How, add_works
from rvc.tasks.incoming import Copied, Incoming
from rvc.tasks.rename_key import rename
for number in range(10_000):
    work = Incoming("x", Copied("misc", f"new{number}", [("title", f"{{{number}}}")]))
    add_works(Path(sys.argv[1]), [work], How(force=True))
    print(number, flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_killed_at_any_moment_of_writing(bib: Path) -> None:
    before = bib.read_bytes()
    for wait in (0.0, 0.003, 0.011):
        with subprocess.Popen(
            [sys.executable, "-c", KILLED, str(bib)], stdout=subprocess.PIPE, text=True
        ) as running:
            assert running.stdout is not None
            running.stdout.readline()
            time.sleep(wait)
            running.send_signal(signal.SIGKILL)
        text = bib.read_bytes()
        assert text.startswith(before.rstrip())
        assert text.endswith(b"}\n")
        assert text.count(b"{") == text.count(b"}")
        bib.write_bytes(before)


def test_two_adding_at_once_both_land(bib: Path) -> None:
    code = KILLED.replace("range(10_000)", "range(int(sys.argv[2]), int(sys.argv[2]) + 8)")
    running = [
        subprocess.Popen([sys.executable, "-c", code, str(bib), str(start)], stdout=subprocess.PIPE)
        for start in (100, 200)
    ]
    assert [one.communicate() and one.returncode for one in running] == [0, 0]
    text = bib.read_text("utf-8")
    for number in (*range(100, 108), *range(200, 208)):
        assert text.count(f"@misc{{new{number},") == 1


def test_huge_and_hostile_files(tmp_path: Path) -> None:
    bib = tmp_path / "x.bib"
    for text in (
        "@misc{a, title = {" + "x y " * 2_500_000 + "}}\n",
        "@misc{a, title = {A}}\n" * 100_000,
        "@misc{a, title = {\0\x1b[2J}}\n\0\n",
        "{" * 100_000 + "\n@misc{a, title = {A}}\n",
    ):
        bib.write_text(text)
        start = time.process_time()
        write(bib)
        assert bib.read_text() == text + "\n@misc{new2020,\n  title = {New},\n}\n" or (
            "new2020" in bib.read_text()
        )
        remove_work(bib, "new2020")
        assert bib.read_text() == text
        assert time.process_time() - start < 20


def test_mixed_encodings_come_back_byte_for_byte(tmp_path: Path) -> None:
    bib = tmp_path / "x.bib"
    data = "@misc{a, title = {é é é}}\n".encode() + b"@misc{b, title = {\xe9}}\r\n% \xff\xfe\n"
    bib.write_bytes(data)
    write(bib)
    assert bib.read_bytes().startswith(data.rstrip())
    remove_work(bib, "new2020")
    assert bib.read_bytes() == data
    edit_work(bib, "b", {"year": "2001"})
    assert bib.read_bytes() == data.replace(b"{\xe9}", b"{\xe9}, year = {2001}")


def test_of_two_entries_with_one_key_nobody_knows_which_is_meant(tmp_path: Path) -> None:
    bib = tmp_path / "references.bib"
    bib.write_text("@misc{a, title={A}}\n\n@misc{A, title={B}}\n", "utf-8")
    for act in (
        lambda: edit_work(bib, "a", {"title": "C"}),
        lambda: remove_work(bib, "a"),
        lambda: rename(bib, "a", "b"),
    ):
        with pytest.raises(RvcError, match="lines 1 and 3"):
            act()
