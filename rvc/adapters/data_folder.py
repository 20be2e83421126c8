"""Which folder holds the data, and why that one."""

from __future__ import annotations

import os
from pathlib import Path

from msgspec import Struct

from rvc.errors import RvcError

LAWS_FILE = "laws.yaml"
REFERENCES_FILE = "references.bib"


class DataFolder(Struct, frozen=True):
    """A folder with laws.yaml and references.bib, and a word on why it is this one.

    `said` is empty for the nearest folder, which is what everybody expects.
    """

    path: Path
    said: str = ""

    @property
    def laws(self) -> Path:
        """Path of laws.yaml."""
        return self.path / LAWS_FILE

    @property
    def references(self) -> Path:
        """Path of references.bib."""
        return self.path / REFERENCES_FILE


def find_data(given: Path | None = None, start: Path | None = None) -> DataFolder:
    """Return the first that holds of: `given`, RVC_DATA, the nearest `data/`, the shipped folder.

    RvcError when a folder that was asked for holds no laws.yaml.
    """
    if given is not None:
        return DataFolder(_holding(given, "--data"), f"data: {given} (--data)")
    asked = os.environ.get("RVC_DATA", "")
    if asked:
        return DataFolder(_holding(Path(asked), "RVC_DATA"), f"data: {asked} (RVC_DATA)")
    here = start.absolute() if start else _current()
    for folder in (here, *here.parents) if here else ():
        if _is_file(folder / "data" / LAWS_FILE):
            return DataFolder(folder / "data")
    return DataFolder(shipped(), "data: the copy shipped with rvc")


def shipped() -> Path:
    """Return the folder of the data inside the package or, in a checkout, beside it."""
    package = Path(__file__).parent.parent
    inside = package / "data"
    return inside if _is_file(inside / LAWS_FILE) else package.parent / "data"


def _current() -> Path | None:
    try:
        return Path.cwd()
    except OSError:  # the folder that the command was started in is gone
        return None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a folder that may not be looked into
        return False


def _holding(folder: Path, asked_by: str) -> Path:
    if not _is_file(folder / LAWS_FILE):
        hint = f"{asked_by} must name a folder that holds {LAWS_FILE} and {REFERENCES_FILE}"
        raise RvcError(f"no {LAWS_FILE} there", where=str(folder), hint=hint)
    return folder
