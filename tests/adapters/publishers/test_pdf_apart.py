"""PDF files that are read in a process of their own, which may end without ending this one."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from rvc.adapters.publishers import pdf, pdf_apart, pdf_sheets
from rvc.errors import RvcError

MakePdf = Callable[..., bytes]
PAGE = [(72, 760, 10, "Article 1. Rivers"), (72, 748, 10, "Rivers are kept clean.")]


def run_length(data: bytes) -> bytes:
    """Return runs of each byte, as RunLengthDecode unpacks them: times 1 to 128."""
    return b"".join(bytes([len(data[i : i + 128]) - 1]) + data[i : i + 128]
                    for i in range(0, len(data), 128)) + b"\x80"  # fmt: skip


def with_words(words: bytes) -> bytes:
    """Return a PDF of one page that is packed in a way that hides its size."""
    packed = run_length(words)
    look = b"/Filter /RunLengthDecode /Length %d" % len(packed)
    objects = [
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 600 800]>>",
        b"<</Type /Page /Parent 2 0 R /Contents 4 0 R /Resources <</Font <</F 5 0 R>>>>>>",
        b"<<%s>> stream\n%s\nendstream" % (look, packed),
        b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>",
    ]
    body = b"".join(b"%d 0 obj %s endobj\n" % (n, said) for n, said in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer <</Root 1 0 R>>\n%%EOF"


def test_both_ways_of_reading_say_the_same(pdf_of: MakePdf) -> None:
    data = pdf_of([PAGE, []], "Draft")
    assert pdf_apart.sheets_apart(data, "a.pdf") == pdf_sheets.read_sheets(data, "a.pdf")


def test_what_cannot_be_looked_into_is_read_all_the_same() -> None:
    text = pdf.read(with_words(b"BT /F 12 Tf 50 700 Td (Article 1 Rivers) Tj ET"))
    assert text.text == "Article 1 Rivers"


def test_trouble_is_told_as_ever(pdf_of: MakePdf) -> None:
    with pytest.raises(RvcError, match="the PDF cannot be read") as told:
        pdf_apart.sheets_apart(pdf_of([PAGE])[:200], "cut.pdf")
    assert told.value.where == "cut.pdf"
    assert "download" in told.value.hint


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no memory")
def test_a_bomb_ends_its_own_process_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_apart, "_MEMORY", 300 << 20)
    data = with_words(b"BT /F 9 Tf 5 7 Td (ab) Tj ET\n" * 600_000)
    with pytest.raises(RvcError, match="more than 300 MB of memory") as told:
        pdf.read(data, url="bomb.pdf")
    assert told.value.where == "bomb.pdf"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no memory")
def test_a_few_bytes_drawn_a_hundred_million_times_end_their_own_process_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pdf_apart, "_MEMORY", 300 << 20)
    font, words = b"/Font <</F 5 0 R>>", b"BT /F 9 Tf 5 7 Td (ab) Tj ET".ljust(60)
    forms = b"".join(
        b"%d 0 obj <</Type /XObject /Subtype /Form /BBox [0 0 600 800] /Length 60 /Resources <<%s"
        b" /XObject <</X %d 0 R>>>>>> stream\n%s\nendstream endobj\n"
        % (10 + n, font, 11 + n, b"/X Do " * 10 if n < 7 else words)
        for n in range(8)
    )  # fmt: skip
    page = with_words(b"/X Do " * 10).replace(font, font + b" /XObject <</X 10 0 R>>")
    data = page.replace(b"trailer", forms + b"trailer")
    with pytest.raises(RvcError, match="more than 300 MB of memory"):
        pdf.read(data, url="bomb.pdf")


def test_a_file_that_takes_for_ever_is_given_up(
    pdf_of: MakePdf, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = pdf_of([PAGE] * 3)
    monkeypatch.setattr(pdf_apart, "LONGEST", 0.001)
    with pytest.raises(RvcError, match="takes more than"):
        pdf_apart.sheets_apart(data, "slow.pdf")
    monkeypatch.setattr(pdf_sheets, "LONGEST", 0)
    with pytest.raises(RvcError, match="takes more than 0 seconds"):
        pdf_sheets.read_sheets(data, "slow.pdf")


def test_too_many_pages_are_refused_before_they_are_read(
    pdf_of: MakePdf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_sheets, "_MOST_PAGES", 2)
    with pytest.raises(RvcError, match="the PDF has 3 pages, more than 2"):
        pdf_sheets.read_sheets(pdf_of([PAGE] * 3), "long.pdf")


def test_no_module_of_the_current_folder_is_run(
    tmp_path: Path, pdf_of: MakePdf, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "msgspec.py").write_text("raise SystemExit(3)")
    monkeypatch.chdir(tmp_path)
    assert pdf_apart.sheets_apart(pdf_of([PAGE]), "a.pdf")[0][0].runs


@pytest.mark.parametrize(
    ("given", "title"), [("untitled", ""), ("Microsoft Word - Bill.doc", "Bill.doc"), ("A", "A")]
)
def test_a_title_that_nobody_gave_is_none(pdf_of: MakePdf, given: str, title: str) -> None:
    assert pdf_sheets.read_sheets(pdf_of([PAGE], given), "a.pdf")[1] == title
