"""What `rvc laws substance` prints with `--json`; see `rvc.model.output` for the promise."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class SubstanceLine(Struct, frozen=True):
    """A candidate: an amount, deadline or threshold, or a word that binds, allows or excepts.

    `kind` is that of a value (money, percentage, deadline, threshold, number) or the force of a
    word (duty, leave, softening …); `said` its normal form; `quote` the words of the text
    with a few around them.
    """

    kind: str
    said: str
    quote: str


class ProvisionSubstance(Struct, frozen=True):
    """The candidates of a provision that only one of two versions has, or all of one version."""

    provision: str
    before: tuple[SubstanceLine, ...] = ()
    after: tuple[SubstanceLine, ...] = ()


class SubstanceOutput(Struct, frozen=True):
    """`rvc laws substance`: candidates for a person to read, never a verdict."""

    left: str
    """Title of the earlier text, empty when one version is listed alone."""
    right: str
    provisions: tuple[ProvisionSubstance, ...]
    language: str = ""
    """"en" or "fr", whose words were looked for; empty: those of both."""
    notes: tuple[str, ...] = ()
    """What a reader must know of how the texts were read."""
    format: Literal["rvc.laws.substance/1"] = "rvc.laws.substance/1"
