"""alignments.yaml, beside the register: where a person overruled the alignment of two versions."""

from __future__ import annotations

from pathlib import Path

from rvc.adapters.atomic import locked, write_atomic
from rvc.adapters.record_yaml import read_record, record_text
from rvc.model.correction import FORMAT, Corrections, RecordedCorrection

FILE = "alignments.yaml"

_HEAD = """\
# Where a person overruled which provision became which. Written by `rvc laws redline --link`.
# The hashes are those of the words that were looked at: with other words a line no longer holds.
"""


def read_corrections(path: Path) -> tuple[RecordedCorrection, ...]:
    """Return the corrections in the file, none when there is no file; RvcError when damaged."""
    return read_record(path, Corrections(), "take it back from version control").corrections


def record_corrections(path: Path, new: tuple[RecordedCorrection, ...]) -> None:
    """Put corrections into the file, each instead of what it said of the same pair."""
    with locked(path):
        known = {_pair(one): one for one in (*read_corrections(path), *new)}
        whole = Corrections(FORMAT, tuple(known[pair] for pair in sorted(known)))
        write_atomic(path, record_text(whole, _HEAD).encode())


def _pair(one: RecordedCorrection) -> tuple[str, str, str, str, str]:
    return one.law, one.start, one.end, one.left, one.right
