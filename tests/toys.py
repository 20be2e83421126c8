"""Where the tests and the toy register are, and what a command said."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

TESTS = Path(__file__).parent
TOY = TESTS / "toy"


class Said(NamedTuple):
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str
