"""What a rule is: a name, a reason, a bad and a good sample, and a check."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from rvc.model.finding import Severity
from rvc.model.reference import Bibliography
from rvc.model.register import Register

Path = tuple[str | int, ...]


class Data(Struct, frozen=True):
    """What rules judge."""

    register: Register
    bibliography: Bibliography


class Remark(Struct, frozen=True):
    """What a check yields: a finding that does not know its place yet.

    `path` leads to the value in laws.yaml, as keys and positions; with `key` instead the remark is
    about an entry of references.bib. `severity` overrides the rule's own.
    """

    subject: str
    message: str
    path: Path = ()
    hint: str = ""
    key: str = ""
    severity: Severity | None = None


class Rule(Struct, frozen=True):
    """One rule.

    `bad` and `good` are pieces of laws.yaml as documentation shows them; tests run the check on
    them. `check` yields remarks in the order of the data.
    """

    name: str
    severity: Severity
    summary: str
    """What it forbids, in one line."""
    why: str
    bad: str
    good: str
    check: Callable[[Data], Iterable[Remark]]
