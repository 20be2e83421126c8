"""Whether a PDF may become far larger when it is read than anybody can tell before."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from rvc.adapters.publishers.pdf_bomb import LARGEST

_STREAM = re.compile(rb"(?<!end)stream(\r?\n|\s)")
_DICTIONARY = 4096
"""Bytes before a stream in which its dictionary begins."""

_FILTER = re.compile(rb"/Filter\s*(\[[^\]]*\]|/?[^/>]*)")
_NAME = re.compile(rb"/([^\s/<>\[\]()]+)")
_PICTURES = frozenset(
    {b"DCTDecode", b"DCT", b"JPXDecode", b"CCITTFaxDecode", b"CCF", b"JBIG2Decode"}
)
_ASCII = frozenset({b"ASCII85Decode", b"A85", b"ASCIIHexDecode", b"AHx"})
_PACKED = frozenset({b"FlateDecode", b"Fl", b"LZWDecode", b"LZW", b"RunLengthDecode", b"RL"})
_MOST_PACKED = 1400
"""Bytes that one byte can become: 1,032 with deflate, some 1,365 with LZW."""

_ARRAY = re.compile(rb"\[((?:\s*\d{1,10}\s+\d{1,5}\s+R){16,}\s*)\]")
_REFERENCE = re.compile(rb"\d+(?=\s+\d+\s+R)")


def hides_parts(data: bytes) -> bool:
    """Whether a PDF has parts whose size is not known before they are unpacked, or that can be
    drawn many times over: encrypted; packed in other ways than deflate; large, and said to be
    pictures (a page can be one all the same); parts drawn within parts; a page put together of the
    same part again and again.
    """
    if b"/Encrypt" in data or _repeats(data):
        return True
    return any(_is_hidden(data, *found.span()) for found in _STREAM.finditer(data))


def _is_hidden(data: bytes, start: int, end: int) -> bool:
    look = data[max(0, start - _DICTIONARY) : start]
    look = look[look.rfind(b" obj") + 1 :]
    if b"#" in look or b"/Form" in look:  # with # any name can be written otherwise
        return True
    found = _FILTER.search(look)
    if found is None:
        return False
    names = _NAME.findall(found[1])
    packed = [name for name in names if name in _PACKED]
    if not names or not set(names) <= _PICTURES | _ASCII | _PACKED:
        return True
    stop = data.find(b"endstream", end)
    size = (stop if stop >= 0 else len(data)) - end
    if not packed or (len(packed) == 1 and size * _MOST_PACKED <= LARGEST):
        return False
    measured = set(names) <= {b"FlateDecode", b"Fl"} and _is_deflate(data[end : end + 2])
    return not measured or b"/Image" in look


def _is_deflate(start: bytes) -> bool:
    return len(start) == 2 and start[0] & 15 == 8 and int.from_bytes(start, "big") % 31 == 0


def _repeats(data: bytes) -> bool:
    """Whether a list of parts names the same ones again and again."""
    for said in (data, *_packed_objects(data)):
        for found in _ARRAY.finditer(said):
            named = _REFERENCE.findall(found[1])
            if 2 * len(set(named)) < len(named):
                return True
    return False


def _packed_objects(data: bytes) -> Iterator[bytes]:
    """Yield the objects that the file packs together; they were measured before."""
    for found in _STREAM.finditer(data):
        if b"/ObjStm" in data[max(0, found.start() - 400) : found.start()]:
            unpacker = zlib.decompressobj()
            try:
                yield unpacker.decompress(data[found.end() :], LARGEST)
            except zlib.error:  # packed otherwise: hidden all the same
                continue
