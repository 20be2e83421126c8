"""Read the text of a PDF: columns, headers, footnotes, broken words, articles and paragraphs."""

from __future__ import annotations

import unicodedata
from statistics import median

from rvc.adapters.publishers.drafting import lay_out
from rvc.adapters.publishers.encoding import visible
from rvc.adapters.publishers.outline import outline
from rvc.adapters.publishers.paras import Para
from rvc.adapters.publishers.pdf_apart import sheets_apart
from rvc.adapters.publishers.pdf_bomb import refuse_bombs
from rvc.adapters.publishers.pdf_columns import in_order
from rvc.adapters.publishers.pdf_furniture import without_furniture
from rvc.adapters.publishers.pdf_hidden import hides_parts
from rvc.adapters.publishers.pdf_paragraphs import paragraphs
from rvc.adapters.publishers.pdf_sheets import read_sheets
from rvc.errors import RvcError
from rvc.model.text import LegalText

_OCR = "it looks scanned: run an OCR program on it first (for example `ocrmypdf in.pdf out.pdf`)"
_LARGER = 1.15


def recognises(data: bytes, *, url: str = "", media_type: str = "") -> bool:
    """Whether the bytes are a PDF, rubbish before its header forgiven."""
    del url, media_type
    return b"%PDF-" in data[:1024]


def read(data: bytes, *, url: str = "", media_type: str = "", charset: str = "") -> LegalText:
    """Read the paragraphs of a PDF and nest them by headings and numbers.

    Running headers and footers are left out and footnotes kept as notes. Raises RvcError, naming
    what to do, for encrypted, broken and scanned files, for those that unpack to far too much or
    have far too many pages, and when pypdfium2, the extra "texts", is not installed.
    """
    del media_type, charset
    refuse_bombs(data, url)
    sheets, title = (sheets_apart if hides_parts(data) else read_sheets)(data, url)
    if not any(sheet.runs for sheet in sheets):
        raise RvcError("the PDF holds no text", where=url, hint=_OCR)
    cleaned, notes = without_furniture(sheets)
    made = paragraphs(in_order(sheet.runs) for sheet in cleaned)
    usual = (
        median(one.size for one in made for _ in range(1 + len(one.text) // 80)) if made else 0.0
    )
    paras = [
        Para(text, bold=one.bold or one.size > _LARGER * usual, row=one.row)
        for one in made
        if (text := " ".join(unicodedata.normalize("NFC", visible(one.text)).split()))
    ]
    empty = [str(number) for number, sheet in enumerate(sheets, 1) if not sheet.runs]
    if empty:
        notes.insert(0, f"no text on page {', '.join(empty)}: empty or scanned")
    if b"%%EOF" not in data[-2048:]:
        notes.insert(0, "the file has no end mark: it may be cut off, with pages missing")
    return lay_out(outline(paras), data=data, title=title, notes=notes)
