"""The texts kept beside a register: the bytes, and the lock file that says what they are."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import IO

from rvc.adapters.data_folder import DataFolder
from rvc.adapters.store import Store
from rvc.adapters.texts_lock import FILE, read_lock, update_lock
from rvc.model.kept import KeptPage, TextsLock

FOLDER = "texts"


class KeptTexts:
    """Store and lock file together: bytes first, then the line that names them."""

    def __init__(self, store: Store, lock_file: Path) -> None:
        self.store = store
        self.lock_file = lock_file

    def lock(self) -> TextsLock:
        """Return what is kept, without changing anything."""
        return read_lock(self.lock_file)

    def recover(self) -> TextsLock:
        """Note what a killed run had completed, and return what is kept."""
        for note, page in list(self.store.unsettled()):
            update_lock(self.lock_file, [page])
            self.store.settled(note)
        return self.lock()

    def keep(self, file: IO[bytes], page: KeptPage) -> None:
        """Keep a complete download as the newest bytes of `page`, and note the page."""
        self._note(self.store.arrive(file, page), page)

    def put(self, data: bytes, page: KeptPage) -> None:
        """Keep bytes as the newest of `page`, and note the page."""
        self._note(self.store.put(data, page), page)

    def note(self, pages: Iterable[KeptPage]) -> None:
        """Note pages whose bytes are in the store already."""
        update_lock(self.lock_file, pages)

    def _note(self, arrival: Path, page: KeptPage) -> None:
        update_lock(self.lock_file, [page])
        self.store.settled(arrival)


def kept_texts(folder: DataFolder) -> KeptTexts:
    """Return the texts of a data folder: in `texts/` inside it, or where RVC_TEXTS says."""
    asked = os.environ.get("RVC_TEXTS", "")
    return KeptTexts(Store(Path(asked) if asked else folder.path / FOLDER), folder.path / FILE)
