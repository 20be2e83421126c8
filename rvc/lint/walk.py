"""The parts of a register that rules look at, each with the way to it in laws.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from rvc.lint.rule import Data, Path
from rvc.model.demand import Coding, Demand
from rvc.model.law import Law, TurningPoint, Version


def laws(data: Data) -> Iterator[tuple[Path, Law]]:
    """Yield every law."""
    for number, law in enumerate(data.register.laws):
        yield ("laws", number), law


def versions(data: Data) -> Iterator[tuple[Path, Law, Version]]:
    """Yield every version of every law, reversion points first."""
    for path, law in laws(data):
        if law.reversion:
            yield (*path, "reversion"), law, law.reversion
        for number, version in enumerate(law.versions):
            yield (*path, "versions", number), law, version


def turning_points(data: Data) -> Iterator[tuple[Path, Law, TurningPoint]]:
    """Yield every turning point of every law."""
    for path, law in laws(data):
        for number, point in enumerate(law.turning_points):
            yield (*path, "turning_points", number), law, point


def demands(data: Data) -> Iterator[tuple[Path, Law, Demand]]:
    """Yield every demand of every law."""
    for path, law in laws(data):
        for number, demand in enumerate(law.demands):
            yield (*path, "demands", number), law, demand


def codings(data: Data) -> Iterator[tuple[Path, Law, Demand, str, Coding]]:
    """Yield every coding, with the id of its version."""
    for path, law, demand in demands(data):
        for version_id, coding in demand.codings.items():
            yield (*path, "codings", version_id), law, demand, version_id, coding


def address(law: Law, demand: Demand, version_id: str = "") -> str:
    """Return the address of a demand, or of its coding at a version."""
    at = f"@{version_id}" if version_id else ""
    return f"{law.id}/{demand.id}{at}"


def texts(data: Data) -> Iterator[tuple[Path, str]]:
    """Yield every text of the register, ids and dates too."""
    return _texts(msgspec.to_builtins(data.register), ())


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*path, key))
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value):
            yield from _texts(inner, (*path, number))
