"""What `rvc refs format --json` prints (see `rvc.model.output` for the promise)."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class ChangedValue(Struct, frozen=True):
    """A value that a rule changed, before and after as written; `new` is empty when it went."""

    rule: str
    key: str
    field: str
    old: str
    new: str


class FormattedFile(Struct, frozen=True):
    """One file: whether it changed (or would), how many places by each rule, and its values."""

    file: str
    changed: bool
    rules: dict[str, int] = {}
    values: tuple[ChangedValue, ...] = ()


class RefsFormatOutput(Struct, frozen=True):
    """`rvc refs format`."""

    files: tuple[FormattedFile, ...]
    format: Literal["rvc.refs.format/1"] = "rvc.refs.format/1"
