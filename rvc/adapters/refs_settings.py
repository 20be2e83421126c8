"""What pyproject.toml says about checking and formatting bibliographies: `[tool.rvc.refs]`."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct

from rvc.errors import RvcError

FILE = "pyproject.toml"


class FormatSettings(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """`[tool.rvc.refs.format]`: which rules format, and what they are told."""

    rules: tuple[str, ...] = ()
    indent: int | str = 2
    """Blanks before a field, or the text itself (a tab)."""
    align: int = 0
    """Column of the `=`; 0 sets it behind the longest name of each entry."""
    field_order: tuple[str, ...] = ()
    """Fields that come first; the others follow as they stand. Empty: a usual order."""
    sort: tuple[str, ...] = ("key",)
    """By what entries are sorted: `key`, `type` or a field; `-` before it turns the order."""


class RefsSettings(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """`[tool.rvc.refs]`: which rules check, how grave they are, for which program."""

    dialect: Literal["auto", "bibtex", "biblatex"] = "auto"
    select: tuple[str, ...] = ()
    """Only these rules; empty for all."""
    ignore: tuple[str, ...] = ()
    severity: dict[str, Literal["error", "warning", "note"]] = {}
    doubts: dict[str, str] | None = None
    """Keywords that state a doubt, and what each says."""
    format: FormatSettings = FormatSettings()


def refs_settings(bibliography: Path) -> RefsSettings:
    """Return the settings for a .bib file: those of the nearest pyproject.toml that has some.

    RvcError names the file and the key when they cannot be read.
    """
    folder = bibliography.absolute().parent
    for place in (folder, *folder.parents):
        table = _table(place / FILE)
        if table is not None:
            try:
                return msgspec.convert(table, RefsSettings)
            except msgspec.ValidationError as error:
                where = f"{place / FILE}: tool.rvc.refs"
                raise RvcError(_said(str(error)), where=where) from None
    return RefsSettings()


def _table(path: Path) -> dict[str, Any] | None:
    """The table of the file; None when it has none or there is no file."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    if b"rvc" not in data:
        return None
    try:
        tool = tomllib.loads(data.decode("utf-8")).get("tool", {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RvcError(f"cannot read this file: {error}", where=str(path)) from None
    table = tool.get("rvc", {}).get("refs") if isinstance(tool.get("rvc", {}), dict) else None
    return table if isinstance(table, dict) else None


def _said(error: str) -> str:
    """What msgspec says, beginning in lower case and with the path as people write it."""
    return (error[:1].lower() + error[1:]).replace("`$.", "`").replace("`", "'")
