"""Which .bib files a command is about, and by which settings."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from rvc.errors import RvcError

if TYPE_CHECKING:
    from rvc.adapters.refs_settings import RefsSettings

DIALECTS: dict[str, Literal["auto", "bibtex", "biblatex"]] = {
    "auto": "auto",
    "bibtex": "bibtex",
    "biblatex": "biblatex",
}


def bib_paths(ctx: Any, files: Sequence[Path] | None) -> list[Path]:
    """Return the files named, that of the data folder when none is."""
    if files:
        return list(dict.fromkeys(files))
    from rvc.adapters.data_folder import find_data
    from rvc.cli.reading import data_option, say_folder

    folder = find_data(data_option(ctx))
    say_folder(folder)
    return [folder.references]


def settings_of(path: Path, dialect: str = "") -> RefsSettings:
    """Return the settings for a file; `dialect` from the command line wins."""
    from msgspec.structs import replace

    from rvc.adapters.refs_settings import refs_settings

    settings = refs_settings(path)
    if not dialect:
        return settings
    if dialect not in DIALECTS:
        from rvc.model.nearest import did_you_mean

        hint = did_you_mean(dialect, DIALECTS) or "auto, bibtex or biblatex"
        raise RvcError(f"unknown dialect '{dialect}'", hint=hint)
    return replace(settings, dialect=DIALECTS[dialect])
