"""Between the bytes of a .bib file and its text, without losing a byte.

The encoding is found out, never assumed, and the file is written back in it; byte order mark and
line ends stay. Bytes that fit no encoding stay in the text as lone surrogates (PEP 383), are
reported by the diagnostics with their place, and go back to the file as they were.
"""

from __future__ import annotations

import codecs
import contextlib
import re
from pathlib import Path
from typing import NamedTuple

from rvc.adapters.atomic import write_atomic
from rvc.adapters.opened import read_bytes
from rvc.bib.library import Library
from rvc.bib.reader import read
from rvc.errors import RvcError


class BibFile(NamedTuple):
    """A .bib file as it was read: `text` without byte order mark, line ends as they are."""

    path: Path
    data: bytes
    text: str
    encoding: str
    """`utf-8`, `utf-16-le`, `utf-16-be`, `cp1252`, `latin-1` or what the file says of itself."""
    bom: bytes
    sound: bool = False
    """Every byte is known to fit the encoding: no lone surrogate stands in the text."""

    def library(self) -> Library:
        """The text, read."""
        return read(self.text)

    def encode(self, text: str) -> bytes:
        """The bytes of a new text for this file; RvcError when its encoding lacks a character."""
        return self.bom + _encode(text, self.encoding, str(self.path))


def read_bib(path: Path | str) -> BibFile:
    """Read a .bib file of any common encoding.

    Raises RvcError when there is no such file, it cannot be read, or is broken UTF-16.
    """
    name = Path(path)
    data = read_bytes(name)
    return decode_bib(data, name)


def write_bib(file: BibFile, text: str) -> None:
    """Replace the file by a new text, if it still is what was read; RvcError otherwise.

    For a read-change-write, hold `rvc.adapters.atomic.locked(file.path)` from before `read_bib`.
    """
    write_atomic(file.path, file.encode(text), was=file.data)


_SAMPLE = 4000
"""Bytes at the beginning in which NULs tell UTF-16 without a mark."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode_bib(data: bytes, path: Path) -> BibFile:
    """The text of these bytes; `path` is for messages.

    RvcError for UTF-32 and for broken UTF-16.
    """
    if not data.startswith(tuple(bom for bom, _ in _BOMS)) and b"\0" not in data[:_SAMPLE]:
        with contextlib.suppress(UnicodeDecodeError):  # by far the most files: decode them once
            return BibFile(path, data, data.decode("utf-8"), "utf-8", b"", sound=True)
    bom, encoding = next(((b, e) for b, e in _BOMS if data.startswith(b)), (b"", ""))
    if _is_utf_32(data):
        raise RvcError(
            "this file is in UTF-32, which BibTeX cannot read",
            where=str(path),
            hint="convert it to UTF-8",
        )
    body = data[len(bom) :]
    if not encoding:
        encoding = _find_encoding(body)
    try:
        text = body.decode(encoding, _errors(encoding))
    except UnicodeDecodeError as error:
        raise RvcError(
            f"byte {len(bom) + error.start} is no valid {encoding.upper()}", where=str(path)
        ) from None
    if _encode(text, encoding, str(path)) != body:  # a codec that is not exact must not write
        raise RvcError(f"cannot read this file exactly as {encoding}", where=str(path))
    return BibFile(path, data, text, encoding, bom)


def _is_utf_32(data: bytes) -> bool:
    """Whether three of four bytes are NUL, as ASCII characters make them in UTF-32."""
    marked = data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE))
    sample = data[: _SAMPLE * 2]
    return marked or (len(sample) > 7 and sample.count(0) * 10 > len(sample) * 7)


def _errors(encoding: str) -> str:
    return "surrogatepass" if encoding.startswith("utf-16") else "surrogateescape"


def _encode(text: str, encoding: str, where: str) -> bytes:
    try:
        return text.encode(encoding, _errors(encoding))
    except UnicodeEncodeError as error:
        char = text[error.start]
        raise RvcError(
            f"this file is in {encoding}, which has no {char!r} (U+{ord(char):04X})",
            where=where,
            hint="convert the file to UTF-8, or write the character in LaTeX",
        ) from None


_DECLARED = re.compile(rb"(?:%\s*!?\s*encoding\s*[:=]|-\*-.*?coding:)\s*([\w.-]+)", re.I)


def _find_encoding(body: bytes) -> str:
    wide = _wide(body)
    if wide:
        return wide
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(body)
    return "utf-8"


def _wide(body: bytes) -> str:
    """UTF-16 without a mark: ASCII characters make every second byte a NUL."""
    sample = body[:_SAMPLE]
    if len(body) % 2 or sample.count(0) * 3 < len(sample) or not sample:
        return ""
    odd = sample[1::2].count(0)
    even = sample[::2].count(0)
    if odd > 10 * even:
        return "utf-16-le"
    return "utf-16-be" if even > 10 * odd else ""


def _legacy(body: bytes) -> str:
    """The encoding of what is not valid UTF-8: declared, mixed with UTF-8, or Western European."""
    declared = _DECLARED.search(body[:2000])
    if declared:
        try:
            name = codecs.lookup(declared[1].decode("ascii")).name
            if name != "utf-8" and body.decode(name).encode(name) == body:
                return name
        except (LookupError, UnicodeError, ValueError, TypeError):
            pass  # a wrong declaration: look at the bytes
    if _holds_utf8(body):
        return "utf-8"
    try:
        body.decode("cp1252")
    except UnicodeDecodeError:
        return "latin-1"
    return "cp1252" if re.search(rb"[\x80-\x9f]", body) else "latin-1"


_SEQUENCE = re.compile(
    rb"(?:[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{2})[\x80-\xbf]|([\x80-\xff])"
)
"""A character of UTF-8 beyond ASCII, or a byte (group 1) that belongs to none."""


def _holds_utf8(body: bytes) -> bool:
    """Whether at least half of what is not ASCII is valid UTF-8: then the rest is damage.

    Two letters of Latin-1 hardly ever make a character of UTF-8 by chance, so one of them that
    stands against one stray byte says more than that byte.
    """
    good = bad = 0
    for found in _SEQUENCE.finditer(body):
        if found[1]:
            bad += 1
        else:
            good += 1
    return good >= bad > 0
