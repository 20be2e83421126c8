"""The texts kept beside a register: the bytes, and the lock file that says what they are."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import IO, NamedTuple

from rvc.adapters.data_folder import DataFolder
from rvc.adapters.store import Store
from rvc.adapters.texts_lock import FILE, read_lock, update_lock
from rvc.errors import RvcError
from rvc.model.kept import KeptPage, TextsLock

FOLDER = "texts"


class Noted(NamedTuple):
    """What the lock file said of a page when it was written to, None when nothing; and says now."""

    before: KeptPage | None
    page: KeptPage


class KeptTexts:
    """Store and lock file together: bytes first, then the line that names them."""

    def __init__(self, store: Store, lock_file: Path) -> None:
        self.store = store
        self.lock_file = lock_file
        self._owner = _way(lock_file, store.folder)

    def lock(self) -> TextsLock:
        """Return what is kept, without changing anything."""
        return read_lock(self.lock_file)

    def recover(self) -> TextsLock:
        """Note what a killed run had completed, and return what is kept.

        Where nothing can be written it is returned as kept all the same, and noted another time.
        """
        lock = self.lock()
        for note, page in list(self.store.unsettled(self._owner)):
            known = lock.page(page.key)
            if known is None or page.newest.sha256 not in known.hashes:
                try:
                    lock = update_lock(self.lock_file, [page]).after
                except RvcError:
                    lock = lock.joined([page])
                    continue
            self.store.settled(note)
        return lock

    def keep(self, file: IO[bytes], page: KeptPage) -> Noted:
        """Keep a complete download as the newest bytes of `page`; return the page as noted."""
        return self._note(self.store.arrive(file, page, self._owner), page)

    def put(self, data: bytes, page: KeptPage) -> Noted:
        """Keep bytes as the newest of `page`; return the page as noted."""
        return self._note(self.store.put(data, page, self._owner), page)

    def forget(self, keys: Iterable[tuple[str, str, str]]) -> None:
        """Take the pages with these keys out of the lock file; their bytes stay in the store."""
        update_lock(self.lock_file, (), keys)

    def note(self, page: KeptPage) -> Noted:
        """Note a page whose bytes are in the store already; return it as noted.

        It is another one when another run noted it meanwhile: see `rvc.model.kept.joined`.
        """
        written = update_lock(self.lock_file, [page])
        return Noted(written.before.page(page.key), written.after.page(page.key) or page)

    def _note(self, arrival: Path, page: KeptPage) -> Noted:
        noted = self.note(page)
        self.store.settled(arrival)
        return noted


def _way(lock_file: Path, store: Path) -> str:
    """Return the way from a store to a lock file: it stays right when both are moved together."""
    try:
        return Path(os.path.relpath(lock_file.resolve(), store.resolve())).as_posix()
    except ValueError:  # on two drives
        return lock_file.resolve().as_posix()


def kept_texts(folder: DataFolder) -> KeptTexts:
    """Return the texts of a data folder: in `texts/` inside it, or where RVC_TEXTS says."""
    asked = os.environ.get("RVC_TEXTS", "")
    return KeptTexts(Store(Path(asked) if asked else folder.path / FOLDER), folder.path / FILE)
