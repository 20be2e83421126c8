from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from rvc.adapters.manuscript_files import read_manuscript
from rvc.analysis.manuscripts import cited_keys
from rvc.errors import RvcError

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(**parts: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, body in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:x {W}>{body}</w:x>")
    return file.getvalue()


@pytest.mark.parametrize(
    "data",
    [b"@a \xe9 \xc3\xa9\r\n", b"\xef\xbb\xbf@a", b"\xff\xfe@\0a\0", b"\xfe\xff\0@\0a", b"", b"\0"],
)
def test_every_byte_comes_back(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(data)
    file = read_manuscript(path)
    assert file.encode(file.text) == data
    assert [one.key for one in cited_keys(file.text, "markdown")] == (["a"] if b"a" in data else [])


def test_word_file(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    run = "<w:p><w:r><w:t>as @</w:t></w:r><w:r><w:t>doe says</w:t><w:tab/></w:r></w:p>"
    field = '<w:p><w:r><w:instrText>{"citation-key":"roe"}</w:instrText></w:r></w:p>'
    path.write_bytes(word(document=run, footnotes=field))
    file = read_manuscript(path)
    assert file.text == 'as @doe says\t\n{"citation-key":"roe"}\n'
    assert [one.key for one in cited_keys(file.text, "docx")] == ["doe", "roe"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"no zip", "not a readable Word file"),
        (word(), "not a Word file"),
        (word(document="<w:p>"), "broken Word file"),
        (word(document='<!DOCTYPE x [<!ENTITY a "b">]>'), "entities"),
    ],
)
def test_word_files_that_are_none(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    with pytest.raises(RvcError, match=said):
        read_manuscript(path)


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(RvcError, match="no such file"):
        read_manuscript(tmp_path / "a.md")
