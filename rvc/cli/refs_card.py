"""Looking up one work and what rests on it, which several commands do."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any

from rvc.adapters.references_entries import read_entries
from rvc.adapters.register_folder import read_bytes
from rvc.analysis.works import cited_by
from rvc.cli.reading import one_of, open_data, register_of
from rvc.model.output_refs import WorkCard
from rvc.render.reference_text import reference_line


def card_of(ctx: Any, key: str) -> WorkCard:
    """Return the card of the work `key`; RvcError with the nearest key when there is none."""
    loaded = open_data(ctx)
    works = loaded.references.bibliography.works
    work = works[near_key(key, works)]
    path = loaded.folder.references
    entries, losses = read_entries(read_bytes(path), str(path), {work.key})
    said = reference_line(work) if work.resolved else "An unresolved citation, not a work."
    lost = tuple(loss for loss in losses if loss.key.lower() == work.key.lower())
    return WorkCard(entries[work.key], said, cited_by(register_of(loaded), work.key), lost)


def near_key(key: str, known: Iterable[str]) -> str:
    """Return the known key that is `key`, begins so, or the only one that is a slip away.

    A slip is said on standard error. RvcError with the nearest key when there is no such key.
    """
    from rvc.model.nearest import one_slip_away
    from rvc.model.printable import one_line

    keys = list(known)
    if key not in keys and not any(name.startswith(key) for name in keys):
        near = one_slip_away(key, keys)
        if len(near) == 1:
            said = f"there is no '{key}'; this is '{near[0]}', the only key like it"
            print(one_line(said), file=sys.stderr)
            return near[0]
    return one_of(key, keys, "cite key")
