"""A redline as JSON for other programs: nothing is left out, so both texts can be rebuilt."""

from __future__ import annotations

import json

from rvc.analysis.redline import Change, Piece, Redline
from rvc.analysis.textdiff import DELETE, EQUAL, INSERT
from rvc.analysis.unit import Link

FORMAT = "rvc.laws.redline/1"

_OPS = {EQUAL: "equal", DELETE: "delete", INSERT: "insert"}


def redline_json(redline: Redline) -> str:
    """Return the redline as indented JSON that ends with a line break.

    In each change, "equal" and "delete" texts joined are its left provisions, "equal" and "insert"
    its right ones; `length` (in characters) cuts them apart and `place` puts them in order.
    `links` says of each pair of provisions how it was found: a split has a link for each piece.
    `reworded` is whether any word differs but the provisions' own numbers.
    """
    data = {
        "format": FORMAT,
        "left": redline.left_title,
        "right": redline.right_title,
        "changes": [_change(change) for change in redline.changes],
        "stale_corrections": [
            {
                "left": stale.correction.left,
                "right": stale.correction.right,
                "note": stale.correction.note,
                "reason": stale.reason,
            }
            for stale in redline.stale
        ],
        "notes": list(redline.notes),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _change(change: Change) -> dict[str, object]:
    return {
        "kind": change.kind.value,
        "matched_by": change.matched_by,
        "score": change.score,
        "uncertain": change.is_uncertain,
        "reworded": bool(change.left and change.right) and not change.verbatim,
        "links": [_link(link) for link in change.links],
        "left": [_piece(piece) for piece in change.left],
        "right": [_piece(piece) for piece in change.right],
        "ops": [
            {"op": _OPS[kind], "text": text} | ({"move": move} if move else {})
            for kind, text, move in change.ops
        ],
    }


def _link(link: Link) -> dict[str, object]:
    return {
        "left": link.left,
        "right": link.right,
        "kind": link.kind.value,
        "matched_by": link.matched_by,
        "score": link.score,
    }


def _piece(piece: Piece) -> dict[str, object]:
    return {
        "eid": piece.eid,
        "label": piece.label,
        "heading": piece.heading,
        "place": piece.place,
        "length": piece.length,
    }
