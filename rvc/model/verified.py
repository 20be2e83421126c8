"""Which codings quote words that were found in the official text."""

from __future__ import annotations

from msgspec import Struct


class Verified(Struct, frozen=True):
    """A coding whose phrase stands word for word at its place: hash of the text, and the place."""

    law: str
    demand: str
    version: str
    sha256: str
    """Of the bytes of the official text, as texts.lock.yaml notes it."""
    found_at: str
    """The provisions around it, as printed."""


class VerifiedPhrases(Struct, frozen=True):
    """All verified phrases of a register."""

    phrases: tuple[Verified, ...] = ()
