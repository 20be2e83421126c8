"""What a person decided about the alignment of two versions (alignments.yaml)."""

from __future__ import annotations

from msgspec import Struct

FORMAT = "1"
"""Version of the shape of alignments.yaml."""


class RecordedCorrection(
    Struct,
    frozen=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    rename={"start": "from", "end": "to"},
):
    """One decision about the provisions `left` of version `start` and `right` of version `end`.

    Both ids: they belong together. Only one: it was dropped, or is new. The hashes are those of
    the provisions' words when the person looked; with other words the decision no longer holds.
    """

    law: str
    start: str
    end: str
    left: str = ""
    right: str = ""
    left_sha256: str = ""
    right_sha256: str = ""
    note: str = ""


class Corrections(Struct, frozen=True, forbid_unknown_fields=True):
    """Everything in alignments.yaml."""

    format: str = FORMAT
    corrections: tuple[RecordedCorrection, ...] = ()
