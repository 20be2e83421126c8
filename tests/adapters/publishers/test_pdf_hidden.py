from __future__ import annotations

import zlib

import pytest

from rvc.adapters.publishers.pdf_hidden import hides_parts

OBJECTS = b"/Type /ObjStm /Filter /FlateDecode"


def with_stream(packed: bytes, look: bytes = b"/Filter /FlateDecode") -> bytes:
    length = b"/Length %d" % len(packed)
    return b"%PDF-1.4\n4 0 obj <<" + look + length + b">> stream\n" + packed + b"\nendstream endobj"


def packed(size: int) -> bytes:
    return zlib.compress(bytes(size), 9)


@pytest.mark.parametrize(
    ("data", "hidden"),
    [
        (with_stream(packed(1 << 20)), False),
        (with_stream(b"BT (x) Tj ET", b""), False),
        (with_stream(b"\xff\xd8\xff", b"/Subtype /Image /Filter /DCTDecode"), False),
        (with_stream(packed(1 << 20), b"/Subtype /Image /Filter /FlateDecode"), False),
        (with_stream(packed(41 << 20) * 2, b"/Subtype /Image /Filter /FlateDecode"), True),
        (with_stream(b"\x01" * 50_000, b"/Filter/FlateDecode"), True),
        (with_stream(b"\x01" * 50, b"/Filter/FlateDecode"), False),
        (with_stream(b"\x81 " * 20_000, b"/Filter /RunLengthDecode"), True),
        (with_stream(b"789c>", b"/Filter [/AHx /Fl]"), False),
        (with_stream(b"78" * 20_000, b"/Filter [/AHx /Fl]"), True),
        (with_stream(b"78", b"/Filter [/Fl /RL]"), True),
        (with_stream(b"q", b"/Subtype /Form"), True),
        (b"%PDF-1.4 <</Contents [" + b"4 0 R " * 40 + b"]>>", True),
        (b"%PDF-1.4 <</Kids [" + b" ".join(b"%d 0 R" % n for n in range(40)) + b"]>>", False),
        (with_stream(zlib.compress(b"[" + b"4 0 R 5 0 R " * 20 + b"]"), OBJECTS), True),
        (with_stream(b"\x81 ", b"/Filter 9 0 R"), True),
        (with_stream(b"\x81 ", b"/#46ilter /LZW"), True),
        (b"%PDF-1.4 trailer <</Encrypt 5 0 R>>", True),
    ],
)
def test_what_nobody_can_look_into_is_known(data: bytes, hidden: bool) -> None:
    assert hides_parts(data) is hidden
