"""A .bib file → the list of its works as it is printed, kept for the next time.

It knows nothing of the register, so that a list that was drawn before is there at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from rvc.adapters.cache import cached
from rvc.adapters.opened import read_bytes, shown
from rvc.bib.uncollected import uncollected
from rvc.model.output_refs import WorkLine


class DrawnList(Struct, frozen=True):
    """A list of works as it is printed, and how many entries BibTeX loses."""

    text: str
    lost: int = 0


def load_list(path: Path, look: str, draw: Callable[[Sequence[WorkLine]], str]) -> DrawnList:
    """Return the list of the works at `path` as `draw` draws it; without the file, an empty one.

    `look` says all that the drawing depends on but the works: the width, colours.
    """

    def drawn(data: bytes) -> DrawnList:
        from rvc.adapters.references_list import read_list

        with uncollected():
            found = read_list(data, shown(path))
            return DrawnList(draw(found.lines), found.lost)

    return cached(read_bytes(path) if path.exists() else b"", DrawnList, drawn, beside=look)
