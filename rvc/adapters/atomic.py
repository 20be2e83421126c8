"""Replace files whole or not at all, and let only one writer at a time change a file.

A new text is written to a temporary file in the same folder, forced to disk, and moved over the
old one in a single step. Whatever happens in between (a full disk, a killed process), the old file
stays as it was.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from rvc.adapters import journal as journals
from rvc.errors import RvcError

LOCK_WAIT = 10.0
"""Seconds that `locked` waits for another writer unless told otherwise."""


def write_atomic(path: Path | str, data: bytes, *, was: bytes | None = None) -> None:
    """Make `data` the content of the file at `path`, or leave the file exactly as it is.

    Symbolic links are followed and stay; permission bits (and, where allowed, owner and group)
    of an old file are kept. With `was`, the file must still hold those bytes: somebody else's
    change in the meantime is not written over.

    Raises RvcError when the file is read-only, no regular file, was changed, or the folder or
    the disk refuses.
    """
    write_all({Path(path): data}, was={} if was is None else {Path(path): was})


def write_all(
    files: Mapping[Path, bytes],
    *,
    was: Mapping[Path, bytes] | None = None,
    journal: Path | None = None,
    said: str = "",
) -> None:
    """Replace several files, all or none: like `write_atomic` for each.

    All new texts are on the disk before the first file is replaced; when a replacement is
    refused nevertheless, the files that were replaced already get their old content back. With
    the path of a `journal`, a process that is killed meanwhile leaves one that the next holder of
    a lock finishes (`rvc.adapters.journal`); all files must be there then.
    """
    before = was or {}
    staged: list[_Staged] = []
    done: list[_Staged] = []
    try:
        for path, data in files.items():
            staged.append(_stage(path, data, before.get(path)))
        if journal is not None:
            _write_down(journal, staged, said)
        for item in staged:
            _replace(item)
            done.append(item)
    except BaseException:
        _roll_back(done, journal)
        raise
    finally:
        for item in staged[len(done) :]:
            _drop(item.temp)
    for folder in {item.target.parent for item in staged}:
        journals.sync_folder(folder)
    if journal is not None:
        journals.end(journal)


@contextlib.contextmanager
def locked(path: Path | str, *, wait: float = LOCK_WAIT, mend: bool = True) -> Iterator[None]:
    """Hold the writer's lock of a file for the whole of a read-change-write.

    The same thread may take it again inside. The lock lives in the user's cache folder, so that
    no stray file appears beside the data. A change of this and other files that was interrupted
    is finished first, and what a killed writer left is removed; not without `mend`, for those who
    only look. Raises RvcError when another writer keeps the lock for more than `wait` seconds,
    when no lock can be made, or an interrupted change cannot be finished.
    """
    from filelock import FileLock, Timeout

    name = Path(path)
    target = _target(name)
    lock = FileLock(_lock_file(target), is_singleton=True)
    again = lock.is_locked
    try:
        lock.acquire(timeout=wait)
    except Timeout:
        raise RvcError(
            "another rvc is writing this file", where=str(name), hint="try again when it is done"
        ) from None
    except OSError as error:
        raise _refused("cannot lock this file", name, error) from None
    try:
        if mend and not again:
            _mend(target, wait)
        yield
    finally:
        lock.release()


def _mend(target: Path, wait: float) -> None:
    """Finish changes of several files that this file is part of; remove what is left of others."""
    for journal, read in journals.unfinished(target):
        others = {Path(os.path.normpath(journal.parent / step.target)) for step in read.steps}
        with contextlib.ExitStack() as locks:
            for other in sorted(others):
                locks.enter_context(locked(other, wait=wait, mend=False))
            journals.finish(journal)
    journals.sweep(target)


class _Staged(NamedTuple):
    """A new content, on disk beside the file that it will replace."""

    shown: Path
    target: Path
    temp: Path
    old: bytes | None
    new: bytes


def _stage(path: Path, data: bytes, was: bytes | None) -> _Staged:
    target = _target(path)
    old_stat = _writable(path, target)
    try:
        old = target.read_bytes() if old_stat else None
    except OSError as error:
        raise _refused("cannot read this file", path, error) from None
    if was is not None and old != was:
        raise RvcError(
            "this file was changed by another program in the meantime",
            where=str(path),
            hint="nothing was written; run the command again",
        )
    # A name of its own, not mkstemp: a new file then gets the permissions that the umask gives.
    temp = journals.temp_of(target)
    try:
        _write_temp(temp, data, old_stat)
    except OSError as error:
        _drop(temp)
        raise _refused("cannot write this file", path, error) from None
    except BaseException:
        _drop(temp)
        raise
    return _Staged(path, target, temp, old, data)


def _target(path: Path) -> Path:
    """The file itself, behind any symbolic links."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError) as error:  # a circle of links, a NUL in the name
        raise RvcError(f"cannot find this file: {error}", where=str(path)) from None


