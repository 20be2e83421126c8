"""Which folder holds the data, and why that one."""

from __future__ import annotations

import os
from pathlib import Path

from msgspec import Struct

from rvc.errors import RvcError

LAWS_FILE = "laws.yaml"
REFERENCES_FILE = "references.bib"
_BIB_ENDINGS = frozenset({".bib", ".bibtex"})


class DataFolder(Struct, frozen=True):
    """A folder with laws.yaml and references.bib, and a word on why it is this one.

    One of the two may be missing. `said` is empty for the nearest folder, which is what everybody
    expects.
    """

    path: Path
    said: str = ""
    bibliography: str = REFERENCES_FILE
    """Name of the .bib file in the folder: another one when a file was asked for."""

    @property
    def laws(self) -> Path:
        """Path of laws.yaml."""
        return self.path / LAWS_FILE

    @property
    def references(self) -> Path:
        """Path of references.bib."""
        return self.path / self.bibliography

    @property
    def evidence(self) -> Path:
        """Path of what was found out about the works of the bibliography."""
        return evidence_beside(self.references)

    @property
    def has_laws(self) -> bool:
        """Whether there is a laws.yaml: a bibliography alone is enough for much."""
        return _is_file(self.laws)


def evidence_beside(bibliography: Path) -> Path:
    """Return the evidence file of a bibliography: `references.lock.yaml` of `references.bib`.

    Every bibliography has its own. Two in one folder may mean other works by the same key, and what
    one of them lacks must not go from the evidence of the other.
    """
    return bibliography.with_name(bibliography.name.removesuffix(".bib") + ".lock.yaml")


def find_data(given: Path | None = None, start: Path | None = None) -> DataFolder:
    """Return the first that holds of: `given`, RVC_DATA, the nearest `data/`, the shipped folder.

    The nearest is one with a laws.yaml. What `given` and RVC_DATA name may hold a references.bib
    alone, or be a .bib file, which then takes its place. RvcError when it is neither.
    """
    if given is not None:
        return _asked(given, "--data")
    asked = os.environ.get("RVC_DATA", "")
    if asked:
        return _asked(Path(asked), "RVC_DATA")
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


def _holds_data(folder: Path) -> bool:
    return _is_file(folder / LAWS_FILE) or _is_file(folder / REFERENCES_FILE)


def _asked(path: Path, by: str) -> DataFolder:
    said = f"data: {path} ({by})"
    if path.suffix.lower() in _BIB_ENDINGS and _is_file(path):
        return DataFolder(path.parent, said, path.name)
    if not _holds_data(path):
        if path.suffix.lower() in _BIB_ENDINGS and not path.exists():
            raise RvcError("there is no such file", where=str(path), hint=f"{by} names it")
        hint = f"{by} must name a folder that holds one of them, or a .bib file"
        raise RvcError(f"no {LAWS_FILE} or {REFERENCES_FILE} there", where=str(path), hint=hint)
    return DataFolder(path, said)
