"""Refuse PDF files whose few kilobytes unpack to gigabytes, before anything unpacks them whole."""

from __future__ import annotations

import re
import zlib

from rvc.adapters.http_unpack import Unpacker
from rvc.errors import RvcError

LARGEST = 40 << 20
"""Bytes of one stream, unpacked: no page of a law has a hundredth, the largest fonts have half."""

_STREAM = re.compile(rb"stream\r?\n(?=[\x48\x58\x68\x78])")  # what follows can be zlib's first byte
_DICTIONARY = 400
"""Bytes before a stream in which stands whether it is a picture: those are never unpacked here."""

_BLOCK = 1 << 16
_MOST_LAYERS = 3


def refuse_bombs(data: bytes, url: str) -> None:
    """Raise RvcError when a stream of the PDF, or what it was packed into again, is far too large.

    Streams that are encrypted, packed in other ways than deflate, or said to be pictures, are not
    looked into: the limits of `rvc.adapters.publishers.pdf_apart` hold for them.
    """
    for found in _STREAM.finditer(data):
        if b"/Image" in data[max(0, found.start() - _DICTIONARY) : found.start()]:
            continue
        end = data.find(b"endstream", found.end())
        packed = data[found.end() : end if end >= 0 else len(data)]
        if _is_too_large(packed):
            raise RvcError(
                f"a part of the PDF unpacks to more than {LARGEST >> 20} MB",
                where=url,
                hint="no text of a law is that long: do not trust the file",
            )


def _is_too_large(packed: bytes, layers: int = 1) -> bool:
    size, start = 0, b""
    unpacker = Unpacker(",".join(["deflate"] * layers))
    try:
        for at in range(0, len(packed), _BLOCK):
            for piece in unpacker.feed(packed[at : at + _BLOCK]):
                start = start or piece[:2]
                size += len(piece)
                if size > LARGEST:
                    return True
    except zlib.error:  # damaged: the reader of the file will say it
        pass
    again = len(start) == 2 and start[0] & 15 == 8 and int.from_bytes(start, "big") % 31 == 0
    return again and layers < _MOST_LAYERS and _is_too_large(packed, layers + 1)
