"""texts.lock.yaml, beside the register: which bytes are the text of which page of which version."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rvc.adapters.atomic import locked, write_atomic
from rvc.adapters.record_yaml import read_record, record_text
from rvc.model.kept import KeptPage, TextsLock

FILE = "texts.lock.yaml"

_HEAD = """\
# Which bytes are the text of which page, by their SHA-256. Written by `rvc texts`; keep it with
# the register, so that everybody checks quotations against the same texts.
"""


def read_lock(path: Path) -> TextsLock:
    """Return what the lock file says, nothing when there is none; RvcError when it is damaged."""
    hint = "take it back from version control, or delete it and fetch again"
    return read_record(path, TextsLock(), hint)


def update_lock(path: Path, pages: Iterable[KeptPage]) -> TextsLock:
    """Put pages into the lock file, each joined to the one with its key; return the whole.

    Nobody else can write in between; the file is replaced whole or not at all, and left alone
    when nothing changed.
    """
    with locked(path):
        before = read_lock(path)
        after = before.joined(pages)
        if after != before or not path.exists():
            write_atomic(path, lock_text(after).encode())
        return after


def lock_text(lock: TextsLock) -> str:
    """Return the text of the lock file: the same for the same pages, byte for byte."""
    return record_text(lock, _HEAD)
