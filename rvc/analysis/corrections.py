"""Let a person overrule an alignment, and notice when the texts they looked at have changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

from msgspec import Struct

from rvc.analysis.alignment_kinds import links_of
from rvc.analysis.alignment_passes import Board
from rvc.analysis.unit import Link, Unit


class Correction(Struct, frozen=True):
    """What a person decided about one provision or one pair, and the texts they decided it on.

    Both ids: these belong together (several corrections with one id make a split or a merger).
    Only `left`: it was dropped. Only `right`: it is new. The hashes are those of `text_hash`.
    """

    left: str | None
    right: str | None
    left_sha256: str = ""
    right_sha256: str = ""
    note: str = ""


class StaleCorrection(Struct, frozen=True):
    """A correction that was not applied because it speaks of another text, and why."""

    correction: Correction
    reason: str


def text_hash(text: str) -> str:
    """Return the SHA-256 of a provision's text, in hexadecimal digits."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def correction_of(left: Unit | None, right: Unit | None, note: str = "") -> Correction:
    """Return a correction that links two provisions (or sets one apart), with today's hashes."""
    return Correction(
        left.eid if left else None,
        right.eid if right else None,
        text_hash(left.text) if left else "",
        text_hash(right.text) if right else "",
        note,
    )


def apply_corrections(
    links: Iterable[Link],
    corrections: Iterable[Correction],
    left: Sequence[Unit],
    right: Sequence[Unit],
) -> tuple[tuple[Link, ...], tuple[StaleCorrection, ...]]:
    """Return the links as corrected, and the corrections that could not be applied.

    A provision that a correction speaks of loses every link found by the program. What is left
    without a link becomes added or dropped. `links` must be of these very units (`align`).
    """
    places = tuple({unit.eid: at for at, unit in enumerate(units)} for units in (left, right))
    valid: list[Correction] = []
    stale: list[StaleCorrection] = []
    for correction in corrections:
        reason = _reason_stale(correction, places, left, right)
        if reason:
            stale.append(StaleCorrection(correction, reason))
        else:
            valid.append(correction)
    ruled = {c.left for c in valid} - {None}, {c.right for c in valid} - {None}
    board = Board(left, right)
    kept = [k for k in links if k.left not in ruled[0] and k.right not in ruled[1]]
    for link in sorted(kept, key=lambda k: -k.score):
        if link.left is not None and link.right is not None:
            pair = places[0][link.left], places[1][link.right]
            _place(board, pair, link.matched_by, link.score)
    for correction in valid:
        if correction.left is not None and correction.right is not None:
            pair = places[0][correction.left], places[1][correction.right]
            _place(board, pair, "correction", 1.0)
    return links_of(board), tuple(stale)


def _place(board: Board, pair: tuple[int, int], matched_by: str, score: float) -> None:
    """Link the pair, as a further piece when one of the two has a partner already."""
    i, j = pair
    if i in board.partner[0]:
        board.pieces.setdefault(pair, "split")
    elif j in board.partner[1]:
        board.pieces.setdefault(pair, "merged")
    else:
        board.link(i, j, matched_by, score)
        return
    board.found[pair] = (matched_by, score)


def _reason_stale(
    correction: Correction,
    places: tuple[dict[str, int], ...],
    left: Sequence[Unit],
    right: Sequence[Unit],
) -> str:
    sides = (
        ("left", correction.left, correction.left_sha256, places[0], left),
        ("right", correction.right, correction.right_sha256, places[1], right),
    )
    if correction.left is None and correction.right is None:
        return "it names no provision"
    for name, eid, expected, place, units in sides:
        if eid is None:
            continue
        if eid not in place:
            return f"the {name} text has no provision '{eid}'"
        if text_hash(units[place[eid]].text) != expected:
            return f"the text of '{eid}' ({name}) has changed since"
    return ""
