from __future__ import annotations

import json
from pathlib import Path

import pytest

from rvc.cli.run import run

BIB = """\
% works
@article{bair, author={Bair, J.}, title={Disarticulations in Mexico}, journal={World Development},
  year=2011, keywords={a}}

@article{bair2011,
  author  = {Bair, Jennifer},
  title   = {Disarticulations in Mexico},
  journal = {World Development},
  year    = {2011},
  doi     = {10.1234/x},
}

@misc{other, author={Day, R.}, title={Affinity}, year={2004}, crossref={bair}}
"""


@pytest.fixture
def bib(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "x.bib"
    path.write_text(BIB)
    return path


@pytest.mark.usefixtures("bib")
def test_listing(capsys: pytest.CaptureFixture[str]):
    assert run(["refs", "dupes", "--file", "x.bib"]) == 1
    said = capsys.readouterr().out
    assert "same work: title, people and year agree" in said
    assert "x.bib:5  bair2011" in said
    assert run(["refs", "dupes", "--file", "x.bib", "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert [one["key"] for one in found["groups"][0]["entries"]] == ["bair", "bair2011"]


def test_merging_shows_fields_and_rewrites_citations(bib: Path, capsys: pytest.CaptureFixture[str]):
    Path("p.md").write_text("See [@bair, p. 3; @other].\n")
    call = ["refs", "dupes", "--file", "x.bib", "--merge", "--manuscript", "p.md"]
    assert run([*call, "--dry-run"]) == 0
    assert bib.read_text() == BIB
    assert "+See [@bair2011, p. 3; @other]." in capsys.readouterr().out
    assert run(call) == 0
    said = capsys.readouterr().out
    assert "bair2011 ← bair" in said
    assert "10.1234/x" in said
    assert Path("p.md").read_text() == "See [@bair2011, p. 3; @other].\n"
    text = bib.read_text()
    assert "@article{bair," not in text
    assert "crossref={bair2011}" in text
    assert text.startswith("% works\n")
    assert run(["refs", "dupes", "--file", "x.bib"]) == 0


def test_what_differs_is_merged_only_when_named(bib: Path, capsys: pytest.CaptureFixture[str]):
    bib.write_text(
        BIB.replace("keywords={a}", "note={Mine}").replace("  doi ", "  note = {Ours},\n  doi ")
    )
    before = bib.read_text()
    assert run(["refs", "dupes", "--file", "x.bib", "--merge"]) == 1
    assert "≠ Mine" in capsys.readouterr().out
    assert bib.read_text() == before
    assert run(["refs", "dupes", "--file", "x.bib", "--merge", "bair", "bair2011"]) == 0
    assert "note={Mine}" in bib.read_text()
    assert "doi" in bib.read_text()
    assert "@article{bair2011" not in bib.read_text()


@pytest.mark.usefixtures("bib")
def test_wrong_use():
    assert run(["refs", "dupes", "--dry-run"]) == 2
    assert run(["refs", "dupes", "--file", "x.bib", "bair"]) == 2
    assert run(["refs", "dupes", "--file", "x.bib", "--merge", "bair"]) == 2
    assert run(["refs", "dupes", "--file", "x.bib", "--merge", "bair", "nobody"]) == 2
    assert run(["refs", "dupes", "--file", "none.bib"]) == 2


def test_hostile_text(bib: Path, capsys: pytest.CaptureFixture[str]):
    entry = b"@misc{k%d\x1b[31m, title = {\x1b]0;x\x07 a b \xff c}, author={X, Y}, year={2001}}\n"
    bib.write_bytes(b"".join(entry % number for number in range(2)) + b"@misc{broken, \n")
    assert run(["refs", "dupes", "--file", "x.bib"]) == 1
    assert "\x1b" not in capsys.readouterr().out
