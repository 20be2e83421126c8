"""Unpacking what servers send compressed, and knowing whether it came to its end."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

PACKINGS = {"gzip", "x-gzip", "deflate", "identity", ""}
"""Compressions that this program asks for; any other would be kept as if it were the page."""

_PIECE = 1 << 16
"""Bytes unpacked at once: a few compressed kilobytes can hold gigabytes."""

_RAW, _ZLIB, _GZIP = -zlib.MAX_WBITS, zlib.MAX_WBITS, 16 + zlib.MAX_WBITS


def packings(content_encoding: str) -> list[str]:
    """Return the compressions that a Content-Encoding names, in the order they were applied."""
    return content_encoding.lower().replace(" ", "").split(",")


class Unpacker:
    """Unpacks one answer as it comes; zlib.error when it is not what its server calls it.

    urllib3 unpacks too, but says nothing of a stream that stops before its end.
    """

    def __init__(self, content_encoding: str) -> None:
        named = [
            packing for packing in packings(content_encoding) if packing not in ("identity", "")
        ]
        self._layers = [_Layer(packing) for packing in reversed(named)]

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield what `data` unpacks to, piece by piece; nothing is unpacked before it is wanted."""
        yield from self._through(0, data)

    @property
    def unpacks(self) -> bool:
        """Whether more bytes come out than went in, so that their number is not known before."""
        return bool(self._layers)

    @property
    def complete(self) -> bool:
        """Whether every stream came to its end; an answer without any bytes is complete, too."""
        return all(layer.complete for layer in self._layers)

    def _through(self, place: int, data: bytes) -> Iterator[bytes]:
        if place == len(self._layers):
            yield data
            return
        for piece in self._layers[place].feed(data):
            yield from self._through(place + 1, piece)


class _Layer:
    def __init__(self, packing: str) -> None:
        self._gzip = packing != "deflate"
        self._stream = zlib.decompressobj(_GZIP) if self._gzip else None
        self._start = b""

    @property
    def complete(self) -> bool:
        if self._stream is None:
            return not self._start
        return self._stream.eof or not self._start

    def feed(self, data: bytes) -> Iterator[bytes]:
        if self._stream is None:
            # Servers send both under the name "deflate": the first two bytes tell which (RFC 1950).
            data = self._start + data
            self._start = data[:2]
            if len(data) < 2:
                return
            zlib_header = data[0] & 15 == 8 and int.from_bytes(data[:2], "big") % 31 == 0
            self._stream = zlib.decompressobj(_ZLIB if zlib_header else _RAW)
        self._start = self._start or data[:2]
        while True:
            if self._stream.eof:
                # Another gzip member follows or, from some servers, padding that means nothing.
                if not (self._gzip and data.startswith(b"\x1f")):
                    return
                self._stream = zlib.decompressobj(_GZIP)
            piece = self._stream.decompress(data, _PIECE)
            data = self._stream.unused_data or self._stream.unconsumed_tail
            if piece:
                yield piece
            elif not data:
                return
