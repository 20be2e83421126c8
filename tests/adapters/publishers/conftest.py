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
