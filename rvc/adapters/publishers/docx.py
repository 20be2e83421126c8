"""Read Word files (DOCX): headings, automatic numbers, tables; tracked deletions left out."""

from __future__ import annotations

import io
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rvc.adapters.publishers.docx_numbering import Numbering
from rvc.adapters.publishers.drafting import lay_out
from rvc.adapters.publishers.encoding import visible
from rvc.adapters.publishers.html_words import parts
from rvc.adapters.publishers.outline import outline
from rvc.adapters.publishers.paras import Para
from rvc.adapters.publishers.xml_input import local, parse_xml
from rvc.errors import RvcError
from rvc.model.text import LegalText

if TYPE_CHECKING:
    from lxml.etree import _Element

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LARGEST = 64 * 1024 * 1024  # bytes of one part, unpacked
_BLOCK = 1 << 16
_DIRECTORY_END = 22 + 0xFFFF  # bytes of the last record of a zip with the longest comment
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # no others in Office Open XML (part 2)
_SAVE_AGAIN = "open it with a word processor and save it as .docx"
_GONE = frozenset({"del", "moveFrom", "delText", "instrText", "footnoteReference", "pPr", "rPr"})


def recognises(data: bytes, *, url: str = "", media_type: str = "") -> bool:
    """Whether the bytes are a Word file: a zip with a Word document, or what is left of one."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    named = url.lower().endswith(".docx") or "wordprocessingml" in media_type
    packed = b"[Content_Types].xml" in data and b"xl/" not in data and b"ppt/" not in data
    return b"word/" in data or (_is_broken_off(data) and (named or packed))


def _is_broken_off(data: bytes) -> bool:
    """Whether the directory that ends every zip is missing."""
    return b"PK\x05\x06" not in data[-_DIRECTORY_END:]


def read(data: bytes, *, url: str = "", media_type: str = "", charset: str = "") -> LegalText:
    """Read the paragraphs of a Word file and nest them by headings and numbers.

    Tracked insertions are read as accepted and tracked deletions left out, with a note. Raises
    RvcError for broken or encrypted files and for zips that unpack to more than 64 MB a part.
    """
    del media_type, charset
    if _is_broken_off(data):
        raise RvcError("a broken-off DOCX", where=url, hint="fetch or save it again")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            body = parse_xml(_part(archive, "word/document.xml", url), url=url)
            numbering = Numbering(
                _optional(archive, "word/numbering.xml", url),
                _optional(archive, "word/styles.xml", url),
            )
            title = _title(archive, url)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise RvcError(
            f"not a readable Word file: {error}", where=url, hint="is the download complete?"
        ) from error
    paras = list(_paras(body, numbering))
    if not paras:
        raise RvcError("the Word file holds no text", where=url, hint="it may hold pictures only")
    return lay_out(outline(paras), data=data, title=title, notes=_notes(body))


def _part(archive: zipfile.ZipFile, name: str, url: str) -> bytes:
    """Unpack one part, counting its bytes: the size that the zip claims is not believed."""
    try:
        if archive.getinfo(name).compress_type not in _PACKINGS:
            raise RvcError("packed in a way that no Word file is", where=url, hint=_SAVE_AGAIN)
        opened = archive.open(name)
    except KeyError:
        raise RvcError(f"the file holds no {name}", where=url, hint="is it a Word file?") from None
    except RuntimeError:
        raise RvcError(
            "the Word file is encrypted", where=url, hint="save it without password"
        ) from None
    pieces, size = [], 0
    with opened:
        while block := opened.read(_BLOCK):
            size += len(block)
            if size > _LARGEST:
                raise RvcError(
                    f"{name} unpacks to more than {_LARGEST >> 20} MB",
                    where=url,
                    hint="no text of a law is that long: do not trust the file",
                )
            pieces.append(block)
    return b"".join(pieces)


def _optional(archive: zipfile.ZipFile, name: str, url: str) -> _Element | None:
    return parse_xml(_part(archive, name, url), url=url) if name in archive.namelist() else None


def _title(archive: zipfile.ZipFile, url: str) -> str:
    core = _optional(archive, "docProps/core.xml", url)
    found = core.find("{http://purl.org/dc/elements/1.1/}title") if core is not None else None
    return " ".join((found.text or "").split()) if found is not None else ""


def _paras(root: _Element, numbering: Numbering) -> Iterator[Para]:
    for element in _blocks(root):
        if local(element) == "tr":
            cells = [_clean(" ".join(_words(cell))) for cell in element if local(cell) == "tc"]
            filled = [cell for cell in cells if cell]
            if filled:
                yield Para(" | ".join(filled), styled=True, row=True)
            continue
        number, level, centred, indent = numbering.of(element)
        bold = _is_bold(element)
        for text in parts("".join(_words(element))):
            said = f"{number} {text}".strip()
            yield Para(said, level, centred, bold=bold, styled=True, indent=indent)
            number, indent = "", 0


def _blocks(element: _Element) -> Iterator[_Element]:
    """Paragraphs and table rows in order; rows of one cell, which only lay out, are opened."""
    for child in element:
        name = local(child)
        if name == "p" or (name == "tr" and sum(local(cell) == "tc" for cell in child) > 1):
            yield child
        elif name not in _GONE:
            yield from _blocks(child)


def _words(element: _Element) -> Iterator[str]:
    for child in element:
        name = local(child)
        if name == "t":
            yield child.text or ""
        elif name in {"tab", "br", "cr", "p"}:
            yield "\x0b" if name in {"br", "cr"} else " "
            yield from _words(child)
        elif name == "noBreakHyphen":
            yield "-"
        elif name not in _GONE:
            yield from _words(child)


def _is_bold(paragraph: _Element) -> bool:
    """Whether all words of a paragraph are in runs marked bold."""
    runs = [run for run in paragraph.iter(f"{{{_WORD}}}r") if "".join(_words(run)).strip()]
    marks = [run.find(f"{{{_WORD}}}rPr/{{{_WORD}}}b") for run in runs]
    return bool(runs) and all(
        mark is not None and mark.get(f"{{{_WORD}}}val") not in {"0", "false"} for mark in marks
    )


def _notes(root: _Element) -> list[str]:
    counts = {name: sum(1 for _ in root.iter(f"{{{_WORD}}}{name}")) for name in ("ins", "del")}
    notes = []
    if any(counts.values()):
        notes.append(
            f"tracked changes: {counts['ins']} insertions read as accepted, "
            f"{counts['del']} deletions left out"
        )
    feet = sum(1 for _ in root.iter(f"{{{_WORD}}}footnoteReference"))
    if feet:
        notes.append(f"{feet} footnotes left out")
    return notes


def _clean(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(visible(text).split()))
