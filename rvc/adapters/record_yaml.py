"""YAML files that the program writes and people review: read with all care, written the same way.

Every value is text, keys stand in the order of their types, and the same values give the same
bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

import msgspec

from rvc.errors import RvcError


class Versioned(Protocol):
    """A record that says which version of its shape it has."""

    @property
    def format(self) -> str:
        """The version."""


Record = TypeVar("Record", bound=Versioned)


def read_record(
    path: Path,
    empty: Record,
    hint: str,
    wrong: Callable[[Record], tuple[tuple[str | int, ...], str] | None] = lambda _: None,
) -> Record:
    """Return the record in the file, `empty` when there is no file.

    `wrong` tells of a record of the right shape where it is damaged all the same, and how.
    RvcError with line, column and `hint` when the file is damaged or of another format.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return empty
    except OSError as error:
        raise RvcError(error.strerror or str(error), where=str(path)) from error
    record = _parse(data, path, type(empty), hint)
    if record.format != empty.format:
        raise RvcError(
            f"format '{record.format}' is not known here",
            where=str(path),
            hint=f"this program reads format '{empty.format}'",
        )
    found = wrong(record)
    if found is not None:
        raise _at(data.decode(), path, *found, hint)
    return record


def record_text(record: msgspec.Struct, head: str) -> str:
    """Return the text of the file: the comment `head`, then the record."""
    import yaml

    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    body: str = yaml.dump(
        msgspec.to_builtins(record), Dumper=dumper, sort_keys=False, allow_unicode=True, width=1000
    )
    return head + body


def _parse(data: bytes, path: Path, kind: type[Record], hint: str) -> Record:
    from rvc.adapters.shape import misfits
    from rvc.adapters.yaml_text import read_yaml

    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise RvcError("is not UTF-8", where=str(path), hint=hint) from error
    value, problems = read_yaml(text)
    if problems:
        first = problems[0]
        raise RvcError(first.message, where=f"{path}:{first.line}:{first.column}", hint=hint)
    try:
        return msgspec.convert(value, kind, strict=False)
    except msgspec.ValidationError as error:
        found = misfits(value, kind)
        if not found:
            raise RvcError(str(error), where=str(path), hint=hint) from error
        raise _at(text, path, found[0].path, found[0].message, hint) from error


def _at(text: str, path: Path, place: tuple[str | int, ...], message: str, hint: str) -> RvcError:
    from rvc.adapters.yaml_text import locate

    return RvcError(message, where=str(locate(text, [place], str(path))[place]), hint=hint)
