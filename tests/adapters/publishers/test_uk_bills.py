from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from rvc.adapters.publishers import uk_bills
from rvc.errors import RvcError
from rvc.model.text import LegalText

PAGE = b"""<html><body><h1>Modern Slavery Bill</h1><h2>Part 6</h2><h3>Transparency</h3>
<section class="prov1"><h4><span class="num">51</span><span class="heading">Supply
chains</span></h4>
<div><span class="num">(1)</span><p>A commercial organisation must prepare a statement.</p></div>
<div><span class="num">(2)</span><p>It is within this if it&#8212;</p><p class="linenumber">5</p>
<div><span class="num">(a)</span><p>supplies goods.</p></div></div></section></body></html>"""
URL = "https://publications.parliament.uk/pa/bills/lbill/2014-2015/0051/15051.htm"


def test_clauses(
    sound: Callable[[LegalText], LegalText],
    outline_of: Callable[[LegalText], list[tuple[str, str, str]]],
) -> None:
    assert uk_bills.recognises(PAGE, url=URL)
    text = sound(uk_bills.read(PAGE, url=URL))
    assert text.title == "Modern Slavery Bill"
    assert outline_of(text) == [
        ("part_6", "Transparency", ""),
        ("clause_51", "Supply chains", ""),
        ("clause_51__subsec_1", "", "A commercial organisation must prepare a statement."),
        ("clause_51__subsec_2", "", "It is within this if it—"),
        ("clause_51__subsec_2__para_a", "", "supplies goods."),
    ]


def test_line_numbers_page_headers_and_inserted_wording(
    sound: Callable[[LegalText], LegalText],
    outline_of: Callable[[LegalText], list[tuple[str, str, str]]],
) -> None:
    page = """<html><body><h1>Chains Bill</h1><p>1 Statement: annual report</p>
    <p>(1) 5for section 54(10A) of the 25th Act substitute 15A of it.</p>
    <p>(2) After subsection (2) insert\u2014</p><p>(2A) A public body is within this if it meets the
    <span>10</span>Regulations 2015.\u201d</p><p>Chains Bill [HL]Page 2</p>
    <p>(3) It is 5 years.</p></body></html>"""
    assert outline_of(sound(uk_bills.read(page.encode(), url=URL))) == [
        ("clause_1", "Statement: annual report", ""),
        ("clause_1__subsec_1", "", "for section 54(10A) of the 25th Act substitute 15A of it."),
        (
            "clause_1__subsec_2",
            "",
            (
                "After subsection (2) insert—\n(2A) A public body is within this if it meets the "
                "Regulations 2015.”"
            ),
        ),
        ("clause_1__subsec_3", "", "It is 5 years."),
    ]


def test_publications() -> None:
    data = json.dumps(
        {
            "billId": 1,
            "publications": [
                {
                    "id": 8,
                    "house": "Lords",
                    "title": "Bill 2",
                    "publicationType": {"id": 5, "name": "Bill"},
                    "displayDate": "2030-05-02T00:00:00",
                    "files": [{"id": 9, "filename": "b.pdf", "contentType": "application/pdf",
                               "contentLength": 7}],
                    "links": [],
                },
                {
                    "id": 7,
                    "house": "Commons",
                    "title": "Bill 1",
                    "publicationType": {"name": "Bill"},
                    "displayDate": "2030-05-01T00:00:00",
                    "files": None,
                    "links": [{"title": "HTML", "url": URL, "contentType": "text/html"}],
                },
            ],
        }
    ).encode()  # fmt: skip
    first, second = uk_bills.read_publications(data)
    assert (first.title, first.house, first.date, first.files[0].url) == (
        "Bill 1",
        "Commons",
        "2030-05-01",
        URL,
    )
    assert second.type == "Bill"
    assert second.files[0].url.endswith("/Publications/8/Documents/9/Download")
    assert second.files[0].size == 7


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"publications": [1]}', b"[" * 100_000])
def test_anything_else_is_told(data: bytes) -> None:
    with pytest.raises(RvcError, match="not a list of a bill's publications"):
        uk_bills.read_publications(data)


def test_line_numbers_in_paragraphs_of_their_own_are_no_text() -> None:
    page = """<body><h2>1 Duty</h2><p>(1) A person must</p><p>5</p><p>declare sweets.</p>
    <p>10</p><p>7</p></body>"""
    text = uk_bills.read(page.encode()).text
    assert text == "1 Duty\n(1) A person must\ndeclare sweets.\n7"
