"""What every reader's test asks of a text, and the sample files of other makers."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from rvc.model.text import LegalText

_SHARED = Path(__file__).parents[3].parent / "shared" / "benchmarks" / "parsers"


def _check(text: LegalText) -> None:
    assert unicodedata.is_normalized("NFC", text.text)
    assert len(text.sha256) == 64
    eids = [one.eid for one in text.walk()]
    assert len(eids) == len(set(eids))
    for provision in text.walk():
        said = text.text[provision.span.start : provision.span.end]
        assert provision.label in said
        assert provision.heading in said or all(word in said for word in provision.heading.split())
        for words in provision.text.split("\n"):
            assert words in said
        at = provision.span.start
        for child in provision.children:
            assert at <= child.span.start <= child.span.end <= provision.span.end
            at = child.span.end
    for mark in text.amendments:
        assert 0 <= mark.span.start <= mark.span.end <= len(text.text)


@pytest.fixture
def sound() -> Callable[[LegalText], LegalText]:
    """Check ids, spans and words of a text and give it back."""

    def checked(text: LegalText) -> LegalText:
        _check(text)
        return text

    return checked


@pytest.fixture
def outline_of() -> Callable[[LegalText], list[tuple[str, str, str]]]:
    """Eid, heading and own words of every provision."""

    def listed(text: LegalText) -> list[tuple[str, str, str]]:
        return [(one.eid, one.heading, one.text) for one in text.walk()]

    return listed


@pytest.fixture
def shared() -> Path:
    """The folder of sample files, or skip where it is not there."""
    if not _SHARED.is_dir():
        pytest.skip("the sample files of other makers lie beside the repository and are not here")
    return _SHARED


def _pdf(
    pages: list[list[tuple[float, float, float, str]]], info: str = "", turned: str = ""
) -> bytes:
    """A PDF written by hand: every page lists (left, bottom, size, words) in drawing order.

    Words that begin with ** are bold; `turned` is a matrix that turns all of every page.
    """
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
        f"<< /Title ({info}) >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Bold /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for page in pages:
        drawn = "".join(
            f"BT /F{1 + words.startswith('**')} {size} Tf {left} {bottom} Td "
            f"({words.removeprefix('**')}) Tj ET\n"
            for left, bottom, size, words in (
                (one[0], one[1], one[2], one[3].replace("(", r"\(").replace(")", r"\)"))
                for one in page
            )
        )
        drawn = (f"{turned} cm\n{drawn}" if turned else drawn).encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R /F2 5 0 R >> >> >>" % len(objects)
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    data, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(data)
    count = len(objects) + 1
    return (
        data
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n" % (count, table)
        + (b"<< /Size %d /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, start))
    )


@pytest.fixture
def pdf_of() -> Callable[..., bytes]:
    """Write a PDF from pages of (left, bottom, size, words); see `_pdf`."""
    return _pdf
