"""Which works manuscripts cite: those that are there, those that are not, those never cited."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from rvc.analysis.cited import Cited
from rvc.analysis.twins import Twins
from rvc.model.nearest import did_you_mean
from rvc.model.output_refs import CitedAt, RefsCitedOutput
from rvc.model.reference import Reference

_LABEL = re.compile(r"(?:fig|tab|tbl|eq|eqt|sec|lst|ch|app)(?:[-:_.]|\d*$)", re.IGNORECASE)
"""How labels of figures, tables, equations and sections begin."""


def places_of(cited: Iterable[Cited], text: str, file: str) -> list[CitedAt]:
    """Return where in its file each citation stands; a line of a Word file is a paragraph."""
    starts = [0, *(found.end() for found in re.finditer(r"\r\n?|\n", text))]
    found = []
    for one in sorted(cited, key=lambda c: c.start):
        line = bisect_right(starts, one.start)
        found.append(CitedAt(one.key, file, line, one.start - starts[line - 1] + 1))
    return found


def with_works_found(
    keyless: Iterable[tuple[CitedAt, Reference]], works: Iterable[Reference]
) -> tuple[list[CitedAt], list[CitedAt]]:
    """Return citations of fields without a key by the key of the work they mean, and the others.

    What they mean is found by DOI, or by title, people and year (`rvc.analysis.twins`).
    """
    known = Twins(works)
    found, others = [], []
    for place, work in keyless:
        twin = known.twin_of(work) if work.title or work.fields else None
        if twin is None:
            others.append(place)
        else:
            found.append(CitedAt(twin.key, place.file, place.line, place.column))
    return found, others


def further_keys(works: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the further keys that biblatex takes for works, with the key that each stands for.

    `works` are keys and what stands in the field `ids`.
    """
    return {id.strip(): key for key, ids in works for id in ids.split(",") if id.strip()}


def is_label(key: str, file: str) -> bool:
    """Whether a key that no work has may be the label of a figure in a Typst source."""
    return file.lower().endswith(".typ") and bool(_LABEL.match(key))


def report(
    places: Sequence[CitedAt],
    known: Sequence[str],
    placeholders: Iterable[str] = (),
    *,
    aliases: Mapping[str, str] | None = None,
    every: bool = False,
    own: AbstractSet[str] = frozenset(),
    keyless: Sequence[CitedAt] = (),
    missing: Sequence[CitedAt] = (),
) -> RefsCitedOutput:
    """Return what the citations at `places` mean for a bibliography with the keys `known`.

    `aliases` are further keys of works (`ids` of biblatex) and the keys they stand for; `every`
    says that a manuscript cites all works, `own` are keys of works that the manuscripts bring
    along. `keyless` and `missing` are told as they are. In Typst `@fig-map` is the label of another
    file where no work has that key.
    """
    there, open_ends, others = set(known), set(placeholders), aliases or {}
    meant = {place.key: _meant(place.key, there, others) for place in places}
    places = [place for place in places if meant[place.key] or not is_label(place.key, place.file)]
    used = there if every else set(meant.values())
    undefined = tuple(
        CitedAt(p.key, p.file, p.line, p.column, did_you_mean(p.key, (*known, *others)))
        for p in places
        if not meant[p.key] and p.key not in own
    )
    return RefsCitedOutput(
        tuple(key for key in known if key in used - open_ends),
        undefined,
        tuple(place for place in places if meant[place.key] in open_ends),
        tuple(key for key in known if key not in used | open_ends),
        tuple(places),
        tuple(keyless),
        tuple(missing),
    )


def _meant(key: str, known: set[str], aliases: Mapping[str, str]) -> str:
    """Return the key of the work that a cited key means; empty when there is none."""
    return key if key in known else aliases.get(key, "")
