"""Reading files, and remembering which, so that no output goes over one of them by mistake.

`rvc refs list -o references.bib` would otherwise turn a bibliography into a list of it.
"""

from __future__ import annotations

from pathlib import Path

from rvc.errors import RvcError

KEPT = frozenset({"laws.yaml", "references.bib", "alignments.yaml"})
"""Names of files in a data folder that only rvc's own editing commands may change."""

_read: set[tuple[int, int]] = set()


def opened(path: Path) -> None:
    """Remember that the file was read; one that is not there was not."""
    try:
        found = path.stat()
    except OSError:
        return
    _read.add((found.st_dev, found.st_ino))


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file, and remember that it was read; RvcError when it cannot be."""
    opened(path)
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise RvcError("there is no such file", where=str(path)) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or str(error)
        raise RvcError(f"cannot read this file: {reason}", where=str(path)) from None


def shown(path: Path) -> str:
    """Return the path as a person in the current folder would write it."""
    try:
        return str(path.absolute().relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)


def refuse_to_lose(out: Path) -> None:
    """Raise RvcError when writing to `out` would replace what was read, or a file of a data folder.

    Links to such a file are the file.
    """
    try:
        there = out.stat()
    except OSError:
        return
    target = out.resolve()
    data = target.name in KEPT or target.name.endswith(".lock.yaml")
    if (there.st_dev, there.st_ino) in _read:
        said = "was read just now: the output would replace it"
    elif data and (target.parent / "laws.yaml").exists():
        said = "belongs to a data folder: the output would replace it"
    else:
        return
    raise RvcError(said, where=str(out), hint="write to another file")