def _writable(shown: Path, target: Path) -> os.stat_result | None:
    try:
        found = target.stat()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _refused("cannot write this file", shown, error) from None
    if not stat.S_ISREG(found.st_mode):
        raise RvcError("not a regular file, so it cannot be replaced", where=str(shown))
    # The bits are asked, not os.access: a file that its owner protected is also safe from root.
    if not found.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise RvcError(
            "this file is read-only", where=str(shown), hint="allow writing to it, then try again"
        )
    return found


def _write_temp(temp: Path, data: bytes, like: os.stat_result | None) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(temp, flags, 0o666), "wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())
    if like is None:
        return
    if hasattr(os, "chown"):
        with contextlib.suppress(OSError):  # only root, or an owner within his groups, may
            os.chown(temp, like.st_uid, like.st_gid)
    with contextlib.suppress(OSError):  # file systems without permissions
        temp.chmod(stat.S_IMODE(like.st_mode))


def _replace(item: _Staged) -> None:
    try:
        item.temp.replace(item.target)
    except OSError as error:
        raise _refused("cannot replace this file", item.shown, error) from None


def _write_down(journal: Path, staged: list[_Staged], said: str) -> None:
    for folder in {item.target.parent for item in staged}:
        journals.sync_folder(folder)
    moves = [(item.target, item.temp, item.old or b"", item.new) for item in staged]
    try:
        journals.begin(journal, moves, said)
    except OSError as error:
        raise _refused("cannot write this file", journal, error) from None


def _roll_back(done: list[_Staged], journal: Path | None) -> None:
    """Give files their old content back; a journal then says so, should that be cut short too."""
    back: list[_Staged] = []
    for item in reversed(done):
        with contextlib.suppress(RvcError, OSError):  # the first trouble is the one to tell
            if item.old is None:
                item.target.unlink()
            else:
                back.append(_stage(item.target, item.old, None))
    noted = False
    if journal is not None and back:
        with contextlib.suppress(RvcError):
            _write_down(journal, back, "")
            noted = True
    left = [item for item in back if not _put_back(item)]
    if journal is not None and not (noted and left):
        journals.end(journal)


def _put_back(item: _Staged) -> bool:
    try:
        _replace(item)
    except (RvcError, OSError):
        return False
    return True


def _drop(temp: Path) -> None:
    with contextlib.suppress(OSError):
        temp.unlink()


_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EFBIG: "it is larger than this system lets files grow",
    errno.EDQUOT: "the disk quota is used up",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
    errno.ENOENT: "there is no such folder",
    errno.EISDIR: "it is a folder",
    errno.ENAMETOOLONG: "its name is too long",
}


def reason_of(error: OSError) -> str:
    """Return in plain words why the system refused to read or write."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)


def _refused(what: str, where: Path, error: OSError) -> RvcError:
    hint = "the old file is untouched" if where.is_file() else ""
    return RvcError(f"{what}: {reason_of(error)}", where=str(where), hint=hint)


def _lock_file(target: Path) -> Path:
    """One lock for each file, whatever name it is reached by."""
    name = hashlib.sha256(os.path.normcase(target).encode("utf-8", "surrogateescape")).hexdigest()
    for folder in _lock_folders():
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        if os.access(folder, os.W_OK):
            return folder / f"{name[:32]}.lock"
    raise RvcError("no folder to keep a lock in", hint="set a writable HOME or TMPDIR")


def _lock_folders() -> Iterator[Path]:
    import tempfile

    import platformdirs

    yield platformdirs.user_cache_path("rvc") / "locks"
    yield Path(tempfile.gettempdir()) / f"rvc-locks-{getattr(os, 'getuid', lambda: 0)()}"
