"""Running titles: the part or schedule that a page lies in, printed again at its edge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rvc.adapters.publishers.eids import CONTAINERS, number_of
from rvc.adapters.publishers.headings import read_heading
from rvc.adapters.publishers.pdf_words import Run
from rvc.model.text import ProvisionKind as Kind

_GROUPS = CONTAINERS | {Kind.SCHEDULE, Kind.ANNEX}
_Title = tuple[Kind, str, str]


def running_titles(pages: Sequence[list[Run]], edges: Sequence[list[Run]]) -> set[int]:
    """The ids of the runs at the edges of pages that say a heading again, number and title.

    One page is enough to tell: a part opens once, and the title shows that it is the same part. A
    number alone is not: the parts of a schedule are numbered anew.
    """
    found: set[int] = set()
    said: set[_Title] = set()
    for runs, outer in zip(pages, edges, strict=True):
        here = {id(run): title for run, title in _titles(runs)}
        for run in outer:
            title = _own(run)
            others = {one for key, one in here.items() if key != id(run)}
            if title is not None and title in said | others:
                found.add(id(run))
        said |= set(here.values())
    return found


def _titles(runs: list[Run]) -> Iterator[tuple[Run, _Title]]:
    """The headings of a page, their titles beside them or on the next line."""
    downward = sorted(runs, key=lambda run: (-round(run.bottom), run.left))
    for run, below in pairwise([*downward, None]):
        if run is None:
            return
        title = _own(run)
        head = read_heading(run.text) if title is None else None
        if head is not None and head.kind in _GROUPS and below is not None and not head.heading:
            title = head.kind, number_of(head.label).lower(), _plain(below.text)
        if title is not None:
            yield run, title


def _own(run: Run) -> _Title | None:
    """What a heading with a title on its own line says."""
    head = read_heading(run.text)
    if head is None or head.kind not in _GROUPS or not head.heading:
        return None
    return head.kind, number_of(head.label).lower(), _plain(head.heading)


def _plain(title: str) -> str:
    return " ".join(title.lower().split())
