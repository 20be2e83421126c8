"""What `rvc refs cited` reads beside plain keys: fields of Word files, parts of a manuscript."""

from __future__ import annotations

import base64
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest

Rvc = Callable[..., Any]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BIB = """@article{day2004, author={Day, Richard}, title={From Hegemony to Affinity}, year=2004,
  doi={10.1080/0950238042000260360}}
@book{locke2013, author={Locke, Richard M.}, title={The Promise and Limits of Private Power},
  year=2013}
@book{other, author={Other, A.}, title={Never cited}, year=2001}
"""


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "references.bib").write_text(BIB)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def char(kind: str, inside: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inside}</w:fldChar></w:r>'


def field(said: str, *, shown: str = "(Day 2004)", inside: str = "", data: str = "") -> str:
    half = len(said) // 2
    parts = "".join(
        f'<w:r><w:instrText xml:space="preserve">{escape(part)}</w:instrText></w:r>'
        for part in (said[:half], said[half:])
    )
    result = f"<w:r><w:t>{shown}</w:t></w:r>"
    packed = f"<w:fldData>{base64.b64encode(data.encode()).decode()}</w:fldData>" if data else ""
    begin, middle, end = char("begin", packed), char("separate"), char("end")
    return f"<w:p>{begin}{parts}{inside}{middle}{result}{end}</w:p>"


def paper(folder: Path, *paragraphs: str) -> Path:
    path = folder / "paper.docx"
    with zipfile.ZipFile(path, "w") as archive:
        body = "".join(("<w:p><w:r><w:t>Text</w:t></w:r></w:p>", *paragraphs))
        archive.writestr("word/document.xml", f'<w:d xmlns:w="{W}">{body}</w:d>')
    return path


def csl(**item: Any) -> str:
    return json.dumps({"citationItems": [{"id": 1, "itemData": item}]})


DAY = {"title": "Whatever", "DOI": "10.1080/0950238042000260360"}
LOCKE = {
    "title": "The promise and limits of private power",
    "author": [{"family": "Locke", "given": "Richard"}],
    "issued": {"date-parts": [["2013"]]},
}
ENDNOTE = (
    "<EndNote><Cite><Author>Locke</Author><Year>2013</Year><record><contributors><authors><author>"
    "<style face='normal'>Locke, Richard M.</style></author></authors></contributors><titles>"
    "<title><style>The Promise and Limits of Private Power</style></title></titles></record></Cite>"
    "</EndNote>"
)
MENDELEY = base64.b64encode(csl(**DAY).encode()).decode()


@pytest.mark.parametrize(
    ("paragraph", "key"),
    [
        (field(" ADDIN ZOTERO_ITEM CSL_CITATION " + csl(**DAY)), "day2004"),
        (field(" ADDIN ZOTERO_ITEM CSL_CITATION " + csl(**LOCKE)), "locke2013"),
        (field("ADDIN CSL_CITATION " + csl(**LOCKE)), "locke2013"),
        (field(" ADDIN EN.CITE " + ENDNOTE), "locke2013"),
        (field(" ADDIN EN.CITE ", data=ENDNOTE), "locke2013"),
        (
            field(
                " ADDIN EN.CITE ",
                inside=char("begin", f"<w:fldData>{base64.b64encode(ENDNOTE.encode()).decode()}"
                "</w:fldData>")
                + "<w:r><w:instrText> ADDIN EN.CITE.DATA </w:instrText></w:r>"
                + char("end"),
                data=ENDNOTE,
            ),
            "locke2013",
        ),
        (field(r" CITATION day2004 \p 3 \l 1033 "), "day2004"),
        (r'<w:p><w:fldSimple w:instr=" CITATION day2004 \l 1033"/></w:p>', "day2004"),
        (
            f'<w:p><w:sdt><w:tag w:val="MENDELEY_CITATION_v3_{MENDELEY}"/></w:sdt></w:p>',
            "day2004",
        ),
    ],
)  # fmt: skip
def test_fields_of_word_files(data: Path, rvc: Rvc, paragraph: str, key: str) -> None:
    said = rvc("--data", data, "refs", "cited", paper(data, paragraph), "--json")
    found = json.loads(said.out)
    assert (said.code, found["cited"], found["keyless"]) == (0, [key], [])
    assert [place["line"] for place in found["places"]] == [2]


