"""The commands that list, show, search, add, edit, remove, rename and open works."""

from __future__ import annotations

import json
import shutil
import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from services import CHAINS, knows, played_by, says
from toys import TOY

if TYPE_CHECKING:
    from sites import Site

Rvc = Callable[..., Any]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    data = tmp_path / "data"
    shutil.copytree(TOY, data, ignore=lambda *_: [])
    monkeypatch.chdir(tmp_path)
    return data


@pytest.fixture
def services(site: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    played_by(site, monkeypatch)
    knows(site, CHAINS)
    return site


def test_list(rvc: Rvc, golden: Callable[[str, str], None]) -> None:
    said = rvc("refs", "list")
    assert (said.code, said.err) == (0, "")
    golden("refs-list.txt", said.out)
    assert rvc("refs", "list").out == said.out  # from the cache


def test_list_says_what_bibtex_loses(folder: Path, rvc: Rvc) -> None:
    bib = folder / "references.bib"
    bib.write_text(bib.read_text("utf-8") + "@misc{act2003, title = {again}}\n", "utf-8")
    for _ in range(2):
        assert "BibTeX loses 1 entry" in rvc("refs", "list").err


def test_json(rvc: Rvc, golden: Callable[[str, str], None]) -> None:
    golden("refs-list.json", rvc("refs", "list", "--json").out)
    golden("refs-show.json", rvc("refs", "show", "act2003", "--json").out)
    found = json.loads(rvc("refs", "search", "author:rossi", "--json").out)
    assert [work["key"] for work in found["works"]] == ["rossi2001"]
    assert found["file"] == str(Path("data") / "references.bib")


def test_show(rvc: Rvc, golden: Callable[[str, str], None]) -> None:
    golden("refs-show.txt", rvc("refs", "show", "rossi2001").out)
    said = rvc("refs", "show", "rosi2001")
    assert said.code == 0
    assert said.err == "there is no 'rosi2001'; this is 'rossi2001', the only key like it\n"
    assert rvc("refs", "show", "xyzzy").code == 2


def test_an_entry_that_is_lost_is_said_beside_the_one_that_is_kept(folder: Path, rvc: Rvc) -> None:
    bib = folder / "references.bib"
    bib.write_text(bib.read_text("utf-8") + "@misc{act2003, title = {again}}\n", "utf-8")
    assert "is used already in line 16" in rvc("refs", "show", "act2003").out


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("author:rossi year:1999..2002 type:book -keyword:x", ["rossi2001"]),
        ("-keyword:unresolved -type:book", ["bill2001", "act2003"]),
        ("title:/^toy/", ["bill2001", "act2003"]),
        ("year:2003..", ["act2003"]),
        ("person:cruz", ["rossi2001"]),
    ],
)
def test_search(rvc: Rvc, query: str, keys: list[str]) -> None:
    found = json.loads(rvc("refs", "search", *query.split(), "--json").out)
    assert [work["key"] for work in found["works"]] == keys


def test_nothing_is_found(rvc: Rvc) -> None:
    assert (rvc("refs", "search", "xyzzy").code, rvc("refs", "search", "year:x").code) == (1, 2)


def test_add_by_doi(folder: Path, rvc: Rvc, services: Site) -> None:
    bib = folder / "references.bib"
    before = bib.read_bytes()
    said = rvc("refs", "add", "https://doi.org/10.5555/X", "--dry-run")
    assert "+@article{day2013" in said.out
    assert bib.read_bytes() == before
    said = rvc("refs", "add", "10.5555/x")
    assert (said.code, said.err) == (0, "")
    assert "added day2013chains (data" in said.out
    assert bib.read_bytes().startswith(before.rstrip())
    asked = len(services.asked)
    said = rvc("refs", "add", "doi:10.5555/x")
    assert (said.code, len(services.asked)) == (2, asked), "nobody is asked about what is there"
    assert "is there already as 'day2013chains' (the same DOI 10.5555/x)" in said.err
    assert "nothing to add" in rvc("refs", "add", "10.5555/x", "--only-new").out.replace(
        "left out", "nothing to add"
    )


def test_add_what_nobody_knows_or_when_nobody_answers(
    folder: Path, rvc: Rvc, services: Site
) -> None:
    before = (folder / "references.bib").read_bytes()
    none = [{"DOI": "10.5555/none", "status": "DOI does not exist"}]
    says(services, "/doi.org/doiRA/10.5555/none", none)
    services.says("/crossref/works/10.5555%2Fhtml", "<html>", 200, {"Content-Type": "text/html"})
    for given in (
        "10.5555/none",
        "10.5555/html",
        "nothing",
        "1234567",
        "missing.ris",
        "978030640615",
    ):
        said = rvc("refs", "add", given)
        assert (said.code, said.out) == (2, ""), given
        assert said.err.startswith("rvc: "), given
    assert (folder / "references.bib").read_bytes() == before


