"""Say which provision of one text became which of another, in passes that each leave a trace.

Numbers are no guide: texts are renumbered at every stage. What counts is text that only one
provision of each version has; order and number decide where that leaves a doubt.
"""

from __future__ import annotations

from collections.abc import Sequence

from rvc.analysis.alignment_kinds import links_of
from rvc.analysis.alignment_passes import Board
from rvc.analysis.unit import Link, LinkKind, Unit

__all__ = ["Link", "LinkKind", "Unit", "align"]


def align(left: Sequence[Unit], right: Sequence[Unit]) -> tuple[Link, ...]:
    """Return the links between the provisions of two texts, both given in the order of the text.

    Every unit is in at least one link: with a partner, or alone as added or dropped. A unit split
    in two is in two links, and two units merged in one likewise. Links stand in the order of the
    right text, dropped units where they stood in the left one. The same input gives the same links.

    Time grows about linearly: no pass compares all provisions with all others.

    Paragraphs vote on splits and merges before order and number are looked at: what is a piece of a
    provision must not be paired with whatever stands in its place. The other way round, one merger
    of the 50 in the recorded bills is lost.

    Raises:
        ValueError: an eid occurs twice in one text.
    """
    for units in (left, right):
        if len({unit.eid for unit in units}) < len(units):
            raise ValueError("an eid occurs twice in one text")
    board = Board(left, right)
    board.match_exact()
    board.match_content()
    board.find_splits_and_merges()
    board.repair_order()
    board.match_numbers()
    board.match_weak()
    return links_of(board)
