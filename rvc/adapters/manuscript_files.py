"""Manuscripts as text: plain files exactly as they are, and what Word files say."""

from __future__ import annotations

import base64
import codecs
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from rvc.adapters.opened import read_bytes
from rvc.errors import RvcError

_LARGEST = 64 << 20  # bytes of one part of a Word file, unpacked
_BOMS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_PARTS = re.compile(r"word/(?:document|footnotes|endnotes)\d*\.xml")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FIELD_SIGNS = {"begin": "\x13", "separate": "\x14", "end": "\x15"}
_TEXTS = {f"{_WORD}t", f"{_WORD}instrText"}
_GAPS = {f"{_WORD}tab": "\t", f"{_WORD}br": "\v", f"{_WORD}cr": "\v"}  # a line is a paragraph


class ManuscriptFile(NamedTuple):
    """A manuscript as it was read. Bytes that are not UTF-8 are lone surrogates in `text`."""

    path: Path
    data: bytes
    text: str
    encoding: str = "utf-8"
    bom: bytes = b""

    def encode(self, text: str) -> bytes:
        """The bytes of a new text for this file."""
        return self.bom + text.encode(self.encoding, _errors(self.encoding))


def read_manuscript(path: Path | str) -> ManuscriptFile:
    """Read a manuscript; of a Word file, the text of paragraphs, notes and fields.

    Raises RvcError when there is no such file, or it is a Word file that cannot be read.
    """
    name = Path(path)
    data = read_bytes(name)
    if name.suffix.lower() == ".docx":
        return ManuscriptFile(name, data, word_text(data, str(name)))
    bom, encoding = next(((b, e) for b, e in _BOMS if data.startswith(b)), (b"", "utf-8"))
    try:
        text = data[len(bom) :].decode(encoding, _errors(encoding))
    except UnicodeDecodeError:
        raise RvcError("this is broken UTF-16", where=str(name)) from None
    return ManuscriptFile(name, data, text, encoding, bom)


def _errors(encoding: str) -> str:
    return "surrogateescape" if encoding == "utf-8" else "surrogatepass"


def word_text(data: bytes, where: str) -> str:
    """Return the text of a Word file, a line a paragraph; fields say their instructions too."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [name for name in archive.namelist() if _PARTS.fullmatch(name)]
            roots = [_parse(_unpacked(archive, name)) for name in sorted(parts)]
    # zipfile's own: a packing it does not know is NotImplementedError, a password RuntimeError
    except (zipfile.BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError) as error:
        raise RvcError(f"not a readable Word file: {error}", where=where) from None
    except (ElementTree.ParseError, ValueError) as error:
        raise RvcError(f"a broken Word file: {error}", where=where) from None
    if not roots:
        raise RvcError("not a Word file", where=where)
    return "".join(paragraph for root in roots for paragraph in _paragraphs(root))


def _unpacked(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:  # the size that the archive claims is not believed
        data = part.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise ValueError(f"{name} unpacks to more than {_LARGEST >> 20} MB")
    return data


def _parse(data: bytes) -> ElementTree.Element:
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise ValueError("it declares entities, which no Word file needs")
    return ElementTree.fromstring(data)


def _paragraphs(root: ElementTree.Element) -> Iterator[str]:
    for paragraph in root.iter(f"{_WORD}p"):
        yield "".join(map(_said, paragraph.iter())) + "\n"


def _said(element: ElementTree.Element) -> str:
    """Return what an element says itself; fields stand between signs that Word once used."""
    tag = element.tag
    if tag in _TEXTS:
        return element.text or ""
    if tag == f"{_WORD}fldChar":
        return _FIELD_SIGNS.get(element.get(f"{_WORD}fldCharType", ""), "")
    if tag == f"{_WORD}fldData":
        return _unpacked_field(element.text or "")
    if tag == f"{_WORD}fldSimple":
        return f"\x13{element.get(f'{_WORD}instr', '')}\x15"
    if tag == f"{_WORD}tag":
        mark, _, packed = element.get(f"{_WORD}val", "").partition("MENDELEY_CITATION_v3_")
        return "" if mark or not packed else f"\x13ADDIN CSL_CITATION {_base64(packed)}\x15"
    return _GAPS.get(tag, "")


def _unpacked_field(packed: str) -> str:
    """Return the record that EndNote keeps beside a field; nothing of what other programs keep."""
    said = _base64(packed)
    return said if "<EndNote" in said else ""


def _base64(packed: str) -> str:
    try:
        return (
            base64.b64decode("".join(packed.split())).decode("utf-8", "replace").replace("\0", "")
        )
    except ValueError:
        return ""
