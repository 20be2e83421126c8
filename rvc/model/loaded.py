"""What reading a file gave: a value, and what is wrong with the file."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec import Struct

from rvc.model.finding import Finding
from rvc.model.law import Law
from rvc.model.reference import Bibliography
from rvc.model.register import Register


class LoadedRegister(Struct, frozen=True):
    """The register when the file could be read; findings say what is wrong with its shape."""

    register: Register | None
    findings: tuple[Finding, ...] = ()


class LoadedBibliography(Struct, frozen=True):
    """The works of references.bib, and what is wrong with the file."""

    bibliography: Bibliography
    findings: tuple[Finding, ...] = ()


class KeptRegister(Struct, frozen=True):
    """A register as the cache keeps it: each law apart, so that one is read without the rest."""

    head: LoadedRegister
    """The register without its laws."""
    ids: tuple[str, ...] = ()
    laws: tuple[msgspec.Raw, ...] = ()
    """The laws, each as MessagePack."""

    def open(self, only: Sequence[str] = ()) -> LoadedRegister:
        """Return the register with the laws whose ids begin with one of `only`, or all.

        All of them too when one of `only` fits none: a message will name the nearest.
        """
        register = self.head.register
        if register is None:
            return self.head
        known = all(any(id.startswith(start) for id in self.ids) for start in only)
        starts = tuple(only) if only and known else ("",)
        laws = tuple(
            msgspec.msgpack.decode(law, type=Law)
            for id, law in zip(self.ids, self.laws, strict=True)
            if id.startswith(starts)
        )
        return LoadedRegister(msgspec.structs.replace(register, laws=laws), self.head.findings)


def keep(loaded: LoadedRegister) -> KeptRegister:
    """Return a register as the cache keeps it."""
    register = loaded.register
    if register is None:
        return KeptRegister(loaded)
    bare = msgspec.structs.replace(register, laws=())
    return KeptRegister(
        LoadedRegister(bare, loaded.findings),
        tuple(law.id for law in register.laws),
        tuple(msgspec.Raw(msgspec.msgpack.encode(law)) for law in register.laws),
    )