def test_add_from_standard_input_and_files(
    folder: Path, rvc: Rvc, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import io
    import sys

    class Input:
        buffer = io.BytesIO(b"@misc{x1, title = {X}}\n")

        def isatty(self) -> bool:
            return False

    (tmp_path / "a.ris").write_text("TY  - BOOK\nTI  - R\nAU  - Ris, A\nPY  - 1999\nER  - \n")
    (tmp_path / "a.json").write_text('[{"type": "book", "title": "J", "citation-key": "j1"}]')
    monkeypatch.setattr(sys, "stdin", Input())
    said = rvc("refs", "add", "-", "a.ris", "a.json")
    assert said.code == 0
    assert "warning: ris1999r: @book without publisher [required-field]" in said.err
    assert "x1" not in said.err
    text = (folder / "references.bib").read_text("utf-8")
    assert [key in text for key in ("@misc{x1,", "@book{ris1999r,", "@book{j1,")] == [True] * 3


def test_edit_remove_and_back(folder: Path, rvc: Rvc) -> None:
    bib = folder / "references.bib"
    before = bib.read_bytes()
    said = rvc("refs", "edit", "act2003", "title=Toy Act", "note=x", "--dry-run")
    assert (said.code, bib.read_bytes()) == (0, before)
    assert "+@misc{act2003, title={Toy Act}, year={2003}, note={x}}" in said.out
    rvc("refs", "edit", "act2003", "note=x")
    rvc("refs", "edit", "act2003", "note=")
    assert bib.read_bytes() == before
    assert rvc("refs", "edit", "act2003", "note").code == 2
    assert "rename" in rvc("refs", "edit", "act2003", "key=x").err
    said = rvc("refs", "remove", "act2003")
    assert said.code == 2
    assert "laws.yaml:" in said.err
    assert rvc("refs", "remove", "act2003", "--force").code == 0
    assert b"act2003" not in bib.read_bytes()


def test_rename(rvc: Rvc, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("@rossi2001\n")
    said = rvc("refs", "rename", "rossi2001", "rossi", "a.md", "--dry-run")
    assert "+@rossi\n" in said.out
    said = rvc("refs", "rename", "rossi2001", "rossi", "a.md")
    assert said.code == 0
    assert said.out.splitlines()[-1] == "a.md: 1 citation"
    assert (tmp_path / "a.md").read_text() == "@rossi\n"
    assert rvc("check").code == rvc("--data", TOY, "check").code
    assert rvc("refs", "rename", "rossi", "bill2001").code == 2


def test_open(folder: Path, rvc: Rvc, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", lambda url: opened.append(url) or True)
    address = "https://example.org/bill-1.html?a=1&b=2"
    assert rvc("refs", "open", "bill2001", "--print").out == f"{address}\n"
    assert opened == []
    assert rvc("refs", "open", "bill2001").code == 0
    assert opened == [address]
    assert rvc("refs", "open", "act2003").code == 2
    bib = folder / "references.bib"
    for url in ("file:///etc/passwd", "javascript:alert(1)", "-x", "//host"):
        bib.write_text(f"@misc{{k, url = {{{url}}}}}\n")
        assert rvc("refs", "open", "k").code == 2, url
    bib.write_text(
        "@misc{k, doi = {10.5555/A<B>#1}}\n@misc{a, eprint={2101.1}, eprinttype={arxiv}}\n"
    )
    assert rvc("refs", "open", "k", "--print").out == "https://doi.org/10.5555/a%3Cb%3E%231\n"
    assert rvc("refs", "open", "a", "--print").out == "https://arxiv.org/abs/2101.1\n"
    assert opened == [address]


def test_hostile_bibliographies_are_read(folder: Path, rvc: Rvc) -> None:
    bib = folder / "references.bib"
    bib.write_bytes(b"@misc{a, title = {A}\n@misc{b, title = {B \x00 \x1b[2J \xff}}\n")
    for words in ("list", "list --json", "show a", "show a --json", "search a", "search a --json"):
        said = rvc("refs", *words.split())
        assert said.code == 0, words
        assert "\x1b" not in said.out + said.err
    assert rvc("refs", "list").out == "a\n  A n.d. A\n"
    bib.write_bytes(b"\xff\xfe\x00")
    for words in ("list", "list --json", "show a", "search a", "remove a", "edit a x=y"):
        assert rvc("refs", *words.split()).code == 2, words


def test_a_bibliography_without_laws(rvc: Rvc, tmp_path: Path) -> None:
    bib = tmp_path / "alone" / "thesis.bib"
    bib.parent.mkdir()
    bib.write_text("@misc{a, title={A}, year=2001}\n", "utf-8")
    for words in (["list"], ["show", "a"], ["check"], ["cite", "a"], ["cited-by", "a"]):
        assert rvc("--data", str(bib), "refs", *words).code == 0, words
    assert rvc("--data", str(bib), "refs", "edit", "a", "year=2002").code == 0
    assert "2002" in bib.read_text("utf-8")
    said = rvc("--data", str(bib), "laws", "list")
    assert (said.code, "no laws.yaml there" in said.err) == (2, True)


def test_what_an_edit_leaves_wrong_is_remarked(folder: Path, rvc: Rvc) -> None:
    said = rvc("refs", "edit", "rossi2001", "year=20x4", "note=A & B_c 50%", "--dry-run")
    assert said.code == 0
    assert "rossi2001: the year '20x4' is none [date-form]" in said.err
    assert "note: '&' and '_' and '%' are not escaped [unescaped-special]" in said.err
    assert "rossi2001" in (folder / "references.bib").read_text("utf-8")
    assert "year" not in rvc("refs", "edit", "rossi2001", "year=2004", "--dry-run").err


def test_a_tag_that_no_work_has_is_said(rvc: Rvc) -> None:
    said = rvc("--data", TOY, "refs", "list", "--tag", "zzzzz")
    assert (said.code, said.out) == (0, "")
    assert "no work has the tag 'zzzzz'." in said.err


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("vigilence", "no work has 'vigilence'; did you mean 'vigilance'?"),
        ("titel:x", ""),  # a field that nobody knows: another message
        ("author:rosssi", "no work has 'rosssi' in the field 'author'; did you mean 'rossi'?"),
        ("type:bok", "no work has 'bok' in the field 'type'; did you mean 'book'?"),
        ("qqqqqqq", "no work has 'qqqqqqq'\n"),
        ("year:1999..2000 rossi", ""),
    ],
)
def test_words_that_no_work_has_are_named(rvc: Rvc, folder: Path, query: str, said: str) -> None:
    bib = folder / "references.bib"
    bib.write_text(bib.read_text("utf-8").replace("Chains", "Vigilance of chains"), "utf-8")
    told = rvc("refs", "search", *query.split())
    assert told.code == (2 if query.startswith("titel") else 1)
    assert said in told.err
    assert ("no work has" in told.err) == bool(said)


def test_rules_that_are_none_are_refused_before_anything_is_written(rvc: Rvc, folder: Path) -> None:
    (folder / "pyproject.toml").write_text('[tool.rvc.refs]\nselect = ["pages-from"]\n')
    before = (folder / "references.bib").read_bytes()
    for call in (["edit", "rossi2001", "year=2002"], ["add", "new.bib"]):
        (folder.parent / "new.bib").write_text("@misc{n, title={New}}\n")
        said = rvc("refs", *call)
        assert said.code == 2
        assert "pyproject.toml: unknown rule 'pages-from' (did you mean 'pages-form'?)" in said.err
    assert (folder / "references.bib").read_bytes() == before


def test_a_bibliography_without_works_is_said_to_be_one(rvc: Rvc, folder: Path) -> None:
    empty = folder.parent / "empty.bib"
    empty.write_text("no entries\n")
    said = rvc("--data", empty, "refs", "list")
    assert (said.code, said.out) == (0, "")
    assert "empty.bib: there is no work in it" in said.err
    assert "(there is none at all)" in rvc("--data", empty, "refs", "show", "a").err
    said = rvc("--data", folder.parent / "none.bib", "refs", "list")
    assert said.code == 2
    assert "none.bib: there is no such file (--data names it)" in said.err


def test_without_a_register_nothing_can_rest_on_a_work(rvc: Rvc, folder: Path) -> None:
    assert "register" not in rvc("refs", "cited-by", "act2003").err
    (folder / "laws.yaml").unlink()
    said = rvc("--data", folder, "refs", "cited-by", "act2003")
    assert said.code == 0
    assert "there is no register: no laws.yaml beside the bibliography" in said.err


def test_what_changes_nothing_says_so(rvc: Rvc, folder: Path) -> None:
    said = rvc("refs", "rename", "rossi2001", "rossi2001")
    assert (said.code, said.out, said.err) == (0, "", "nothing changes\n")
    said = rvc("refs", "add", folder / "references.bib", "--only-new", "--dry-run")
    assert (said.code, said.out) == (0, "")
    assert "left out Toy Act 2003" in said.err
