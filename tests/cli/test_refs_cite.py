from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from toys import TOY

Rvc = Callable[..., Any]


def test_a_work_is_printed_in_a_style(rvc: Rvc) -> None:
    said = rvc("--data", TOY, "refs", "cite", "rossi2001", "--style", "apa")
    assert said.code == 0
    assert said.out.startswith("Rossi, M., & de la Cruz, J. (2001). ")


def test_a_citation_for_a_text(rvc: Rvc) -> None:
    said = rvc("--data", TOY, "refs", "cite", "rossi2001", "--in-text")
    assert said.out == "(Rossi & de la Cruz, 2001)\n"


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["rosi2001"], "did you mean 'rossi2001'?"),
        (["rossi2001", "--style", "harvrd"], "did you mean 'harvard'?"),
        (["rossi2001", "--style", "missing.csl"], "no such file"),
        (["weird1999"], "unresolved citation, it is no work"),
    ],
)
def test_what_cannot_be_cited_is_said(rvc: Rvc, arguments: list[str], problem: str) -> None:
    said = rvc("--data", TOY, "refs", "cite", *arguments)
    assert said.code == 2
    assert problem in said.err
    assert said.out == ""


@pytest.mark.parametrize(
    "form", ["csl-json", "ris", "bibtex", "biblatex", "csv", "jsonl", "markdown", "html"]
)
def test_works_are_exported(rvc: Rvc, form: str, golden: Callable[[str, str], None]) -> None:
    said = rvc("--data", TOY, "refs", "export", "--format", form)
    assert said.code == 0
    assert ("left out, unresolved: weird1999" in said.err) == (form not in {"bibtex", "biblatex"})
    golden(f"export-{form}.txt", said.out)


def test_exported_json_is_csl(rvc: Rvc) -> None:
    works = json.loads(rvc("--data", TOY, "refs", "export").out)
    assert [work["id"] for work in works] == ["rossi2001", "bill2001", "act2003"]
    assert works[0]["author"][1] == {
        "family": "Cruz",
        "given": "Juan",
        "non-dropping-particle": "de la",
    }


def test_manuscripts_and_what_they_cite(rvc: Rvc, tmp_path: Path) -> None:
    paper, subset = tmp_path / "paper.md", tmp_path / "used.bib"
    paper.write_text("See [@rossi2001, p. 3].\nAnd @rosi2001; @weird1999.\n", encoding="utf-8")
    said = rvc("--data", TOY, "refs", "cited", paper, "--subset", subset)
    assert said.code == 1
    assert f"{paper}:2:6: 'rosi2001' is not in the bibliography. did you mean" in said.out
    assert f"{paper}:2:17: 'weird1999' stands for an unresolved citation" in said.out
    assert "1 work cited, 1 citation of unknown keys, 2 works never cited" in said.out
    entry = (TOY / "references.bib").read_text("utf-8").split("\n\n")[0].split("\n", 1)[1]
    assert subset.read_text("utf-8") == entry + "\n"


def test_what_cites_all_works_leaves_none_uncited(rvc: Rvc, tmp_path: Path) -> None:
    paper, subset = tmp_path / "paper.tex", tmp_path / "used.bib"
    paper.write_text(r"\nocite{*}", encoding="utf-8")
    said = rvc("--data", TOY, "refs", "cited", paper, "--subset", subset)
    assert said.code == 0
    assert said.out == "3 works cited, 0 citations of unknown keys, 0 works never cited\n"
    assert subset.read_text("utf-8").count("\n@") == 2


def test_further_keys_of_a_work_and_labels_of_figures(rvc: Rvc, tmp_path: Path) -> None:
    (tmp_path / "references.bib").write_text("@book{a, title={A}, year=2001, ids={b, c}}\n")
    paper = tmp_path / "paper.typ"
    paper.write_text("@c and @fig-map and @eq:one and @tab1", encoding="utf-8")
    said = rvc("--data", tmp_path, "refs", "cited", paper)
    assert (said.code, said.out[:13]) == (0, "1 work cited,")


