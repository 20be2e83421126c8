"""Bytes of .bib files ↔ text, byte for byte."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rvc.adapters.bib_files import decode_bib, read_bib, write_bib
from rvc.errors import RvcError

ENTRY = "@misc{k, title = {Çà et là – «œuvre»}}\r\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b"@misc{k}\n", "utf-8"),
        (ENTRY.encode(), "utf-8"),
        (codecs.BOM_UTF8 + ENTRY.encode(), "utf-8"),
        (ENTRY.encode("cp1252"), "cp1252"),
        ("@misc{k, title={Çà}}".encode("latin-1"), "latin-1"),
        (codecs.BOM_UTF16_LE + ENTRY.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + ENTRY.encode("utf-16-be"), "utf-16-be"),
        (ENTRY.encode("utf-16-le"), "utf-16-le"),
        (("% Encoding: ISO8859_2\n" + "@misc{k, a={Łódź}}").encode("iso8859-2"), "iso8859-2"),
    ],
)
def test_encodings_are_found_and_kept(data, encoding):
    file = decode_bib(data, Path("a.bib"))
    assert file.encoding == encoding
    assert file.encode(file.text) == data
    assert not file.text.startswith("\ufeff")
    assert len(file.library()) == 1


def test_a_damaged_byte_is_kept_and_told_with_its_place():
    data = "@misc{k, title={é à}}\n@misc{l, title={".encode() + b"\xe9t}}\n"
    file = decode_bib(data, Path("a.bib"))
    assert file.encoding == "utf-8"
    assert file.encode(file.text) == data
    library = file.library()
    (said,) = library.diagnostics
    assert said.rule == "undecodable"
    assert library.position(said.start) == (2, 17)


def test_a_character_that_the_file_cannot_hold():
    file = decode_bib("@misc{k, title={Çà}}".encode("latin-1"), Path("a.bib"))
    with pytest.raises(RvcError, match="latin-1"):
        file.encode("ł")


def test_broken_utf16_is_refused():
    with pytest.raises(RvcError, match="byte"):
        decode_bib(codecs.BOM_UTF16_LE + b"a\0b", Path("a.bib"))


def test_reading_and_writing(tmp_path):
    path = tmp_path / "a.bib"
    with pytest.raises(RvcError, match="no such file"):
        read_bib(path)
    with pytest.raises(RvcError, match="cannot read"):
        read_bib(tmp_path)
    path.write_bytes(codecs.BOM_UTF8 + b"@misc{k}\r\n")
    file = read_bib(path)
    write_bib(file, file.text + "% é\r\n")
    assert path.read_bytes() == codecs.BOM_UTF8 + "@misc{k}\r\n% é\r\n".encode()
    with pytest.raises(RvcError, match="in the meantime"):
        write_bib(file, "")


@given(st.binary(max_size=60) | st.text(max_size=30).map(lambda s: s.encode("utf-8", "replace")))
def test_any_bytes_come_back(data):
    try:
        file = decode_bib(data, Path("a.bib"))
    except RvcError:
        return
    assert file.encode(file.text) == data
    assert file.library().diagnostics is not None


def test_one_good_letter_against_one_stray_byte_is_utf8():
    data = "@misc{a, title={é}}\n".encode() + b"@misc{b, title = {Caf\xe9}}\n"
    file = decode_bib(data, Path("a.bib"))
    (found,) = file.library().diagnostics
    position = file.library().position(found.start)
    assert (found.rule, position.line, position.column) == ("undecodable", 2, 22)
    assert file.encode(file.text + "@misc{c, title={漢字}}\n").startswith(data)
    mostly = decode_bib(data + b"% \xe9t\xe9\n", Path("a.bib"))
    assert mostly.encoding == "latin-1"


@pytest.mark.parametrize("encoding", ["utf-32", "utf-32-le", "utf-32-be"])
def test_utf_32_is_refused_and_not_taken_for_utf_16(encoding):
    with pytest.raises(RvcError, match="UTF-32"):
        decode_bib(ENTRY.encode(encoding), Path("a.bib"))
