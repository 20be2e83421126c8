from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from rvc.analysis.edit_script import refuse_all, take_all
from rvc.errors import RvcError
from rvc.tasks.redline_files import plain_redline, read_plain_text, redline_files


def write(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    return str(path)


def test_two_files_are_compared_byte_for_byte(tmp_path: Path) -> None:
    left = write(tmp_path / "left.txt", b"The firm may act.\r\nEnd\n")
    right = write(tmp_path / "right.txt", b"The firm shall act.\r\nEnd")
    ops = redline_files(left, right)
    assert refuse_all(ops).encode() == b"The firm may act.\r\nEnd\n"
    assert take_all(ops).encode() == b"The firm shall act.\r\nEnd"
    assert b"".join(plain_redline(ops)) == b"The firm [-may-]{+shall+} act.\nEnd[-\n-]"


def test_control_characters_are_made_visible(tmp_path: Path) -> None:
    left = write(tmp_path / "left.txt", b"a \x1b[31mred")
    right = write(tmp_path / "right.txt", b"a \x1b[32mred")
    assert b"\x1b" not in b"".join(plain_redline(redline_files(left, right)))


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("é".encode(), "é"),
        ("é".encode("utf-16"), "é"),
        ("é œ".encode("cp1252"), "é œ"),
        (b"", ""),
    ],
)
def test_encodings(tmp_path: Path, data: bytes, text: str) -> None:
    assert read_plain_text(write(tmp_path / "x", data)) == text


@pytest.mark.parametrize(
    ("data", "problem"),
    [(b"%PDF-1.7", "a PDF"), (b"PK\x03\x04", "a DOCX"), (b"a\0b", "NUL")],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, problem: str) -> None:
    with pytest.raises(RvcError, match=problem):
        read_plain_text(write(tmp_path / "x", data))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(RvcError, match=r"nowhere\.txt: cannot read the file"):
        read_plain_text(str(tmp_path / "nowhere.txt"))


def test_little_is_imported() -> None:
    code = (
        "import sys; before = set(sys.modules); import rvc.tasks.redline_files;"
        "print(*sorted({n for n in set(sys.modules) - before if not n.startswith('rvc')}))"
    )
    said = subprocess.run(
        [sys.executable, "-S", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); {code}"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert not {"re", "typing", "enum", "collections", "msgspec", "rich", "yaml"} & set(said)


ROOT = Path(__file__).parents[2]
