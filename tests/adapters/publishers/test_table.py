from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rvc.adapters.publishers.table import (
    PUBLISHERS,
    address_for_programs,
    choose,
    publisher,
    read_text,
)
from rvc.errors import RvcError


@pytest.mark.parametrize("name", PUBLISHERS)
def test_every_publisher_has_the_same_shape(name: str) -> None:
    found = publisher(name)
    assert found.recognises(b"", url="", media_type="") in {True, False}
    assert callable(found.read)


def test_unknown_names_are_told() -> None:
    with pytest.raises(RvcError, match="no publisher 'curia'"):
        publisher("curia")


@pytest.mark.parametrize(
    ("data", "url", "media_type", "name"),
    [
        (b"<Legislation xmlns='x'/>", "", "", "legislation.gov.uk"),
        (b"<akomaNtoso/>", "https://www.legislation.gov.uk/x/data.akn", "", "legislation.gov.uk"),
        (b"<akomaNtoso/>", "https://www.senat.fr/akomantoso/pjl.akn.xml", "", "akoma-ntoso"),
        (b"<ACT/>", "", "", "eur-lex"),
        (b"<bill/>", "", "", "us-bills"),
        (b"<html><p>x", "https://eur-lex.europa.eu/x", "", "eur-lex"),
        (b"<html><p>x", "https://www.assemblee-nationale.fr/dyn/x", "", "assemblee-nationale"),
        (b"<html><p>x", "https://www.senat.fr/leg/x.html", "", "senat"),
        (b"<html><p>x", "https://www.legifrance.gouv.fr/jorf/id/x", "", "legifrance"),
        (b"<html><p>x", "https://publications.parliament.uk/x", "", "uk-bills"),
        (b"<html><p>x", "https://www.ohchr.org/x", "", "ohchr"),
        (b"<html><p>x", "https://docs.un.org/x", "", "un-documents"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><!DOCTYPE html><html><p>x", "", "", "html"),
        (b"<html><p>x", "https://evil-senat.fr.example.org/x", "", "html"),
        (b"%PDF-1.7", "https://www.senat.fr/x.pdf", "application/pdf", "pdf"),
        (b"Article 1", "", "text/plain; charset=utf-8", "plain"),
        (b"Article 1", "act.md", "", "plain"),
        (b"Article 1", "", "", "plain"),
        (b"Article 1", "http://[broken", "", "plain"),
    ],
)
def test_the_reader_is_chosen(data: bytes, url: str, media_type: str, name: str) -> None:
    assert choose(data, url=url, media_type=media_type) == name


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Word"),
        (b"{\\rtf1}", "RTF"),
        (b"PK\x03\x04other", "zip archive"),
        (b"\x89PNG\r\n", "picture"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"\x00\x01\x02" * 99, "not a text"),
        (b'<?xml version="1.0"?><rss/>', "XML of a kind"),
        (b'<?xml version="1.0"?><feed><title>Changes</title></feed>', "a feed"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, said: str) -> None:
    with pytest.raises(RvcError, match=said) as caught:
        read_text(data, "https://example.org/file")
    assert caught.value.where == "https://example.org/file"
    assert caught.value.hint


@pytest.mark.parametrize("start", [b"\x1f\x8b\x08", b"\x89PNG\r\n", b"\xfd7zXZ", b"BZh9"])
@pytest.mark.parametrize("media_type", ["text/html", "text/plain"])
def test_no_server_makes_a_text_of_an_archive(start: bytes, media_type: str) -> None:
    with pytest.raises(RvcError, match="which rvc does not read"):
        choose(start + b"rest", url="https://example.org/a.html", media_type=media_type)


@pytest.mark.parametrize(
    ("name", "said"), [("a.docx", "not a Word file"), ("http://x/A.PDF?b=1", "not a PDF")]
)
def test_a_name_that_promises_more_than_the_bytes_hold(name: str, said: str) -> None:
    with pytest.raises(RvcError, match=said):
        choose(b"Session expired", url=name, media_type="text/plain")
    assert choose(b"<html><p>Section 1", url=name) == "html"


def test_the_language_is_guessed() -> None:
    words = "la société et les salariés de la filiale pour le plan des mesures dans une loi "
    assert read_text(words.encode() * 3).language == "fr"
    english = "the company and the workers of the firm shall be in the plan for the law "
    assert read_text(english.encode() * 3).language == "en"
    assert read_text(b"42").language == ""


@given(st.binary(max_size=300), st.sampled_from(["", "https://www.senat.fr/x", "a.txt", "b.pdf"]))
def test_any_bytes_give_a_text_or_an_error_that_says_why(data: bytes, url: str) -> None:
    with contextlib.suppress(RvcError):
        assert len(read_text(data, url).sha256) == 64


@pytest.mark.parametrize(
    ("page", "asked"),
    [
        ("ukpga/2015/30/enacted", "ukpga/2015/30/enacted/data.xml"),
        ("ukpga/2015/30/section/54/2016-12-17", "ukpga/2015/30/section/54/2016-12-17/data.xml"),
        ("uksi/2015/1833", "uksi/2015/1833/data.xml"),
        ("ukpga/2015/30/data.xml", "ukpga/2015/30/data.xml"),
        ("changes/affected/ukpga/2015/30/data.feed", "changes/affected/ukpga/2015/30/data.feed"),
        ("", ""),
    ],
)
def test_programs_ask_for_the_xml_behind_a_page(page: str, asked: str) -> None:
    site = "https://www.legislation.gov.uk/"
    assert address_for_programs(site + page) == site + asked


def test_pages_of_other_sites_are_asked_for_as_they_are() -> None:
    assert address_for_programs("https://example.org/a?b=c") == "https://example.org/a?b=c"


@pytest.mark.parametrize("encoding", ["cp037", "cp500"])
def test_ebcdic_is_named_and_not_read_as_rubbish(encoding: str) -> None:
    data = f"<?xml version='1.0' encoding='{encoding}'?><act>Rivers</act>".encode(encoding)
    with pytest.raises(RvcError, match="a page in EBCDIC, which rvc does not read"):
        read_text(data, "http://toy.example/a.xml", "text/html")


def test_pictures_are_named_whatever_their_server_calls_them() -> None:
    for data in (b"GIF89a", b"RIFF\0\0\0\0WEBPVP8 ", b"\0\0\0\x1cftypavif"):
        with pytest.raises(RvcError, match="a picture, which rvc does not read"):
            read_text(data, "http://toy.example/a", "text/html")


@pytest.mark.parametrize(
    "data",
    [
        b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n<p>",
        b"bplist00\xd1\x01\x02_",
    ],
)
def test_archives_of_web_pages_are_named_and_not_read_as_rubbish(data: bytes) -> None:
    with pytest.raises(RvcError, match="a web archive") as told:
        read_text(data, "act.mhtml", "")
    assert "as HTML" in told.value.hint


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b'<?xml version="1.0"?><ARTICLE><CONTENU><p>Un.</p></CONTENU></ARTICLE>', "LEGIARTI1.xml",
         "one file of the LEGI or JORF base"),
        (b'<?xml version="1.0"?><TEXTELR><STRUCT/></TEXTELR>', "", "one file of the LEGI"),
        (b'{"articles": [{"titre": "1er", "alineas": {"001": "Un."}}]}', "texte.json", "JSON"),
        (b' [{"html": "<p>Article 1</p>"}]', "https://x/api", "JSON"),
    ],
)  # fmt: skip
def test_formats_that_are_not_read_are_named(data: bytes, name: str, said: str) -> None:
    with pytest.raises(RvcError, match=said) as caught:
        choose(data, url=name)
    assert caught.value.hint


def test_words_in_brackets_are_no_json() -> None:
    assert choose(b"[2]") == choose(b"{Article 1}") == "plain"
