"""alignments.yaml, beside the register: where a person overruled the alignment of two versions."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rvc.adapters.atomic import locked, write_atomic
from rvc.adapters.record_yaml import read_record, record_text
from rvc.errors import RvcError
from rvc.model.correction import FORMAT, Corrections, RecordedCorrection

FILE = "alignments.yaml"

Pair = tuple[str, str, str, str, str]
"""Law, version, version, provision, provision: what one correction speaks of."""

_HEAD = """\
# Where a person overruled which provision became which. Written by `rvc laws redline --link`.
# The hashes are those of the words that were looked at: with other words a line no longer holds.
"""


def read_corrections(path: Path) -> tuple[RecordedCorrection, ...]:
    """Return the corrections in the file, none when there is no file; RvcError when damaged."""
    return read_record(path, Corrections(), "take it back from version control").corrections


def record_corrections(
    path: Path, new: tuple[RecordedCorrection, ...]
) -> tuple[RecordedCorrection, ...]:
    """Put corrections into the file; return the older ones on the same provisions, now gone.

    What the file said of the very same pair is replaced without being returned.
    """
    with locked(path):
        given = {pair_of(one): one for one in new}
        old = [one for one in read_corrections(path) if pair_of(one) not in given]
        gone = tuple(one for one in old if any(_same_provision(one, other) for other in new))
        _write(path, [*(one for one in old if one not in gone), *given.values()])
    return gone


def forget_correction(path: Path, pair: Pair) -> None:
    """Take the correction on a pair out of the file; RvcError when it has none."""
    with locked(path):
        old = read_corrections(path)
        kept = [one for one in old if pair_of(one) != pair]
        if len(kept) == len(old):
            known = [f"{one.left}={one.right}" for one in old if pair_of(one)[:3] == pair[:3]]
            raise RvcError(
                f"no correction '{pair[3]}={pair[4]}' is recorded between these versions",
                where=str(path),
                hint=f"recorded: {', '.join(known)}" if known else "",
            )
        _write(path, kept)


def pair_of(one: RecordedCorrection) -> Pair:
    """Return what a correction speaks of."""
    return one.law, one.start, one.end, one.left, one.right


def _same_provision(one: RecordedCorrection, other: RecordedCorrection) -> bool:
    if pair_of(one)[:3] != pair_of(other)[:3]:
        return False
    return (bool(one.left) and one.left == other.left) or (
        bool(one.right) and one.right == other.right
    )


def _write(path: Path, corrections: Iterable[RecordedCorrection]) -> None:
    whole = Corrections(FORMAT, tuple(sorted(corrections, key=pair_of)))
    write_atomic(path, record_text(whole, _HEAD).encode())
