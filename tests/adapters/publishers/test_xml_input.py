from __future__ import annotations

import sys
import time

import pytest

from rvc.adapters.publishers import table
from rvc.adapters.publishers.xml_input import parse_html, parse_xml, root_name, words_of
from rvc.errors import RvcError

BOMB = b"""<?xml version="1.0"?><!DOCTYPE Legislation [<!ENTITY a "ha">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
<Legislation><Body>&c;</Body></Legislation>"""
SPY = b"""<?xml version="1.0"?><!DOCTYPE Legislation [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<Legislation><Body>&x;</Body></Legislation>"""


@pytest.mark.parametrize("data", [BOMB, SPY, BOMB.decode().encode("utf-16")])
def test_entities_are_refused(data: bytes) -> None:
    with pytest.raises(RvcError, match="declares entities") as caught:
        parse_xml(data, url="https://example.org/act.xml")
    assert caught.value.where == "https://example.org/act.xml"


@pytest.mark.parametrize("data", [BOMB, SPY])
def test_the_table_refuses_them_too(data: bytes) -> None:
    with pytest.raises(RvcError, match="declares entities"):
        table.read_text(data, "act.xml")


def test_a_bomb_hidden_in_an_external_dtd_is_never_fetched() -> None:
    data = b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/bomb.dtd"><a>x&nbsp;y</a>'
    start = time.perf_counter()
    assert words_of(parse_xml(data)) == "x y"
    assert time.perf_counter() - start < 1


@pytest.mark.parametrize("data", [b"<a><b></a>", b"<a", b"", b"\xff\xfe<a/>", b"<a>\x00</a>"])
def test_broken_xml_is_told(data: bytes) -> None:
    with pytest.raises(RvcError, match="not well-formed"):
        parse_xml(data)


def test_elements_nested_too_deep_are_told() -> None:
    with pytest.raises(RvcError, match="not well-formed"):
        parse_xml(b"<a>" * 5000 + b"</a>" * 5000)


def test_millions_of_tags_are_refused_before_they_fill_the_memory() -> None:
    with pytest.raises(RvcError, match="it has 3,000,002 tags") as told:
        parse_xml(b"<a>" + b"<b/>" * 3_000_000 + b"</a>", url="a.xml")
    assert told.value.where == "a.xml"
    with pytest.raises(RvcError, match="tags, more than"):
        parse_html("<p>" * 3_000_001)


def test_broken_html_is_read() -> None:
    page = parse_html("<p>one<p>two<b>three</p><table><tr><td>four</table></div></html>")
    assert words_of(page) == "onetwothreefour"


@pytest.mark.parametrize("text", ["", "   ", "<!-- nothing -->"])
def test_a_page_without_content_is_told(text: str) -> None:
    with pytest.raises(RvcError, match="no HTML content"):
        parse_html(text)


def test_root_names() -> None:
    assert root_name(b'<?xml version="1.0"?>\n<leg:Legislation xmlns:leg="x">') == "Legislation"
    assert root_name(b"no xml") == ""


def test_without_lxml_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml.etree", None)
    with pytest.raises(RvcError, match="needs lxml") as caught:
        parse_xml(b"<a/>")
    assert "[texts]" in caught.value.problem
