"""Which works manuscripts cite: those that are there, those that are not, those never cited."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rvc.analysis.cited import Cited
from rvc.model.nearest import did_you_mean
from rvc.model.output_refs import CitedAt, RefsCitedOutput


def places_of(cited: Iterable[Cited], text: str, file: str) -> list[CitedAt]:
    """Return where in its file each citation stands."""
    found = []
    line, line_start, seen = 1, 0, 0
    for one in sorted(cited, key=lambda c: c.start):
        line += text.count("\n", seen, one.start)
        line_start = text.rfind("\n", 0, one.start) + 1
        seen = one.start
        found.append(CitedAt(one.key, file, line, one.start - line_start + 1))
    return found


def report(
    places: Sequence[CitedAt], known: Sequence[str], placeholders: Iterable[str] = ()
) -> RefsCitedOutput:
    """Return what the citations at `places` mean for a bibliography with the keys `known`."""
    there, open_ends = set(known), set(placeholders)
    used = {place.key for place in places}
    undefined = tuple(
        CitedAt(p.key, p.file, p.line, p.column, did_you_mean(p.key, known))
        for p in places
        if p.key not in there
    )
    return RefsCitedOutput(
        tuple(key for key in known if key in used - open_ends),
        undefined,
        tuple(place for place in places if place.key in open_ends),
        tuple(key for key in known if key not in used | open_ends),
        tuple(places),
    )
