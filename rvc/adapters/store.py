"""The exact bytes of official texts, each kept once under its hash.

`objects/ab/abcd…` holds the bytes whose SHA-256 is abcd…; such a file is only written to again when
it is damaged and the right bytes came anew.
`incoming/` holds what is on its way: a file that is being downloaded, and notes about complete
files whose place in texts.lock.yaml is not written yet. A process killed at any moment leaves at
worst an unfinished download there; whatever was complete is finished by the next run.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

import msgspec

from rvc.adapters.atomic import reason_of, write_atomic
from rvc.errors import RvcError
from rvc.model.kept import KeptPage

_STALE = 3600.0
"""Seconds after which an unfinished download is nobody's any more: none may take that long."""

_IGNORE = b"# Official texts have licences of their own: they are kept here, not published.\n*\n"


class Arrival(msgspec.Struct, frozen=True):
    """A complete download on its way into the store: its file in incoming/ and what it is."""

    part: str
    sha256: str
    page: KeptPage
    owner: str = ""
    """Whose it is when several registers share the store: the way to the lock file."""


class Store:
    """A folder of bytes by hash. It is made when something is first put into it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._incoming = folder / "incoming"

    def path(self, sha256: str) -> Path:
        """Return where the bytes with this hash are (or would be)."""
        return self.folder / "objects" / sha256[:2] / sha256

    def lacks(self, sha256: str) -> bool:
        """Whether nothing is here under this hash, whole or damaged."""
        return not self.path(sha256).exists()

    def holds(self, sha256: str) -> bool:
        """Whether the bytes with this hash are here, and whole; reads them all."""
        return _hash_of(self.path(sha256)) == sha256

    def read(self, sha256: str) -> bytes:
        """Return the bytes with this hash; RvcError when they are not here or are others."""
        path = self.path(sha256)
        try:
            data = path.read_bytes()
        except OSError as error:
            gone = isinstance(error, FileNotFoundError)
            reason = (
                "its bytes are not here"
                if gone
                else f"its bytes cannot be read: {reason_of(error)}"
            )
            raise RvcError(reason, where=str(path), hint="run: rvc texts fetch") from error
        if hashlib.sha256(data).hexdigest() != sha256:
            problem = "the file kept of it holds other bytes than its name says"
            raise RvcError(problem, where=str(path), hint="run: rvc texts fetch")
        return data

    def damage(self, sha256: str) -> str:
        """Return what is wrong with the bytes of this hash, an empty text when nothing is."""
        try:
            self.read(sha256)
        except RvcError as error:
            return error.problem
        return ""

    def hashes(self) -> Iterator[str]:
        """Yield the hashes of everything in the store, in order."""
        for path in sorted((self.folder / "objects").glob("*/*")):
            yield path.name

    def stamps(self) -> Iterator[tuple[str, int, int]]:
        """Yield hash, size and time of every file in order: they differ when one was altered."""
        for path in sorted((self.folder / "objects").glob("*/*")):
            about = path.lstat()
            yield path.name, about.st_size, about.st_mtime_ns

    def unfinished(self) -> list[Path]:
        """Return the downloads that are not complete: one is running, or was killed."""
        return sorted(self._incoming.glob("*.part"))

    @contextmanager
    def incoming(self) -> Iterator[IO[bytes]]:
        """Open a file for a download; what is not handed to `arrive` is gone afterwards.

        RvcError when the folder cannot be written to, or the disk is full.
        """
        self._prepare()
        path = self._incoming / f"{os.urandom(8).hex()}.part"
        try:
            with path.open("x+b") as file:
                yield file
        except OSError as error:
            raise _unkept(error, path) from error
        finally:
            with suppress(OSError):
                path.unlink()

    def arrive(self, file: IO[bytes], page: KeptPage, owner: str = "") -> Path:
        """Keep a complete download that is the newest bytes of `page`; return the note about it.

        From here on nothing can be lost. `settled` must be called once the lock file knows.
        """
        file.flush()
        os.fsync(file.fileno())
        part = Path(file.name)
        note = self._incoming / f"{part.stem}.arrival"
        arrival = Arrival(part.name, page.newest.sha256, page, owner)
        write_atomic(note, msgspec.json.encode(arrival))
        self._keep(part, page.newest.sha256)
        return note

    def put(self, data: bytes, page: KeptPage, owner: str = "") -> Path:
        """Keep bytes that are there already, as `arrive` does."""
        with self.incoming() as file:
            file.write(data)
            return self.arrive(file, page, owner)

    def settled(self, note: Path) -> None:
        """Forget the note about bytes that texts.lock.yaml knows by now."""
        with suppress(OSError):
            note.unlink()

    def unsettled(self, owner: str = "") -> Iterator[tuple[Path, KeptPage]]:
        """Yield what a killed run of `owner` had completed and not yet noted in the lock file.

        Notes whose bytes are not whole, and downloads that nobody will finish, are removed.
        """
        for note in sorted(self._incoming.glob("*.arrival")):
            try:
                arrival = msgspec.json.decode(note.read_bytes(), type=Arrival)
            except (OSError, msgspec.DecodeError, msgspec.ValidationError):
                self._forget_stale(note)
                continue
            if arrival.owner not in ("", owner):
                continue
            part = self._incoming / Path(arrival.part).name
            if not self.holds(arrival.sha256) and _hash_of(part) == arrival.sha256:
                self._keep(part, arrival.sha256)
            if self.holds(arrival.sha256):
                yield note, arrival.page
            else:
                self._forget_stale(note)
        for left in (*self._incoming.glob("*.part"), *self._incoming.glob(".*.tmp")):
            self._forget_stale(left)

    def _keep(self, part: Path, sha256: str) -> None:
        path = self.path(sha256)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            # Linked, not moved: Windows moves no open file, and `incoming` removes the other name.
            if not path.exists():
                _link(part, path)
            if not self.holds(sha256):  # damaged since it was kept, or there by half
                write_atomic(path, part.read_bytes())
        except OSError as error:
            raise _unkept(error, path) from error

    def _prepare(self) -> None:
        try:
            self._incoming.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _unkept(error, self.folder) from error
        ignore = self.folder / ".gitignore"
        if not ignore.exists():
            write_atomic(ignore, _IGNORE)

    def _forget_stale(self, path: Path) -> None:
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > _STALE:
                path.unlink()


def _unkept(error: OSError, path: Path) -> RvcError:
    hint = "RVC_TEXTS names another folder to keep texts in"
    return RvcError(f"cannot keep what came: {reason_of(error)}", where=str(path), hint=hint)


def _link(part: Path, path: Path) -> None:
    try:
        os.link(part, path)
    except FileExistsError:
        return
    except OSError:  # a file system without links: write whole, then rename
        write_atomic(path, part.read_bytes())


def _hash_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
