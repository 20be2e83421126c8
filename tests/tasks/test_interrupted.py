"""A rename that is killed at any moment: nothing is done, or all is after the next command."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from toys import TOY

CHILD = """
import os, signal, sys
from rvc.cli.run import run
from rvc.adapters import atomic, http, journal, evidence
import rvc.tasks.rename_key, rvc.cli.refs_rename, rvc.analysis.manuscripts
data, last, *call = sys.argv[1:]
left = int(last)

def watch(event, arguments):
    global left
    if event == "open":
        changes = isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
        if not changes and not os.path.isdir(os.fspath(arguments[0])):
            return
    elif event not in ("os.rename", "os.remove"):
        return
    if not str(arguments[0]).startswith(data):
        return
    left -= 1
    if not left:
        os.kill(os.getpid(), signal.SIGKILL) if hasattr(signal, "SIGKILL") else os._exit(9)

sys.addaudithook(watch)
sys.exit(run(call))
"""
"""Runs a command and kills it just before the n-th time that it changes something on the disk."""

Rvc = Callable[..., Any]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "data"
    shutil.copytree(TOY, folder)
    (folder / "a.md").write_text("As @rossi2001 says.\n")
    (folder / "b.tex").write_text("\\cite{rossi2001}\n")
    monkeypatch.chdir(folder)
    return folder


CALL = ["refs", "rename", "rossi2001", "rossicruz2001", "a.md", "b.tex"]


def killed(data: Path, moment: int, call: list[str]) -> bool:
    """Whether the command was killed at its n-th step, and had not ended before."""
    command = [sys.executable, "-c", CHILD, str(data), str(moment), "--data", str(data), *call]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode in (0, 9, -9), done.stderr
    return done.returncode != 0


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def restore(folder: Path, files: dict[str, bytes]) -> None:
    for path in folder.iterdir():
        path.unlink()
    for name, content in files.items():
        (folder / name).write_bytes(content)


def test_a_kill_at_any_moment_is_made_good_by_the_same_command(data: Path, rvc: Rvc) -> None:
    before = contents(data)
    assert rvc("--data", data, *CALL).code == 0
    after = contents(data)
    assert len([name for name in after if after[name] != before[name]]) == 4
    moments, half = 0, 0
    while True:
        restore(data, before)
        if not killed(data, moments + 1, CALL):
            break
        moments += 1
        state = {name: text for name, text in contents(data).items() if name in before}
        half += state not in (before, after)
        again = rvc("--data", data, *CALL)
        done = state == after and not list(data.glob(".*.unfinished"))
        assert again.code == 0 or (again.code == 2 and done and "rossi2001" in again.err)
        assert contents(data) == after
    assert moments > 12
    assert half >= 3


def test_the_next_change_of_the_bibliography_finishes_it(data: Path, rvc: Rvc) -> None:
    before = contents(data)
    rvc("--data", data, *CALL)
    after = contents(data)
    for moment in range(1, 40):
        restore(data, before)
        if not killed(data, moment, CALL):
            break
        assert rvc("--data", data, "refs", "edit", "act2003", "note=Seen").code == 0
        texts = contents(data)
        rest = {name: text for name, text in texts.items() if name in before}
        del rest["references.bib"]
        whole = after if b"rossicruz2001" in texts["references.bib"] else before
        assert rest == {name: whole[name] for name in rest}
        assert not list(data.glob(".*.unfinished*"))
        assert not list(data.glob(".references.bib.*"))


def interrupted(data: Path) -> None:
    """Leave the rename with some files new and some old."""
    before = contents(data)
    for moment in range(1, 40):
        restore(data, before)
        assert killed(data, moment, CALL)
        if b"rossicruz2001" in (data / "references.bib").read_bytes():
            return


def test_a_dry_run_changes_nothing_and_says_what_waits(data: Path, rvc: Rvc) -> None:
    interrupted(data)
    waiting = contents(data)
    said = rvc("--data", data, *CALL, "--dry-run")
    assert said.code == 2
    assert "was interrupted" in said.err
    assert contents(data) == waiting


def test_a_file_that_was_changed_since_is_not_written_over(data: Path, rvc: Rvc) -> None:
    interrupted(data)
    (data / "b.tex").write_text("changed since\n")
    waiting = contents(data)
    said = rvc("--data", data, *CALL)
    assert said.code == 2
    assert "b.tex" in said.err
    assert "changed since" in said.err
    assert ".unfinished" in said.err
    assert contents(data) == waiting
    (data / ".references.bib.unfinished").unlink()
    assert rvc("--data", data, "refs", "edit", "act2003", "note=Seen").code == 0


def test_a_journal_moves_nothing_but_new_texts_beside_their_files(data: Path, rvc: Rvc) -> None:
    from rvc.adapters.journal import begin

    target, foreign = data / "b.tex", data / "foreign"
    foreign.write_text("x")
    begin(
        data / ".references.bib.unfinished",
        [(data / "references.bib", foreign, (data / "references.bib").read_bytes(), b"x")],
    )
    before = contents(data)
    said = rvc("--data", data, "refs", "edit", "act2003", "note=Seen")
    assert said.code == 2
    assert contents(data) == before
    assert target.exists()
