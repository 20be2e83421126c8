"""Looking up one work and what rests on it, which several commands do."""

from __future__ import annotations

from typing import Any

from rvc.analysis.works import cited_by, work_line
from rvc.cli.reading import one_of, open_data, register_of
from rvc.model.output_refs import WorkCard
from rvc.render.reference_text import reference_line


def card_of(ctx: Any, key: str) -> WorkCard:
    """Return the card of the work `key`; RvcError with the nearest key when there is none."""
    loaded = open_data(ctx)
    works = loaded.references.bibliography.works
    work = works[one_of(key, works, "cite key")]
    said = reference_line(work) if work.resolved else "An unresolved citation, not a work."
    return WorkCard(work_line(work), said, cited_by(register_of(loaded), work.key))