def test_places_in_word_files_are_paragraphs(rvc: Rvc, tmp_path: Path) -> None:
    paper = tmp_path / "paper.docx"
    ns = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "<w:p><w:r><w:t>One</w:t><w:br/><w:t>x</w:t></w:r></w:p><w:p><w:t>See @zzzzz</w:t></w:p>"
    with zipfile.ZipFile(paper, "w") as archive:
        archive.writestr("word/document.xml", f'<w:d xmlns:w="{ns}">{body}</w:d>')
    said = rvc("--data", TOY, "refs", "cited", paper)
    assert f"{paper}: paragraph 2: 'zzzzz' is not in the bibliography" in said.out


def test_a_broken_notebook_is_refused(rvc: Rvc, tmp_path: Path) -> None:
    paper = tmp_path / "paper.ipynb"
    paper.write_text("{", encoding="utf-8")
    said = rvc("--data", TOY, "refs", "cited", paper)
    assert said.code == 2
    assert "not JSON" in said.err
    assert str(paper) in said.err


def test_a_manuscript_of_an_unknown_kind_is_refused(rvc: Rvc, tmp_path: Path) -> None:
    path = tmp_path / "paper.xyz"
    path.write_text("x", encoding="utf-8")
    assert rvc("--data", TOY, "refs", "cited", path).code == 2


def test_citations_of_a_text_are_matched(rvc: Rvc, tmp_path: Path) -> None:
    text = tmp_path / "paper.txt"
    text.write_text("As (Rossi and de la Cruz, 2001) and (Nobody, 1999) say.", encoding="utf-8")
    said = rvc("--data", TOY, "refs", "match", text, "--json")
    assert said.code == 1
    found = json.loads(said.out)["citations"]
    assert [(one["resolution"], len(one["candidates"])) for one in found] == [
        ("resolved", 1),
        ("unresolved", 0),
    ]


def test_a_text_in_latin_1_is_read_too(rvc: Rvc, tmp_path: Path) -> None:
    text = tmp_path / "paper.txt"
    text.write_bytes("Déjà (Rossi and de la Cruz, 2001).".encode("latin-1"))
    said = rvc("--data", TOY, "refs", "match", text, "--json")
    assert (said.code, json.loads(said.out)["citations"][0]["resolution"]) == (0, "resolved")


def test_what_is_not_understood_is_told_with_its_place(rvc: Rvc, tmp_path: Path) -> None:
    text = tmp_path / "paper.txt"
    text.write_text(
        "As (Rossi and de la Cruz, 2001) says.\r\n"
        "Others (a thing that\r\nnobody understands, 2011) do not.\n",
        newline="",
    )
    said = json.loads(rvc("--data", TOY, "refs", "match", text, "--json").out)
    assert [(one["line"], one["column"]) for one in said["citations"]] == [(1, 5), (2, 9)]
    assert said["not_understood"] == [
        {"line": 2, "column": 9, "text": "a thing that nobody understands, 2011"}
    ]
    told = rvc("--data", TOY, "refs", "match", text).out
    assert f"\n{text}:2:9: a thing that nobody understands, 2011\n" in told  # not wrapped
    text.write_text("As (Rossi and de la Cruz, 2001) says.")
    assert (
        json.loads(rvc("--data", TOY, "refs", "match", text, "--json").out)["not_understood"] == []
    )


BROKEN = """@book{whole, title={Fine}, year=2000}

@article{half, title={Half}, year=1999 author={Day, Al}}
"""


@pytest.mark.parametrize(
    "command", [("export",), ("cite", "half", "whole"), ("cited", "{paper}", "--subset", "{out}")]
)
def test_entries_that_are_not_whole_are_named(
    rvc: Rvc, tmp_path: Path, command: tuple[str, ...]
) -> None:
    (tmp_path / "references.bib").write_text(BROKEN, encoding="utf-8")
    paper, out = tmp_path / "paper.md", tmp_path / "out.bib"
    paper.write_text("[@half; @whole]", encoding="utf-8")
    said = rvc("--data", tmp_path, "refs", *(one.format(paper=paper, out=out) for one in command))
    assert said.code == 1
    assert "references.bib:3: 'half' is not whole" in said.err
    assert "'whole'" not in said.err
    assert said.out
    assert rvc("--data", tmp_path, "refs", "cite", "whole").code == 0


