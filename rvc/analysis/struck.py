"""Provisions that the right text itself says are deleted: "Articles 2 et 3 (Supprimés)"."""

from __future__ import annotations

from collections.abc import Sequence

from rvc.analysis.shorthand import Use, labels_of, named_by, shorthand_of
from rvc.analysis.unit import Link, LinkKind, Unit


def linked_to_marks(
    links: Sequence[Link], left: Sequence[Unit], right: Sequence[Unit]
) -> tuple[Link, ...]:
    """Return `links` with each dropped provision linked to the mark that says it is deleted.

    Such a mark is no provision that was added. Its link says `dropped`, matched by `mark`. Links
    that a person made stay.
    """
    gone = {link.left for link in links if link.right is None and link.matched_by != "correction"}
    came = {link.right for link in links if link.left is None and link.matched_by != "correction"}
    marks: dict[str, str] = {}
    for unit in right:
        if unit.eid in came and shorthand_of(unit.text) is Use.DELETED:
            named = named_by(labels_of(unit.label), left)
            marks.update({one.eid: unit.eid for one in named if one.eid in gone})
    placed = set(marks.values())
    return tuple(
        Link(link.left, marks[link.left], LinkKind.DROPPED, "mark", 1.0)
        if link.left in marks
        else link
        for link in links
        if link.right not in placed
    )
