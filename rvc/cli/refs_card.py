"""Looking up one work and what rests on it, which several commands do."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from rvc.adapters.data_folder import DataFolder, find_data
from rvc.adapters.opened import read_bytes
from rvc.adapters.references_entries import read_entries
from rvc.analysis.works import cited_by
from rvc.cli.reading import data_option, one_of, open_data, open_references, register_of
from rvc.cli.writing import write_either
from rvc.errors import RvcError
from rvc.model.brief import NOT_VERIFIED
from rvc.model.output_refs import RefsShowOutput, WorkCard
from rvc.model.printable import one_line
from rvc.model.reference import Bibliography
from rvc.render.reference_text import reference_line

_MOST = 6
"""How many near keys a message names."""


def write_card(
    ctx: Any, key: str, draw: Callable[..., str], *, json: bool, out: Path | None
) -> None:
    """Write the card of the work `key` as JSON, or as `draw` shows it on a terminal."""
    card = card_of(ctx, key)
    say_doubts({card.work.key: card.doubt})
    write_either(RefsShowOutput(card), partial(draw, card), json=json, out=out)


def card_of(ctx: Any, key: str) -> WorkCard:
    """Return the card of the work `key`; RvcError with the nearest key when there is none."""
    folder = find_data(data_option(ctx))
    loaded = open_data(ctx) if folder.has_laws else None
    references = loaded.references if loaded else open_references(ctx)
    works = references.bibliography.works
    work = works[near_key(key, works)]
    path = folder.references
    entries, losses = read_entries(read_bytes(path), str(path), {work.key})
    said = reference_line(work) if work.resolved else "An unresolved citation, not a work."
    lost = tuple(loss for loss in losses if loss.key.lower() == work.key.lower())
    citing = cited_by(register_of(loaded), work.key) if loaded else ()
    doubt = grave_doubts(folder, references.bibliography).get(work.key, "")
    return WorkCard(entries[work.key], said, citing, lost, doubt)


def grave_doubts(folder: DataFolder, bibliography: Bibliography) -> dict[str, str]:
    """Return, by cite key, what is worse than that nobody verified a work."""
    from rvc.tasks.doubts import doubts

    every = doubts(folder, bibliography)
    return {key: doubt for key, doubt in every.items() if doubt != NOT_VERIFIED}


def say_doubts(doubts: Mapping[str, str]) -> None:
    """Say on standard error what speaks against leaning on works."""
    for key, doubt in doubts.items():
        if doubt:
            print(one_line(f"{key}: {doubt} (rvc refs verify --offline {key})"), file=sys.stderr)


def near_key(key: str, known: Iterable[str]) -> str:
    """Return the known key that is `key`, begins so, or the only one that is a slip away.

    A slip is said on standard error. RvcError with the near keys when there is no such key.
    """
    from rvc.model.nearest import one_slip_away

    keys = list(known)
    beginning = [name for name in keys if key and name.startswith(key)]
    if key in keys or len(beginning) == 1:
        return one_of(key, keys, "cite key")
    near = beginning or one_slip_away(key, keys)
    if len(near) > 1:
        more = f" and {len(near) - _MOST} more" if len(near) > _MOST else ""
        raise RvcError(f"unknown cite key '{key}'", hint=f"near: {', '.join(near[:_MOST])}{more}")
    if near:
        said = f"there is no '{key}'; this is '{near[0]}', the only key like it"
        print(one_line(said), file=sys.stderr)
        return near[0]
    return one_of(key, keys, "cite key")
