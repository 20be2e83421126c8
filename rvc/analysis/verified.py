"""Codings whose phrase was found in the official text rest on that text in reports."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from rvc.model.codebook import Basis
from rvc.model.demand import Coding, Demand
from rvc.model.law import Law
from rvc.model.verified import Verified

Found = Mapping[tuple[str, str, str], Verified]
"""Verified phrases by law, demand and version."""


def with_verified(law: Law, found: Found) -> Law:
    """Return the law with the basis of every verified coding moved to the official text.

    The same law when nothing of it was verified. What a version takes over from an earlier one of
    the same wording stays as firm as the statement that they are the same.
    """
    if not any(key[0] == law.id for key in found):
        return law
    return replace(law, demands=tuple(_demand(law, demand, found) for demand in law.demands))


def _demand(law: Law, demand: Demand, found: Found) -> Demand:
    codings: dict[str, Coding] = {}
    for version, coding in demand.codings.items():
        verified = (law.id, demand.id, version) in found
        codings[version] = (
            replace(coding, basis=Basis.OFFICIAL_TEXT, phrase_basis=None) if verified else coding
        )
    return replace(demand, codings=codings)
