"""Which works manuscripts cite: those that are there, those that are not, those never cited."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from rvc.analysis.cited import Cited
from rvc.model.nearest import did_you_mean
from rvc.model.output_refs import CitedAt, RefsCitedOutput

_LABEL = re.compile(r"(?:fig|tab|tbl|eq|eqt|sec|lst|ch|app)(?:[-:_.]|\d*$)", re.IGNORECASE)
"""How labels of figures, tables, equations and sections begin."""


def places_of(cited: Iterable[Cited], text: str, file: str) -> list[CitedAt]:
    """Return where in its file each citation stands; a line of a Word file is a paragraph."""
    found = []
    line, line_start, seen = 1, 0, 0
    for one in sorted(cited, key=lambda c: c.start):
        line += text.count("\n", seen, one.start)
        line_start = text.rfind("\n", 0, one.start) + 1
        seen = one.start
        found.append(CitedAt(one.key, file, line, one.start - line_start + 1))
    return found


def report(
    places: Sequence[CitedAt],
    known: Sequence[str],
    placeholders: Iterable[str] = (),
    *,
    aliases: Mapping[str, str] | None = None,
    every: bool = False,
) -> RefsCitedOutput:
    """Return what the citations at `places` mean for a bibliography with the keys `known`.

    `aliases` are further keys of works (`ids` of biblatex) and the keys they stand for; `every`
    says that a manuscript cites all works. In Typst `@fig-map` is the label of another file where
    no work has that key.
    """
    there, open_ends, others = set(known), set(placeholders), aliases or {}
    meant = {place.key: _meant(place.key, there, others) for place in places}
    places = [place for place in places if meant[place.key] or not _is_label(place)]
    used = there if every else set(meant.values())
    undefined = tuple(
        CitedAt(p.key, p.file, p.line, p.column, did_you_mean(p.key, (*known, *others)))
        for p in places
        if not meant[p.key]
    )
    return RefsCitedOutput(
        tuple(key for key in known if key in used - open_ends),
        undefined,
        tuple(place for place in places if meant[place.key] in open_ends),
        tuple(key for key in known if key not in used | open_ends),
        tuple(places),
    )


def _meant(key: str, known: set[str], aliases: Mapping[str, str]) -> str:
    """Return the key of the work that a cited key means; empty when there is none."""
    return key if key in known else aliases.get(key, "")


def _is_label(place: CitedAt) -> bool:
    return place.file.lower().endswith(".typ") and bool(_LABEL.match(place.key))
