"""A data folder → its register and bibliography."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from rvc.adapters.cache import cached
from rvc.adapters.data_folder import LAWS_FILE, DataFolder
from rvc.adapters.opened import read_bytes
from rvc.adapters.opened import shown as shown  # most who load need it as well
from rvc.errors import RvcError
from rvc.model.finding import Finding
from rvc.model.loaded import KeptRegister, LoadedBibliography, LoadedRegister, keep
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


def _register(data: bytes, name: str) -> LoadedRegister:
    from rvc.adapters.laws_yaml import decode, read_register

    text, findings = decode(data, name)
    return LoadedRegister(None, tuple(findings)) if findings else read_register(text, name)


def _bibliography(data: bytes, name: str) -> LoadedBibliography:
    from rvc.adapters.references_bib import read_references

    bibliography, findings = read_references(data, name)
    return LoadedBibliography(bibliography, findings)
