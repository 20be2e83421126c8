"""`rvc laws redline`: two files, provisions by number, shorthand, and corrections by people."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from texts import HTML, PAGES, data_folder
from toys import Said

if TYPE_CHECKING:
    from sites import Site

Rvc = Callable[..., Said]
CALL = ("laws", "redline", "river-act", "--from", "bill-2", "--to", "act")


@pytest.fixture
def fetched(tmp_path: Path, site: Site, rvc: Rvc, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder in the current folder, with its texts."""
    monkeypatch.chdir(tmp_path)
    folder = data_folder(tmp_path, site)
    assert rvc("texts", "fetch").code == 0
    return folder


def bill(*articles: tuple[str, str]) -> str:
    body = "".join(f"<p><b>{title}</b></p><p>{words}</p>" for title, words in articles)
    return f'<html lang="fr"><body><h1>PROPOSITION DE LOI</h1>{body}</body></html>'


@pytest.fixture
def bills(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    """The call on two files, the right one with shorthand."""
    monkeypatch.chdir(tmp_path)
    full = (("Article 1er", "Toute société établit un plan."), ("Article 2", "Il est publié."))
    Path("left.html").write_text(bill(*full), encoding="utf-8")
    short = ("Articles 1er et 2", "(Conformes)"), ("Article 3", "Un décret suit.")
    Path("right.html").write_text(bill(*short), encoding="utf-8")
    return ("laws", "redline", "--left", "left.html", "--right", "right.html")


@pytest.mark.parametrize("form", ["terminal", "markdown", "json"])
def test_shorthand_of_a_file_is_expanded_and_said(
    rvc: Rvc, bills: tuple[str, ...], form: str
) -> None:
    said = rvc(*bills, "--format", form)
    assert said.code == 0
    assert "dropped" not in said.out
    told = " ".join(said.out.split())
    assert "right.html: Articles 1er et 2: not changed, words taken from left.html" in told


@pytest.mark.parametrize("number", ["1", "1er", "Article 1er", "article 1er"])
def test_a_provision_is_named_by_its_number(rvc: Rvc, bills: tuple[str, ...], number: str) -> None:
    said = rvc(*bills, "--provision", number)
    assert "Article 1er: unchanged" in said.out
    assert "Article 2" not in said.out.replace("Articles 1er et 2", "")
    assert "Toute société" in rvc(*bills, "--provision", number, "--whole").out


@pytest.mark.parametrize(
    "options", [("--from", "a"), ("--to", "a"), ("--link", "a=b"), ("--unlink", "a=b")]
)
def test_options_on_versions_are_refused_with_two_files(
    rvc: Rvc, bills: tuple[str, ...], options: tuple[str, str]
) -> None:
    said = rvc(*bills, *options)
    assert said.code == 2
    assert f"{options[0]}: only for the versions of a law" in said.err
    assert rvc(*bills, "--note", "why").code == 2


def docx(words: str) -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        body = f"<w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body>"
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{space}">{body}</w:document>')
    return target.getvalue()


def test_files_that_are_no_plain_text_are_read(rvc: Rvc, docx_files: tuple[str, str]) -> None:
    left, right = docx_files
    said = rvc("laws", "redline", "--left", left, "--right", right, "-f", "plain")
    assert (said.code, said.err) == (0, "")
    assert "The firm [-may-]{+shall+} act." in said.out


@pytest.fixture
def docx_files(tmp_path: Path) -> tuple[str, str]:
    made = []
    for name, verb in (("left", "may"), ("right", "shall")):
        path = tmp_path / f"{name}.docx"
        path.write_bytes(docx(f"The firm {verb} act."))
        made.append(str(path))
    return made[0], made[1]


@pytest.mark.usefixtures("fetched")
def test_a_later_correction_replaces_an_older_one(rvc: Rvc, fetched: Path) -> None:
    assert rvc(*CALL, "--link", "sec_4=sec_2").code == 0
    said = rvc(*CALL, "--link", "sec_4=")
    assert "the correction sec_4=sec_2 is replaced" in said.err
    kept = (fetched / "alignments.yaml").read_text(encoding="utf-8")
    assert kept.count("left: sec_4") == 1
    assert "right: sec_2" not in kept
    said = rvc(*CALL, "--link", "sec_4=sec_2", "--link", "sec_4=")
    assert said.code == 2
    assert "cannot both stand alone and belong" in said.err


@pytest.mark.usefixtures("fetched")
def test_several_pairs_in_one_call_are_a_split(rvc: Rvc) -> None:
    said = rvc(*CALL, "--link", "sec_4=sec_2", "--link", "sec_4=sec_3")
    assert (said.code, said.err) == (0, "")
    assert "Section 4 → Section 2 + Section 3: split" in said.out


@pytest.mark.usefixtures("fetched")
def test_a_correction_is_taken_back(rvc: Rvc) -> None:
    before = rvc(*CALL).out
    rvc(*CALL, "--link", "sec_4=sec_2")
    said = rvc(*CALL, "--unlink", "sec_4=sec_3")
    assert said.code == 2
    assert "recorded: sec_4=sec_2" in said.err
    assert rvc(*CALL, "--unlink", "sec_4=sec_2").out == before


@pytest.mark.usefixtures("fetched")
def test_a_stale_correction_is_a_warning(rvc: Rvc, site: Site) -> None:
    rvc(*CALL, "--link", "sec_4=sec_2")
    act = (PAGES / "act.html").read_text(encoding="utf-8")
    site.says("/act.html", act.replace("one year", "two years"), headers=HTML)
    rvc("texts", "fetch", "--accept")
    said = rvc(*CALL, "--json")
    assert said.code == 0
    assert "warning: correction sec_4 → sec_2 not applied" in said.err


@pytest.mark.usefixtures("fetched")
def test_check_finds_corrections_that_no_longer_hold(rvc: Rvc, fetched: Path) -> None:
    before = rvc("check").code
    rvc(*CALL, "--link", "sec_4=sec_2")
    assert "[correction]" not in rvc("check", "--texts").out
    assert rvc("check").code == before
    path = fetched / "alignments.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("sec_2", "sec_77"), encoding="utf-8")
    said = rvc("check")
    assert said.code == 1
    assert "has no provision 'sec_77'" in " ".join(said.out.split())
    assert "A person who overrules" in rvc("check", "--explain", "correction").out
    assert "warning: correction sec_4 → sec_77 not applied" in rvc(*CALL).err
    path.write_text("[", encoding="utf-8")
    assert "alignments.yaml:" in rvc("check").out
