"""texts.lock.yaml, beside the register: which bytes are the text of which page of which version."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from rvc.adapters.atomic import locked, write_atomic
from rvc.adapters.record_yaml import read_record, record_text
from rvc.model.kept import KeptPage, TextsLock

FILE = "texts.lock.yaml"

_HASH = re.compile(r"[0-9a-f]{64}")

_HEAD = """\
# Which bytes are the text of which page, by their SHA-256. Written by `rvc texts`; keep it with
# the register, so that everybody checks quotations against the same texts.
"""


def read_lock(path: Path) -> TextsLock:
    """Return what the lock file says, nothing when there is none; RvcError when it is damaged."""
    hint = "take it back from version control, or delete it and fetch again"
    return read_record(path, TextsLock(), hint, _wrong)


def _wrong(lock: TextsLock) -> tuple[tuple[str | int, ...], str] | None:
    """Return where the lock file is damaged and how: hashes that are none, pages that stand twice.

    Two lines of work that fetched the same page leave it twice when they are merged: which of the
    two counts is for a person to say.
    """
    seen = set()
    for place, page in enumerate(lock.pages):
        for key, bytes in (("kept", page.kept), ("changed", page.changed)):
            if bytes is not None and not _HASH.fullmatch(bytes.sha256):
                message = f"'{bytes.sha256[:80]}' is no SHA-256 in lower case"
                return ("pages", place, key, "sha256"), message
        for number, earlier in enumerate(page.earlier):
            if not _HASH.fullmatch(earlier):
                return ("pages", place, "earlier", number), f"'{earlier[:80]}' is no SHA-256"
        if page.key in seen:
            return ("pages", place), f"{page.subject} {page.url} stands here twice: keep one"
        seen.add(page.key)
    return None


class Updated(NamedTuple):
    """What the lock file said before pages were put into it, and what it says now."""

    before: TextsLock
    after: TextsLock


def update_lock(
    path: Path, pages: Iterable[KeptPage], forgotten: Iterable[tuple[str, str, str]] = ()
) -> Updated:
    """Put pages into the lock file, each joined to the one with its key, and take out those with
    the keys `forgotten`; return the whole, before and after.

    Nobody else can write in between; the file is replaced whole or not at all, and left alone
    when nothing changed.
    """
    with locked(path):
        before = read_lock(path)
        after = before.without(forgotten).joined(pages)
        if after != before or not path.exists():
            write_atomic(path, lock_text(after).encode())
        return Updated(before, after)


def lock_text(lock: TextsLock) -> str:
    """Return the text of the lock file: the same for the same pages, byte for byte."""
    return record_text(lock, _HEAD)
