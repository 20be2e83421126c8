"""Parsed files kept for the next run: keyed by content, safe to delete, never in the way.

The key is the SHA-256 of the file and of the program that read it (sizes and times of its sources),
so a changed file or a changed program never meets an old value. Whatever goes wrong with the cache
(no room, no right to write, a damaged file) costs time and nothing else.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import msgspec

Kept = TypeVar("Kept")

_MOST_FILES = 40


def cached(
    data: bytes, kind: type[Kept], parse: Callable[[bytes], Kept], *, beside: str = ""
) -> Kept:
    """Return `parse(data)`, a value of `kind`, from the cache when it was parsed before.

    `beside` says what else the value depends on. RVC_CACHE names another folder for the cache;
    RVC_CACHE=off does without.
    """
    folder = cache_folder()
    if folder is None:
        return parse(data)
    import hashlib  # not without the cache: it loads OpenSSL

    digest = hashlib.sha256(data)
    digest.update(f"\0{beside}\0".encode() + _program())
    path = folder / f"{kind.__name__.lower()}-{digest.hexdigest()[:40]}.msgpack"
    try:
        return msgspec.msgpack.decode(path.read_bytes(), type=kind)
    except (OSError, msgspec.DecodeError, msgspec.ValidationError):
        value = parse(data)
        _keep(path, msgspec.msgpack.encode(value))
        return value


def cache_folder() -> Path | None:
    """Return where parsed files are kept, None when the cache is off."""
    asked = os.environ.get("RVC_CACHE", "")
    if asked.lower() in {"off", "0", "no"}:
        return None
    if asked:
        return Path(asked)
    try:
        return _usual_folder()
    except RuntimeError:  # a user without a home
        return None


def _usual_folder() -> Path:
    # The common case by hand: platformdirs costs a fifth of a whole command's start.
    if sys.platform not in {"win32", "darwin"}:
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "rvc"
    from platformdirs import user_cache_path

    return user_cache_path("rvc", appauthor=False)


@lru_cache
def _program() -> bytes:
    stamps = []
    for part in ("model", "bib", "adapters", "render"):
        with os.scandir(Path(__file__).parent.parent / part) as found:
            sources = [entry for entry in found if entry.name.endswith(".py")]
            stamps += sorted((e.name, e.stat().st_size, e.stat().st_mtime_ns) for e in sources)
    return repr(stamps).encode()


def _keep(path: Path, data: bytes) -> None:
    partial = path.with_suffix(f".{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(data)
        partial.replace(path)
        _forget_oldest(path.parent)
    except OSError:
        with suppress(OSError):
            partial.unlink()


def _forget_oldest(folder: Path) -> None:
    files = sorted(folder.glob("*.msgpack"), key=lambda file: file.stat().st_mtime)
    for file in files[:-_MOST_FILES]:
        file.unlink(missing_ok=True)
