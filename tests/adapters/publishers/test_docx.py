from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from rvc.adapters.publishers import docx, table
from rvc.errors import RvcError
from rvc.model.text import LegalText

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NUMBERING = f"""<w:numbering {W}><w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText
w:val="(%2)"/></w:lvl>
</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""
STYLES = f"""<w:styles {W}><w:style w:styleId="H1"><w:name w:val="heading
1"/></w:style></w:styles>"""


def para(words: str, look: str = "") -> str:
    return f"<w:p><w:pPr>{look}</w:pPr>{words}</w:p>"


def run(words: str) -> str:
    return f"<w:r><w:t xml:space='preserve'>{words}</w:t></w:r>"


def item(words: str, level: int) -> str:
    numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="3"/></w:numPr>'
    return para(run(words), numbered)


def packed(body: str, **extra: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        document = f"<w:document {W}><w:body>{body}</w:body></w:document>"
        archive.writestr("word/document.xml", document)
        for name, data in extra.items():
            archive.writestr(f"word/{name}.xml", data)
    return target.getvalue()


def test_headings_numbers_tables_and_tracked_changes(
    sound: Callable[[LegalText], LegalText],
    outline_of: Callable[[LegalText], list[tuple[str, str, str]]],
) -> None:
    body = (
        para(run("Article 1"), '<w:pStyle w:val="H1"/>')
        + para(run("Prevention"), '<w:jc w:val="center"/>')
        + item("First", 0)
        + item("deep", 1)
        + item("deeper", 1)
        + item("Second", 0)
        + para(
            run("Words ")
            + "<w:ins><w:r><w:t>kept</w:t></w:r></w:ins>"
            + "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        )
        + "<w:tbl><w:tr>"
        + "".join(f"<w:tc>{para(run(cell))}</w:tc>" for cell in ("Year", "Limit"))
        + "</w:tr></w:tbl>"
    )
    data = packed(body, numbering=NUMBERING, styles=STYLES)
    assert docx.recognises(data)
    text = sound(docx.read(data))
    assert outline_of(text) == [
        ("art_1", "Prevention", ""),
        ("art_1__para_1", "", "First"),
        ("art_1__para_1__subpara_a", "", "deep"),
        ("art_1__para_1__subpara_b", "", "deeper"),
        ("art_1__para_2", "", "Second\nWords kept\nYear | Limit"),
    ]
    assert text.notes == ("tracked changes: 1 insertions read as accepted, 1 deletions left out",)


def test_a_zip_bomb_is_refused_by_what_comes_out_of_it() -> None:
    data = packed("A" * (70 << 20))
    assert len(data) < 200_000
    with pytest.raises(RvcError, match="unpacks to more than 64 MB"):
        docx.read(data, url="bomb.docx")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04 word/ broken", "a broken-off DOCX"),
        (packed("")[:-30], "a broken-off DOCX"),
        (packed(""), "holds no text"),
        (packed("<w:p>").replace(b"PK\x01\x02", b"PK\x01\x09"), "not a readable Word file"),
    ],
)
def test_broken_files_are_told(data: bytes, said: str) -> None:
    with pytest.raises(RvcError, match=said):
        docx.read(data)


def test_damage_inside_is_told() -> None:
    data = bytearray(packed(para("River " * 50)))
    at = data.find(b"word/document.xml") + len(b"word/document.xml")
    data[at + 8 : at + 20] = b"\xff" * 12
    with pytest.raises(RvcError, match="not a readable Word file"):
        docx.read(bytes(data))


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_packing_that_no_word_file_has_is_refused(packing: int) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", packing) as archive:
        archive.writestr("word/document.xml", "<a/>")
    with pytest.raises(RvcError, match="packed in a way that no Word file is"):
        docx.read(target.getvalue())


@pytest.mark.parametrize("length", [60, 300, 700])
def test_a_broken_off_file_is_no_zip_archive_to_unpack(length: int) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>" * 50)
        archive.writestr("word/document.xml", "<a/>" * 200)
    with pytest.raises(RvcError, match="a broken-off DOCX") as told:
        table.read_text(target.getvalue()[:length], "act.docx")
    assert told.value.hint == "fetch or save it again"


def test_an_entity_bomb_inside_is_refused() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("word/document.xml", '<!DOCTYPE a [<!ENTITY a "b">]><a>&a;</a>')
    with pytest.raises(RvcError, match="declares entities"):
        docx.read(target.getvalue())


def test_a_zip_without_a_document_is_told() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("word/other.xml", "<a/>")
    with pytest.raises(RvcError, match=r"holds no word/document\.xml"):
        docx.read(target.getvalue())


