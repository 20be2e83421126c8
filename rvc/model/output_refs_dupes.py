"""What `rvc refs dupes --json` prints (see `rvc.model.output` for the promise)."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class SameEntry(Struct, frozen=True):
    """One entry of a group, and where it stands."""

    key: str
    line: int
    title: str


class DuplicateGroup(Struct, frozen=True):
    """Entries that mean one work, or may; `reasons` say of which pair why."""

    kinship: str
    entries: tuple[SameEntry, ...]
    reasons: tuple[str, ...]


class LeftBehind(Struct, frozen=True):
    """A value that says something else than the one that the merged entry holds."""

    key: str
    value: str


class MergedField(Struct, frozen=True):
    """A field of a merged entry: its value, whose it is, and what is left behind."""

    field: str
    value: str
    source: str
    others: tuple[LeftBehind, ...] = ()


class MergePlan(Struct, frozen=True):
    """Entries that become one; `done` is whether this was written."""

    kept: str
    gone: tuple[str, ...]
    fields: tuple[MergedField, ...]
    clear: bool
    """Whether nothing that differs is left behind."""
    done: bool = False


class RefsDupesOutput(Struct, frozen=True):
    """`rvc refs dupes`."""

    file: str
    groups: tuple[DuplicateGroup, ...] = ()
    merges: tuple[MergePlan, ...] = ()
    changed: dict[str, str] = {}
    """Files that a merge changed (or would), and what in them."""
    format: Literal["rvc.refs.dupes/1"] = "rvc.refs.dupes/1"
