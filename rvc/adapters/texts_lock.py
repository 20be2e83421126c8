"""texts.lock.yaml, beside the register: which bytes are the text of which page of which version."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from rvc.adapters.atomic import locked, write_atomic
from rvc.errors import RvcError
from rvc.model.kept import FORMAT, KeptPage, TextsLock

FILE = "texts.lock.yaml"

_HEAD = """\
# Which bytes are the text of which page, by their SHA-256. Written by `rvc texts`; keep it with
# the register, so that everybody checks quotations against the same texts.
"""


def read_lock(path: Path) -> TextsLock:
    """Return what the lock file says, nothing when there is none; RvcError when it is damaged."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return TextsLock()
    except OSError as error:
        raise RvcError(error.strerror or str(error), where=str(path)) from error
    return _parse(data, path)


def update_lock(path: Path, pages: Iterable[KeptPage]) -> TextsLock:
    """Put pages into the lock file, each instead of the one with its key; return the whole.

    Nobody else can write in between; the file is replaced whole or not at all, and left alone
    when nothing changed.
    """
    with locked(path):
        before = read_lock(path)
        known = {page.key: page for page in before.pages}
        known.update({page.key: page for page in pages})
        after = TextsLock(FORMAT, tuple(known[key] for key in sorted(known)))
        if after != before or not path.exists():
            write_atomic(path, lock_text(after).encode())
        return after


def lock_text(lock: TextsLock) -> str:
    """Return the text of the lock file: the same for the same pages, byte for byte."""
    import yaml

    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    body: str = yaml.dump(
        msgspec.to_builtins(lock), Dumper=dumper, sort_keys=False, allow_unicode=True, width=1000
    )
    return _HEAD + body


def _parse(data: bytes, path: Path) -> TextsLock:
    from rvc.adapters.shape import misfits
    from rvc.adapters.yaml_text import locate, read_yaml

    hint = "take it back from version control, or delete it and fetch again"
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise RvcError("is not UTF-8", where=str(path), hint=hint) from error
    value, problems = read_yaml(text)
    if problems:
        first = problems[0]
        raise RvcError(first.message, where=f"{path}:{first.line}:{first.column}", hint=hint)
    try:
        lock = msgspec.convert(value, TextsLock, strict=False)
    except msgspec.ValidationError as error:
        found = misfits(value, TextsLock)
        if not found:
            raise RvcError(str(error), where=str(path), hint=hint) from error
        where = locate(text, [found[0].path], str(path))[found[0].path]
        raise RvcError(found[0].message, where=str(where), hint=hint) from error
    if lock.format != FORMAT:
        raise RvcError(
            f"format '{lock.format}' is not known here",
            where=str(path),
            hint=f"this program reads format '{FORMAT}'",
        )
    return lock
