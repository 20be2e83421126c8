"""A change of several files at once, written down before it begins, so that it can be finished.

One file is replaced in a single step, several are not: a process that is killed between two steps
leaves some files new and some old. So the new texts lie beside the files, forced to disk, and a
journal beside the first file names them; whoever next takes the writer's lock of one of the files
finishes the change. A journal only ever moves a new text that lies beside its file under a name
made from the file's, whatever else stands in it.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from collections.abc import Iterable
from pathlib import Path

import msgspec
from msgspec import Struct

from rvc.errors import RvcError

_ENDING = ".unfinished"
_LARGEST = 1 << 20


class Step(Struct, frozen=True):
    """One file to be replaced: its path, its new text beside it, and hashes of old and new."""

    target: str
    temp: str
    old: str
    new: str


class Journal(Struct, frozen=True):
    """A change of several files; paths are seen from the journal's folder. `said` is for people."""

    steps: tuple[Step, ...]
    said: str = ""


def journal_of(path: Path) -> Path:
    """Where the journal of a change is kept whose first file this is."""
    return path.with_name(f".{path.name[:200]}{_ENDING}")


def temp_of(target: Path) -> Path:
    """A name for a new text beside its file; no two are the same."""
    return target.with_name(f".{target.name[:200]}.{os.urandom(6).hex()}.tmp")


def _is_temp(name: str, target: Path) -> bool:
    return bool(re.fullmatch(rf"\.{re.escape(target.name[:200])}\.[0-9a-f]{{12}}\.tmp", name))


def digest(data: bytes) -> str:
    """The hash by which a text is known again."""
    return hashlib.sha256(data).hexdigest()


def begin(journal: Path, moves: Iterable[tuple[Path, Path, bytes, bytes]], said: str = "") -> None:
    """Write down a change: of each file its path, its new text's, the old and the new bytes.

    OSError when the disk refuses.
    """
    folder = journal.parent
    steps = tuple(
        Step(_from(folder, target), _from(folder, temp), digest(old), digest(new))
        for target, temp, old, new in moves
    )
    draft = journal.with_name(f"{journal.name}.tmp")
    with draft.open("wb") as out:
        out.write(msgspec.json.format(msgspec.json.encode(Journal(steps, said)), indent=1))
        out.flush()
        os.fsync(out.fileno())
    draft.replace(journal)
    sync_folder(folder)


def end(journal: Path) -> None:
    """Forget a change that is done; its files are on the disk."""
    with contextlib.suppress(OSError):
        journal.unlink()
        sync_folder(journal.parent)


def unfinished(path: Path) -> list[tuple[Path, Journal]]:
    """Return the changes written down in this file's folder that it is part of."""
    found = []
    for name in sorted(_names(path.parent)):
        if name.startswith(".") and name.endswith(_ENDING):
            journal = path.parent / name
            read = _read(journal)
            if read and any(_there(journal, step.target) == path for step in read.steps):
                found.append((journal, read))
    return found


def finish(journal: Path) -> None:
    """Finish a change that was interrupted; RvcError when a file was changed since.

    The caller holds the writers' locks of all its files.
    """
    read = _read(journal)
    if read is None:  # somebody else was quicker
        return
    left = [step for step in read.steps if _to_do(journal, step)]
    for step in left:
        try:
            _there(journal, step.temp).replace(_there(journal, step.target))
        except OSError as error:
            raise RvcError(
                f"an interrupted change cannot be finished: {error.strerror or error}",
                where=str(_there(journal, step.target)),
            ) from None
    for folder in {_there(journal, step.target).parent for step in left}:
        sync_folder(folder)
    end(journal)


def sweep(path: Path) -> None:
    """Remove new texts for this file that a killed process left and no journal names.

    The caller holds the writer's lock of the file.
    """
    named = {
        _there(journal, step.temp) for journal, read in unfinished(path) for step in read.steps
    }
    for name in _names(path.parent):
        temp = path.parent / name
        if (_is_temp(name, path) and temp not in named) or name == journal_of(path).name + ".tmp":
            with contextlib.suppress(OSError):
                temp.unlink()


def sync_folder(folder: Path) -> None:
    """Force new names to disk too; systems that cannot (Windows) do it in their own time."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _to_do(journal: Path, step: Step) -> bool:
    """Whether a file is still the old one; RvcError when it is neither old nor new."""
    target, temp = _there(journal, step.target), _there(journal, step.temp)
    now = _digest_of(target)
    if now == step.new:
        return False
    proper = _is_temp(temp.name, target) and temp.parent == target.parent
    if now == step.old and proper and _digest_of(temp) == step.new:
        return True
    raise RvcError(
        "a change of several files was interrupted, and this one was changed since",
        where=str(target),
        hint=f"its new text is in {temp}; without {journal} the change is given up",
    )


def _digest_of(path: Path) -> str:
    try:
        return digest(path.read_bytes())
    except OSError:
        return ""


def _read(journal: Path) -> Journal | None:
    """The journal; None when there is none. What is no journal is left alone."""
    try:
        with journal.open("rb") as file:
            return msgspec.json.decode(file.read(_LARGEST), type=Journal)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None


def _names(folder: Path) -> list[str]:
    try:
        return [path.name for path in folder.iterdir()]
    except OSError:
        return []


def _from(folder: Path, path: Path) -> str:
    """The path as seen from a folder, so that both may be moved together."""
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # another drive
        return str(path)


def _there(journal: Path, name: str) -> Path:
    return Path(os.path.normpath(journal.parent / name))