def test_a_number_after_a_line_break_opens_its_paragraph() -> None:
    broken = (
        "<w:r><w:t>1. First,</w:t><w:br/><w:t>still first.</w:t><w:br/><w:t>2. Second.</w:t></w:r>"
    )
    text = docx.read(packed(para(run("Article 1")) + para(broken)))
    assert [one.text for one in text.walk()] == ["", "First, still first.", "Second."]


Listed = Callable[[LegalText], list[tuple[str, str, str]]]


def level(place: int, pattern: str, look: str = "", form: str = "decimal") -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'{look}<w:lvlText w:val="{pattern}"/>'
        f'<w:pPr><w:ind w:left="{360 * (place + 1)}"/></w:pPr></w:lvl>'
    )


def numbering(*lists: str, nums: str) -> str:
    made = "".join(
        f'<w:abstractNum w:abstractNumId="{place}">{levels}</w:abstractNum>'
        for place, levels in enumerate(lists)
    )
    return f"<w:numbering {W}>{made}{nums}</w:numbering>"


def num(number_id: int, abstract: int, more: str = "") -> str:
    return f'<w:num w:numId="{number_id}"><w:abstractNumId w:val="{abstract}"/>{more}</w:num>'


def style(key: str, look: str, based: str = "") -> str:
    based = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:styleId="{key}"><w:name w:val="{key}"/>{based}<w:pPr>{look}</w:pPr></w:style>'
    )


def listed_as(number_id: int) -> str:
    return f'<w:numPr><w:numId w:val="{number_id}"/></w:numPr>'


def styled(words: str, key: str) -> str:
    return para(run(words), f'<w:pStyle w:val="{key}"/>')


def test_list_styles_with_lists_of_their_own_nest(outline_of: Listed) -> None:
    styles = (
        style("One", listed_as(1) + '<w:ind w:left="360"/>')
        + style("Two", listed_as(2) + '<w:ind w:left="720"/>')
    )  # fmt: skip
    lists = numbering(level(0, "%1."), level(0, "%1."), nums=num(1, 0) + num(2, 1))
    body = para(run("Article 1"), '<w:jc w:val="center"/>') + "".join(
        styled(words, key)
        for words, key in (("A", "One"), ("a", "Two"), ("b", "Two"), ("B", "One"), ("c", "Two"))
    )
    data = packed(body, numbering=lists, styles=f"<w:styles {W}>{styles}</w:styles>")
    assert [eid for eid, _, _ in outline_of(docx.read(data))] == [
        "art_1",
        "art_1__para_1",
        "art_1__para_1__subpara_1",
        "art_1__para_1__subpara_2",
        "art_1__para_2",
        "art_1__para_2__subpara_3",
    ]


def test_the_levels_of_a_list_that_styles_are_linked_to() -> None:
    levels = level(0, "%1.", '<w:pStyle w:val="One"/>') + level(
        1, "%1.%2", '<w:pStyle w:val="Two"/>'
    )
    styles = (
        style("One", listed_as(1))
        + style("Two", '<w:numPr><w:ilvl w:val="1"/></w:numPr>', "One")
        + style("Deep", "", "Two")
    )
    body = "".join(
        styled(words, key)
        for words, key in (("A", "One"), ("a", "Two"), ("b", "Deep"), ("B", "One"), ("c", "Two"))
    )
    data = packed(
        body,
        numbering=numbering(levels, nums=num(1, 0)),
        styles=f"<w:styles {W}>{styles}</w:styles>",
    )
    text = docx.read(data).text
    assert text.split("\n") == ["1. A", "1.1 a", "1.2 b", "2. B", "2.1 c"]


def test_a_list_that_says_so_begins_anew() -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "(%1)", form="lowerLetter")}</w:lvlOverride>'
    nums = num(1, 0) + num(2, 0, again) + num(3, 0) + num(4, 1, other)
    lists = numbering(level(0, "%1."), level(0, "%1."), nums=nums)
    body = "".join(
        para(run(words), listed_as(number_id))
        for words, number_id in (("A", 1), ("B", 1), ("C", 2), ("D", 2), ("E", 3), ("F", 4))
    )
    text = docx.read(packed(body, numbering=lists)).text
    assert text.split("\n") == ["1. A", "2. B", "1. C", "2. D", "3. E", "(a) F"]


def test_numbers_that_are_none_in_a_broken_file() -> None:
    lists = numbering(level(0, "%1. %0"), nums=num(1, 0)).replace('ilvl="0"', 'ilvl="x"', 1)
    styles = style("One", listed_as(1), "Two") + style("Two", "", "One")
    body = styled("A", "One") + para(
        run("B"), '<w:numPr><w:ilvl w:val="-9"/><w:numId w:val="1"/></w:numPr>'
    )
    data = packed(body, numbering=lists, styles=f"<w:styles {W}>{styles}</w:styles>")
    assert docx.read(data).text.split("\n") == ["1. A", "2. B"]
