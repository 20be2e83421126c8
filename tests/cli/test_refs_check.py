from __future__ import annotations

import json
from pathlib import Path

import pytest

from rvc.cli.run import run
from rvc.lint.bib_table import BIB_RULES

GOOD = "@misc{a, title = {T}, year = {2001}}\n"
BAD = "@misc{a, title = {T}, pages = {1-2}, isbn = {123}}\n"


@pytest.fixture
def bib(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "x.bib"
    path.write_text(BAD)
    return path


def test_exit_codes(bib: Path, capsys: pytest.CaptureFixture[str]):
    assert run(["refs", "check", "x.bib"]) == 1
    said = capsys.readouterr()
    assert "x.bib:1:23: warning: a: pages '1-2'" in said.out
    assert "1 can be repaired with --fix" in said.err
    bib.write_text(GOOD)
    assert run(["refs", "check", "x.bib"]) == 0
    assert run(["refs", "check", "none.bib"]) == 2
    assert run(["refs", "check", "x.bib", "--rule", "pages"]) == 2
    assert run(["refs", "check", "x.bib", "--unsafe"]) == 2
    assert run(["refs", "check", "x.bib", "--dialect", "tex"]) == 2


def test_open_doubts_do_not_fail(bib: Path, capsys: pytest.CaptureFixture[str]):
    bib.write_text("@misc{a, title = {T}, keywords = {status-memory}}\n")
    assert run(["refs", "check", "x.bib"]) == 0
    assert capsys.readouterr().out == "x.bib: 1 note: --notes shows them\n"
    for more in (["--notes"], ["--rule", "open-doubt"], ["-f", "json"], ["-f", "github"]):
        assert run(["refs", "check", "x.bib", *more]) == 0
        assert "every field is recalled" in capsys.readouterr().out, more


@pytest.mark.usefixtures("bib")
def test_formats(capsys: pytest.CaptureFixture[str]):
    assert run(["refs", "check", "x.bib", "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["format"] == "rvc.check/1"
    assert [one["rule"] for one in found["findings"]] == ["pages-form", "isbn-check"]
    run(["refs", "check", "x.bib", "-f", "github"])
    assert capsys.readouterr().out.startswith("::warning file=x.bib,line=1,col=23,title=pages-form")
    run(["refs", "check", "x.bib", "-f", "sarif"])
    log = json.loads(capsys.readouterr().out)
    assert log["runs"][0]["results"][0]["ruleId"] == "pages-form"


def test_fix_and_diff(bib: Path, capsys: pytest.CaptureFixture[str]):
    assert run(["refs", "check", "x.bib", "--fix", "--diff"]) == 1
    said = capsys.readouterr()
    assert "-@misc{a, title = {T}, pages = {1-2}" in said.out
    assert "would repair 1 (pages-form 1)" in said.err
    assert bib.read_text() == BAD
    assert run(["refs", "check", "x.bib", "--fix"]) == 1
    assert bib.read_text() == BAD.replace("1-2", "1--2")


def test_manuscripts(bib: Path, capsys: pytest.CaptureFixture[str]):
    bib.write_text(GOOD + "@misc{b, title = {U}, year = {2002}}\n")
    Path("p.tex").write_text("\nSee \\cite{a,aa}.\n")
    assert run(["refs", "check", "x.bib", "--cited-in", "p.tex", "--notes"]) == 1
    said = capsys.readouterr().out
    assert "p.tex:2:13: error: aa: is cited and not in the bibliography [undefined-key]" in said
    assert "note: b: nothing cites this entry [unused-key]" in said
    Path("p.tex").write_text("\\cite{a}\\nocite{*}\n")
    assert run(["refs", "check", "x.bib", "--cited-in", "p.tex"]) == 0


@pytest.mark.parametrize(
    ("name", "text", "every"),
    [
        ("p.tex", "\\cite{a}\\nocite{*}", True),
        ("p.tex", "\\cite{a}% \\nocite{*}", False),
        ("p.aux", "\\citation{a}\\citation{*}", True),
        ("p.md", "---\nnocite: '@*'\n---\n@a", True),
        ("p.typ", '@a #bibliography("x.bib", full: true)', True),
        ("p.org", "[cite:@a] [cite/nocite:@*]", True),
        ("p.md", "@a", False),
    ],
)
def test_what_cites_everything(
    bib: Path, capsys: pytest.CaptureFixture[str], name: str, text: str, every: bool
) -> None:
    bib.write_text(GOOD + "@misc{b, title = {U}, year = {2002}}\n")
    Path(name).write_text(text)
    run(["refs", "check", "x.bib", "--cited-in", name, "--rule", "unused-key"])
    assert ("nothing cites this entry" not in capsys.readouterr().out) == every


def test_further_keys_labels_and_line_ends(bib: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bib.write_text("@misc{a, title = {T}, year = {2001}, ids = {b, c}}\n")
    Path("p.typ").write_text("@c\r@fig-map\r@zzz", newline="")
    assert run(["refs", "check", "x.bib", "--cited-in", "p.typ", "--notes"]) == 1
    assert capsys.readouterr().out.startswith("p.typ:3:2: error: zzz: is cited and not in")
    Path("p.ipynb").write_text("{")
    assert run(["refs", "check", "x.bib", "--cited-in", "p.ipynb"]) == 2
    assert "p.ipynb" in capsys.readouterr().err


@pytest.mark.usefixtures("bib")
def test_settings_of_pyproject():
    Path("pyproject.toml").write_text(
        '[tool.rvc.refs]\nignore = ["isbn-check"]\nseverity = {pages-form = "note"}\n'
    )
    assert run(["refs", "check", "x.bib"]) == 0
    Path("pyproject.toml").write_text('[tool.rvc.refs]\nignore = ["isbn"]\n')
    assert run(["refs", "check", "x.bib"]) == 2


@pytest.mark.usefixtures("bib")
def test_explain(capsys: pytest.CaptureFixture[str]):
    assert run(["refs", "check", "--explain", "pages-form"]) == 0
    assert capsys.readouterr().out.startswith("## pages-form\n")
    assert run(["refs", "check", "--rules"]) == 0
    listed = capsys.readouterr().out
    assert all(f"{rule.name} " in listed for rule in BIB_RULES)


def test_hostile_text_stays_text(bib: Path, capsys: pytest.CaptureFixture[str]):
    bib.write_bytes(b"@misc{a\x1b[31m, title = {\x1b]0;x\x07}, pages = {\x1b[2J}, year={\xff}}\n\0")
    assert run(["refs", "check", "x.bib"]) == 1
    said = capsys.readouterr().out
    assert "\x1b" not in said
    assert "\x07" not in said
    for form in ("json", "sarif", "github"):
        run(["refs", "check", "x.bib", "-f", form])
        assert "\x1b" not in capsys.readouterr().out


def test_the_bibliography_of_the_project_passes(capsys: pytest.CaptureFixture[str]):
    root = Path(__file__).parents[2]
    assert run(["--data", str(root / "data"), "refs", "check", "--notes"]) == 0
    said = capsys.readouterr().out
    assert "kutting2014unresolved" in said
    assert "(known: author not noted)" in said


def test_the_findings_on_all_bad_samples(bib: Path, capsys: pytest.CaptureFixture[str]):
    samples = []
    for number, rule in enumerate(BIB_RULES):
        if rule.name not in ("unterminated", "swallowed", "last-line", "entry-in-comment"):
            samples.append(rule.bad.replace("{day", f"{{s{number}day"))
    bib.write_bytes("\n".join(samples).encode("utf-8", "surrogateescape"))
    assert run(["refs", "check", "x.bib", "--notes"]) == 1
    golden = Path(__file__).parents[1] / "golden" / "refs-check.txt"
    said = capsys.readouterr().out
    assert said == golden.read_text(encoding="utf-8")
