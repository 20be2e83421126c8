"""What reading a file gave: a value, and what is wrong with the file."""

from __future__ import annotations

from msgspec import Struct

from rvc.model.finding import Finding
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
