"""Decide in which encoding a page really is, whatever it says of itself.

Pages of both French chambers declare ISO-8859-1 and are windows-1252 or UTF-8. The order of belief:
byte order mark, bytes that are valid UTF-8, the page's or server's own word, signs of the one-byte
encodings. "ISO-8859-1" is read as windows-1252, as browsers do (WHATWG Encoding Standard, 4.2).
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import NamedTuple

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""(?:<\?xml[^>]{0,200}?encoding|<meta[^>]{0,300}?charset)\s*=\s*["']?\s*([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_UNSEEN = {
    **dict.fromkeys((0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0x61C, 0xFEFF)),
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A))),
    **{one: unicodedata.normalize("NFKC", chr(one)) for one in range(0xFB00, 0xFB07)},
}
_SEARCHED = "".join(map(chr, _UNSEEN))
_LATIN = {"iso8859-1", "ascii", "latin-1", "latin_1"}
_LOOK = 4096
_LIGATURE_LATIN_9 = re.compile(rb"[A-Za-z]?[\xbc\xbd](?=[a-z\xe0-\xff])|\d\s?\xa4")


class Decoded(NamedTuple):
    """The text in NFC with `\\n` line ends, the encoding it was read in, and a remark or ""."""

    text: str
    charset: str
    note: str


def decode(data: bytes, *, charset: str = "") -> Decoded:
    """Decode the bytes of a page; `charset` is what the server said. Never raises on bad bytes."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _read(data[len(mark) :], name)
    declared = _codec(charset) or _codec(_in_page(data))
    wide = _wide(data)
    if wide:
        return _read(data, wide)
    if _is_utf8(data):
        said = _disagreement(declared, "utf-8", data)
        return _read(data, "utf-8", note=said)
    found = _one_byte(data, declared if declared and _fits(data, declared) else "")
    return _read(data, found, note=_disagreement(declared, found, data))


def _read(data: bytes, charset: str, *, note: str = "") -> Decoded:
    text = data.decode(charset, errors="replace")
    lost = text.count("\ufffd")
    if lost and not note:
        note = f"{lost} characters could not be decoded as {charset}"
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    return Decoded(unicodedata.normalize("NFC", visible(text)), charset, note)


def visible(text: str) -> str:
    """The text without the characters that nobody sees and with ligatures as letters.

    Byte order marks in mid-file, direction marks, soft hyphens and spaces of no width hide words
    from searches and headings from readers; "ﬁ" is one character where quotations have two. What
    joins letters in other scripts (U+200C, U+200D) stays.
    """
    if text.isascii() or not any(one in text for one in _SEARCHED):
        return text
    return text.translate(_UNSEEN)


def _codec(name: str) -> str:
    name = name.strip().strip("\"'")
    try:
        b"\xe9".decode(name, "replace")  # Python also knows codecs that read no text: base64, idna
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        return ""


def _in_page(data: bytes) -> str:
    found = _DECLARED.search(data[:_LOOK])
    return found[1].decode("ascii", errors="replace") if found else ""


def _wide(data: bytes) -> str:
    """UTF-16 without a byte order mark shows itself by a NUL in every other byte of Latin text."""
    head = data[:_LOOK]
    if len(head) < 4 or b"\x00" not in head:
        return ""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > len(head) // 4 > even:
        return "utf-16-le"
    return "utf-16-be" if even > len(head) // 4 > odd else ""


def _is_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8, a character cut off at the end or a few broken ones forgiven."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _fits(data, "utf-8")
    return True


def _fits(data: bytes, charset: str) -> bool:
    """Whether few of the letters beyond ASCII are lost when the bytes are read as `charset`."""
    text = data.decode(charset, errors="replace")
    lost = text.count("\ufffd")
    wide = len(re.findall(r"[^\x00-\x7f\ufffd]", text))
    return not lost or wide > 20 * lost


def _one_byte(data: bytes, declared: str) -> str:
    if any(0x80 <= byte <= 0x9F for byte in set(data)):
        return "cp1252" if declared in {*_LATIN, "", "utf-8", "iso8859-15", "cp1252"} else declared
    if declared and declared not in {*_LATIN, "utf-8"}:
        return declared
    # œ and € of ISO-8859-15 are ¼, ½ and ¤ in windows-1252: no French word holds those.
    return "iso8859-15" if _LIGATURE_LATIN_9.search(data) else "cp1252"


def _disagreement(declared: str, found: str, data: bytes) -> str:
    same = {declared, found} <= {*_LATIN, "cp1252"} or declared in {"", found} or data.isascii()
    return "" if same else f"declared as {declared}, read as {found}"