def test_a_text_that_cites_by_keys_is_sent_to_cited(rvc: Rvc, tmp_path: Path) -> None:
    text = tmp_path / "paper.txt"
    text.write_text("As [@a, p. 3] says (a thing that nobody understands, 2011).")
    said = rvc("--data", TOY, "refs", "match", text)
    assert said.code == 1
    assert "unresolved: not understood" in said.out
    assert "rvc refs cited" in said.err


def test_others_are_nobody_in_tables(rvc: Rvc, tmp_path: Path) -> None:
    bib = "@book{a, author={Day, Al and others}, title={T & U}, publisher={P}, year={in press}}\n"
    (tmp_path / "references.bib").write_text(bib, encoding="utf-8")
    said = {
        form: rvc("--data", tmp_path, "refs", "export", "--format", form).out
        for form in ("ris", "csv", "csl-json", "markdown")
    }
    assert "others" not in said["ris"] + said["csv"]
    assert "PY  - in press" in said["ris"]
    assert "in press" in said["csv"]
    assert json.loads(said["csl-json"])[0]["author"][1] == {"literal": "others"}
    assert "*T & U*" in said["markdown"]


def test_lists_in_the_style_of_a_file_are_made_by_pandoc(
    rvc: Rvc, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def reference_list(items: list[dict[str, Any]], csl: Path, form: str = "plain") -> str:
        asked.append((len(items), str(csl), form))
        return "<div>list</div>\n"

    monkeypatch.setattr("rvc.adapters.pandoc.reference_list", reference_list)
    page = rvc("--data", TOY, "refs", "export", "-f", "html", "--style", "j.csl").out
    assert page.startswith("<!doctype html>")
    assert "<div>list</div>" in page
    listed = rvc("--data", TOY, "refs", "export", "-f", "markdown", "--style", "j.csl").out
    assert listed == "<div>list</div>\n"
    assert asked == [(3, "j.csl", "html"), (3, "j.csl", "commonmark-raw_html")]


@pytest.mark.parametrize(
    "field",
    [
        "doi = {https://doi.org/10.1000/XyZ}",
        "doi = {doi:10.1000/XyZ}",
        "doi = {\\url{https://doi.org/10.1000/XyZ}}",
        "doi = {http://dx.doi.org/10.1000%2FXyZ}",
    ],
)
def test_a_doi_written_as_an_address_is_printed_as_a_doi(
    rvc: Rvc, tmp_path: Path, field: str
) -> None:
    bib = tmp_path / "a.bib"
    bib.write_text(f"@article{{a, author = {{Day, Ann}}, title = {{On}}, year = 2001, {field}}}\n")
    for command in (["cite", "a"], ["show", "a"], ["export", "--format", "markdown"]):
        said = rvc("--data", bib, "refs", *command).out
        assert "https://doi.org/10.1000/XyZ" in said.replace("\\", ""), command
        assert said.count("doi.org/") == 1, command
    for form in ("csl-json", "ris", "csv", "jsonl", "bibtex", "biblatex"):
        said = rvc("--data", bib, "refs", "export", "--format", form).out
        assert "10.1000/XyZ" in said, form
        assert "doi.org" not in said, form
        assert "doi:10" not in said, form


def test_an_address_that_is_no_doi_is_no_doi(rvc: Rvc, tmp_path: Path) -> None:
    bib = tmp_path / "a.bib"
    bib.write_text("@misc{a, title = {On}, year = 2001, doi = {https://example.org/x}}\n")
    assert "doi.org" not in rvc("--data", bib, "refs", "cite", "a").out
    (item,) = json.loads(rvc("--data", bib, "refs", "export").out)
    assert (item.get("DOI"), item["URL"]) == (None, "https://example.org/x")
    bib.write_text("@misc{a, title = {On}, year = 2001, url = {\\url{https://example.org/x}}}\n")
    assert rvc("--data", bib, "refs", "cite", "a").out.endswith(" https://example.org/x\n")
