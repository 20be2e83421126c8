"""The register: all laws, demands and organisations, with the codebook they are coded by."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from rvc.model.citation import Manuscript
from rvc.model.codebook import Codebook
from rvc.model.law import Law

FORMAT = "1"
"""Version of the shape of laws.yaml."""


class OrganisationKind(StrEnum):
    """What kind of body it is."""

    NGO = "ngo"
    UNION = "union"
    NETWORK = "network"
    """A coalition, campaign or forum of organisations."""
    BUSINESS = "business"
    RESEARCH = "research"
    STATE = "state"
    """A government, a group of states, a state body."""
    PARLIAMENT = "parliament"
    """A chamber, committee, group or member."""
    COURT = "court"
    INTERNATIONAL = "international"
    NHRI = "nhri"
    """A national human rights institution."""
    OTHER = "other"


class Organisation(Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody who asks, moves or decides."""

    id: str
    name: str
    kind: OrganisationKind
    short: str = ""
    country: str = ""
    """Country code (ISO 3166); empty for a body of several countries."""
    url: str = ""
    tags: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    note: str = ""


class Tag(Struct, frozen=True, forbid_unknown_fields=True):
    """A word of the paper's vocabulary; laws, demands, organisations and works can carry it."""

    id: str
    label: str
    family: str
    """What it distinguishes: `regulation`, `strategy`, `process` …"""
    definition: str
    works: tuple[str, ...]
    """Cites of the works that the word rests on."""
    note: str = ""


class Register(Struct, frozen=True, forbid_unknown_fields=True):
    """Everything in laws.yaml."""

    format: str
    title: str
    codebook: Codebook
    laws: tuple[Law, ...]
    organisations: tuple[Organisation, ...] = ()
    tags: tuple[Tag, ...] = ()
    manuscripts: tuple[Manuscript, ...] = ()
    licence: str = ""
    note: str = ""

    def law(self, id: str) -> Law | None:
        """Return the law with this id, or None."""
        return next((law for law in self.laws if law.id == id), None)
