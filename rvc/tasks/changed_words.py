"""Whether the words of a page changed with its bytes: many sites send others with every visit."""

from __future__ import annotations

from pathlib import Path
from typing import IO

from msgspec.structs import replace

from rvc.adapters.kept_texts import KeptTexts
from rvc.analysis.signs import same_words
from rvc.errors import RvcError
from rvc.model.kept import Bytes, KeptPage
from rvc.model.output_texts import FetchLine, Outcome
from rvc.model.text import LegalText
from rvc.tasks.read_texts import read_cached


def words_changed(texts: KeptTexts, line: FetchLine) -> bool:
    """Whether a page that is told as changed has other words than those kept, or cannot be read."""
    page = texts.lock().page((line.law, line.version, line.url))
    if line.outcome is not Outcome.CHANGED or page is None or page.changed is None:
        return False
    return differ(texts, page, page.kept, page.changed)


def differ(texts: KeptTexts, page: KeptPage, one: Bytes, other: Bytes) -> bool:
    """Whether two kept answers of a page have other words, or one of them cannot be read."""
    old, new = _text(texts, page, one), _text(texts, page, other)
    return old is None or new is None or not same_words(old.text, new.text)


def waits_already(texts: KeptTexts, page: KeptPage, came: Bytes, file: IO[bytes]) -> bool:
    """Whether bytes that came are read as the very text of those that wait to be accepted.

    Keeping them too would fill the store with every visit to a page that holds a clock.
    """
    if page.changed is None:
        return False
    file.flush()
    waiting = _text(texts, page, page.changed)
    new = _read(Path(file.name).read_bytes(), page, came)
    return (
        waiting is not None
        and new is not None
        and replace(waiting, sha256="") == replace(new, sha256="")
    )


def _text(texts: KeptTexts, page: KeptPage, bytes: Bytes) -> LegalText | None:
    try:
        return _read(texts.store.read(bytes.sha256), page, bytes)
    except RvcError:
        return None


def _read(data: bytes, page: KeptPage, bytes: Bytes) -> LegalText | None:
    try:
        return read_cached(data, page.url or bytes.file, bytes)
    except RvcError:
        return None
