from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rvc.adapters.publishers.encoding import decode

FRENCH = "L’œuvre coûte 5 € à l’État"


@pytest.mark.parametrize(
    ("data", "charset", "found"),
    [
        (FRENCH.encode("utf-8"), "iso-8859-1", "utf-8"),
        (FRENCH.encode("cp1252"), "iso-8859-1", "cp1252"),
        (FRENCH.encode("cp1252"), "utf-8", "cp1252"),
        (FRENCH.encode("cp1252"), "", "cp1252"),
        ("\ufeff" + FRENCH, "", "utf-8"),
        (FRENCH.encode("utf-16"), "", "utf-16-le"),
        (FRENCH.encode("utf-16-be"), "", "utf-16-be"),
        (FRENCH.replace("’", "'").encode("iso8859-15"), "iso-8859-15", "iso8859-15"),
        (FRENCH.replace("’", "'").encode("iso8859-15"), "iso-8859-1", "iso8859-15"),
        (FRENCH.replace("’", "'").encode("iso8859-15"), "", "iso8859-15"),
    ],
)
def test_the_real_encoding_is_found(data: bytes | str, charset: str, found: str) -> None:
    raw = data.encode("utf-8") if isinstance(data, str) else data
    decoded = decode(raw, charset=charset)
    assert decoded.charset == found
    assert decoded.text.replace("'", "’") == FRENCH


def test_the_page_declares_it_but_the_bytes_decide() -> None:
    page = f'<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">{FRENCH}'
    decoded = decode(page.encode("utf-8"))
    assert decoded.text == page
    assert decoded.note == "declared as iso8859-1, read as utf-8"
    assert decode(page.encode("cp1252")).note == ""


def test_a_declared_encoding_that_loses_letters_is_not_believed() -> None:
    decoded = decode(FRENCH.encode("cp1252"), charset="shift_jis")
    assert (decoded.text, decoded.note) == (FRENCH, "declared as shift_jis, read as cp1252")
    japanese = "\u7b2c\u4e00\u6761" * 30
    broken = japanese.encode("shift_jis") + b"\x81"
    assert decode(broken, charset="shift_jis").text.startswith(japanese)


def test_xml_declarations_count() -> None:
    page = '<?xml version="1.0" encoding="ISO-8859-15"?><a>10 \xa4</a>'.encode("latin-1")
    assert decode(page).text.endswith("10 €</a>")


def test_line_ends_are_made_one_kind_and_letters_composed() -> None:
    assert decode("e\u0301te\r\nun\rdeux".encode()).text == "éte\nun\ndeux"


def test_utf8_cut_in_the_middle_of_a_letter_stays_utf8() -> None:
    decoded = decode(("é" * 60).encode()[:-1])
    assert decoded.charset == "utf-8"
    assert "could not be decoded" in decoded.note


@pytest.mark.parametrize("name", ["no-such-charset", "base64", "rot13", "idna", "undefined", "\0"])
def test_a_charset_that_is_none_is_ignored(name: str) -> None:
    assert decode(b"plain", charset=name).text == "plain"
    page = f'<meta charset="{name}">\xe9t\xe9'
    assert decode(page.encode("latin-1")).text == page.replace("\0", "")


@given(st.binary(max_size=400))
def test_no_bytes_make_it_fail(data: bytes) -> None:
    assert isinstance(decode(data).text, str)


@given(st.text(max_size=200).filter(lambda text: "\x00" not in text))
def test_utf8_reads_back(text: str) -> None:
    if not text.isascii():
        decoded = decode(text.encode("utf-8", errors="ignore"))
        assert decoded.charset in {"utf-8", "cp1252", "iso8859-15"} or text[0] == "\ufeff"


def test_characters_that_nobody_sees_go_and_ligatures_become_letters() -> None:
    page = (
        "Article 1\n\ufeffArticle 2\u200e a soft\xadhyphen, co\ufb01n, no\u200bspace, \u0645\u200c"
    )
    assert decode(page.encode()).text == (
        "Article 1\nArticle 2 a softhyphen, cofin, nospace, \u0645\u200c"
    )
