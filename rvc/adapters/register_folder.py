"""A data folder → its register and bibliography."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from rvc.adapters.cache import cached
from rvc.adapters.data_folder import LAWS_FILE, DataFolder
from rvc.adapters.opened import read_bytes
from rvc.errors import RvcError
from rvc.model.finding import Finding
from rvc.model.loaded import KeptRegister, LoadedBibliography, LoadedRegister, keep
from rvc.model.output_refs import WorkLine, WorkList
from rvc.model.reference import Bibliography


class Loaded(Struct, frozen=True):
    """What a data folder holds; without a register, `findings` say why."""

    folder: DataFolder
    register: LoadedRegister
    references: LoadedBibliography

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All that reading the two files had to say."""
        return self.register.findings + self.references.findings


def load(folder: DataFolder, only: Sequence[str] = ()) -> Loaded:
    """Return what `folder` holds; RvcError when a file is not there or cannot be opened.

    With `only`, laws whose ids begin with none of these may be left out, which makes a command on
    one law of a thousand as fast as on one of three.
    """
    return Loaded(folder, load_register(folder, only), load_bibliography(folder))


def load_register(folder: DataFolder, only: Sequence[str] = ()) -> LoadedRegister:
    """Return the register of `folder`; see `load` for `only`. RvcError when it has no laws.yaml."""
    if not folder.has_laws:
        hint = "this needs a register of laws, which rvc init begins"
        raise RvcError(f"no {LAWS_FILE} there", where=shown(folder.path), hint=hint)
    data = read_bytes(folder.laws)
    name = shown(folder.laws)
    loaded = cached(data, KeptRegister, lambda text: keep(_register(text, name))).open(only)
    # Findings name the file as it was called when they were cached: say them anew.
    return _register(data, name) if loaded.findings else loaded


def load_bibliography(folder: DataFolder) -> LoadedBibliography:
    """Return the works of `folder`; a folder without references.bib has none."""
    if not folder.references.exists():
        return LoadedBibliography(Bibliography())
    data = read_bytes(folder.references)
    name = shown(folder.references)
    loaded = cached(data, LoadedBibliography, lambda text: _bibliography(text, name))
    return _bibliography(data, name) if loaded.findings else loaded


class DrawnList(Struct, frozen=True):
    """A list of works as it is printed, and how many entries BibTeX loses."""

    text: str
    lost: int = 0


def load_list(path: Path, look: str, draw: Callable[[Sequence[WorkLine]], str]) -> DrawnList:
    """Return the list of the works at `path` as `draw` draws it; without the file, an empty one.

    `look` says all that the drawing depends on but the works: the width, colours.
    """
    data = read_bytes(path) if path.exists() else b""

    def drawn(_: bytes) -> DrawnList:
        found = _list(data, shown(path))
        return DrawnList(draw(found.lines), found.lost)

    return cached(data + f"\0{look}".encode(), DrawnList, drawn)


def shown(path: Path) -> str:
    """Return the path as a person in the current folder would write it."""
    try:
        return str(path.absolute().relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)


def _register(data: bytes, name: str) -> LoadedRegister:
    from rvc.adapters.laws_yaml import decode, read_register

    text, findings = decode(data, name)
    return LoadedRegister(None, tuple(findings)) if findings else read_register(text, name)


def _list(data: bytes, name: str) -> WorkList:
    from rvc.adapters.references_list import read_list

    return read_list(data, name)


def _bibliography(data: bytes, name: str) -> LoadedBibliography:
    from rvc.adapters.references_bib import read_references

    bibliography, findings = read_references(data, name)
    return LoadedBibliography(bibliography, findings)
