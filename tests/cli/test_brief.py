from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from registers import small
from toys import TOY, Said

Rvc = Callable[..., Said]
FILES = ["comparison.md", "toy-act.md", "toy-treaty.md"]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != "cache")


def test_briefs_are_written_once_and_then_only_when_they_change(tmp_path: Path, rvc: Rvc) -> None:
    out = tmp_path / "briefs"
    said = rvc("--data", TOY, "brief", "--out", out)
    assert said.code == 0
    assert said.out.splitlines() == [f"written: {out / name}" for name in sorted(FILES[1:])] + [
        f"written: {out / FILES[0]}"
    ]
    assert names(out) == FILES
    assert rvc("--data", TOY, "brief", "--out", out).out == ""
    (out / "toy-act.md").write_text("old", encoding="utf-8")
    assert rvc("--data", TOY, "brief", "--out", out).out == f"written: {out / 'toy-act.md'}\n"


def test_one_law_has_one_brief_and_no_comparison(tmp_path: Path, rvc: Rvc) -> None:
    rvc("--data", TOY, "brief", "toy-act", "--out", tmp_path)
    assert names(tmp_path) == ["toy-act.md"]


def test_check_says_what_is_stale_or_missing_and_writes_nothing(tmp_path: Path, rvc: Rvc) -> None:
    check = ("--data", TOY, "brief", "--check", "--out", tmp_path)
    missing = rvc(*check)
    assert missing.code == 1
    assert missing.out.count(" (should be)\n") == 3
    assert names(tmp_path) == []
    rvc("--data", TOY, "brief", "--out", tmp_path)
    fresh = rvc(*check)
    assert (fresh.code, fresh.out) == (0, "")
    file = tmp_path / "toy-act.md"
    file.write_text(file.read_text(encoding="utf-8") + "\x1b[31mmore", encoding="utf-8")
    stale = rvc(*check)
    assert stale.code == 1
    assert "-\\x1b[31mmore\n" in stale.out
    assert "\x1b" not in stale.out
    assert file.read_text(encoding="utf-8").endswith("more")


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path: Path, rvc: Rvc) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    said = rvc("--data", TOY, "brief", "--out", tmp_path / "file")
    assert (said.code, said.out) == (2, "")
    assert "Traceback" not in said.err


@pytest.mark.parametrize("id", ["../evil", "a/b", "a\\b", "c:d"])
def test_no_id_of_a_law_leads_out_of_the_folder(id: str, tmp_path: Path, rvc: Rvc) -> None:
    text = yaml.safe_dump(small(laws=[{"id": id, "final": "bill-2"}]))
    (tmp_path / "laws.yaml").write_text(text, encoding="utf-8")
    said = rvc("--data", tmp_path, "brief", "--out", tmp_path / "out" / "in")
    assert said.code == 2
    assert "is no name for a file" in said.err
    assert names(tmp_path) == ["laws.yaml"]


def test_no_law_takes_the_name_of_the_comparison(tmp_path: Path, rvc: Rvc) -> None:
    laws = [{"id": "comparison", "final": "bill-2"}, {"id": "act", "final": "bill-2"}]
    (tmp_path / "laws.yaml").write_text(yaml.safe_dump(small(laws=laws)), encoding="utf-8")
    said = rvc("--data", tmp_path, "brief", "--out", tmp_path / "out")
    assert said.code == 2
    assert "no law can be called 'comparison'" in said.err


KILLED = """\
import sys, time
from rvc.adapters import atomic
from rvc.cli.run import run

def stop(item):
    print("about to replace", flush=True)
    time.sleep(60)

atomic._replace = stop
run(sys.argv[1:])
"""


def test_a_run_that_is_killed_while_writing_leaves_the_old_briefs_whole(
    tmp_path: Path, rvc: Rvc
) -> None:
    rvc("--data", TOY, "brief", "--out", tmp_path)
    for name in FILES:
        (tmp_path / name).write_text(f"old {name}", encoding="utf-8")
    call = ("--data", str(TOY), "brief", "--out", str(tmp_path))
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, *call],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=dict(os.environ),
    )
    assert process.stdout is not None
    assert process.stdout.readline().strip() == b"about to replace"
    process.kill()
    process.wait()
    process.stdout.close()
    assert [(tmp_path / name).read_text(encoding="utf-8") for name in FILES] == [
        f"old {name}" for name in FILES
    ]
    assert rvc(*call).code == 0
    assert all("# " in (tmp_path / name).read_text(encoding="utf-8") for name in FILES)
