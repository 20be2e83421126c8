from __future__ import annotations

import zlib

import pytest

from rvc.adapters.publishers import pdf
from rvc.adapters.publishers.pdf_bomb import refuse_bombs
from rvc.errors import RvcError


def with_stream(packed: bytes, look: bytes = b"/Filter /FlateDecode") -> bytes:
    length = b"/Length %d" % len(packed)
    return b"%PDF-1.4\n4 0 obj <<" + look + length + b">> stream\n" + packed + b"\nendstream endobj"


def packed(size: int, layers: int = 1) -> bytes:
    data = bytes(size)
    for _ in range(layers):
        data = zlib.compress(data, 9)
    return data


@pytest.mark.parametrize("layers", [1, 2, 3])
def test_a_bomb_is_refused_however_often_it_is_packed(layers: int) -> None:
    data = with_stream(packed(41 << 20, layers))
    assert len(data) < 50_000
    with pytest.raises(RvcError, match="unpacks to more than 40 MB") as told:
        pdf.read(data, url="bomb.pdf")
    assert told.value.where == "bomb.pdf"


@pytest.mark.parametrize(
    "data",
    [
        with_stream(packed(1 << 20)),
        with_stream(packed(41 << 20), b"/Subtype /Image /Filter /FlateDecode"),
        with_stream(b"x" * 100),
        with_stream(packed(41 << 20)[:-9000])[:9000],
        with_stream(b""),
        b"%PDF-1.4 stream\nx",
    ],
)
def test_what_is_no_bomb_is_left_alone(data: bytes) -> None:
    refuse_bombs(data, "a.pdf")