def test_a_field_of_several_tags(data: Path, rvc: Rvc) -> None:
    path = paper(data, field(r' CITATION day2004 \m locke2013 \m "gone" \l 1033 '))
    said = rvc("--data", data, "refs", "cited", path)
    assert said.code == 1
    assert "paragraph 2: 'gone' is not in the bibliography" in said.out
    assert "2 works cited, 1 citation of unknown keys" in said.out


COUNTED = "3 citation fields without a key"


def test_fields_that_lead_to_no_work_are_told(data: Path, rvc: Rvc) -> None:
    path = paper(
        data,
        field("ADDIN CSL_CITATION " + csl(title="Unknown work @day2004", issued={"raw": "1999"})),
        field("ADDIN CSL_CITATION {broken"),
        field(" ADDIN EN.CITE "),
        field(" ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY "),
    )
    said = rvc("--data", data, "refs", "cited", path)
    assert said.code == 1
    where = "a citation field without a key"
    assert said.out.splitlines() == [
        f"{path}: paragraph 2: {where}: '1999 Unknown work @day2004'",
        f"{path}: paragraph 3: {where}: it does not say which work",
        f"{path}: paragraph 4: {where}: it does not say which work",
        f"0 works cited, 0 citations of unknown keys, {COUNTED}, 3 works never cited",
    ]


def test_parts_of_a_latex_source_are_read_and_missing_ones_told(data: Path, rvc: Rvc) -> None:
    (data / "parts").mkdir()
    main = data / "main.tex"
    main.write_text("\\input{parts/one}\n\\cite{day2004}\n\\include{parts/gone}\n\\input{main}\n")
    (data / "parts" / "one.tex").write_text("\\cite{locke2013} \\cite{nobody}\n\\input{two.tex}\n")
    (data / "parts" / "two.tex").write_text("\\cite{other}\n")
    said = rvc("--data", data, "refs", "cited", "main.tex", "parts/one.tex")
    assert said.code == 1
    one = Path("parts", "one.tex")
    assert said.out.splitlines() == [
        f"{one}:1:24: 'nobody' is not in the bibliography.",
        "main.tex:3:10: 'parts/gone' is part of this text and not there.",
        "3 works cited, 1 citation of unknown keys, 0 works never cited",
    ]


def test_parts_of_an_aux_file(data: Path, rvc: Rvc) -> None:
    (data / "main.aux").write_text("\\citation{day2004}\n\\@input{one.aux}\n")
    (data / "one.aux").write_text("\\citation{locke2013}\n")
    said = rvc("--data", data, "refs", "cited", "main.aux")
    assert (said.code, said.out[:13]) == (0, "2 works cited")


def test_works_in_the_metadata_of_a_text_are_known(data: Path, rvc: Rvc) -> None:
    (data / "a.md").write_text("---\nreferences:\n- id: mine\n  title: x\n---\n@mine @day2004\n")
    said = rvc("--data", data, "refs", "cited", "a.md")
    assert (said.code, said.out[:12]) == (0, "1 work cited")


def test_a_check_counts_works_that_fields_without_a_key_cite(data: Path, rvc: Rvc) -> None:
    path = paper(data, field("ADDIN CSL_CITATION " + csl(**DAY)))
    said = rvc("refs", "check", "references.bib", "--cited-in", path, "--notes")
    assert "locke2013: nothing cites this entry" in said.out
    assert "day2004: nothing cites this entry" not in said.out
