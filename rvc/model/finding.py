"""A remark on the data: who made it, how grave it is, and the place it is about."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Severity(StrEnum):
    """How grave a finding is; only errors and warnings make a check fail."""

    ERROR = "error"
    """The data is wrong or cannot be used."""
    WARNING = "warning"
    """The data is usable, but something is very probably wrong."""
    NOTE = "note"
    """An open doubt, said so that nobody mistakes it for certainty."""


class Place(Struct, frozen=True, order=True):
    """Where in a file something stands; line and column count from 1, 0 means not known."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class Finding(Struct, frozen=True):
    """One remark of one rule about one subject.

    `subject` is an address in the register (`law/demand@version`) or a cite key;
    `hint` is what a person could do about it, empty when nothing can be computed.
    """

    rule: str
    severity: Severity
    subject: str
    message: str
    hint: str = ""
    place: Place | None = None
