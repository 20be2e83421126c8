"""What all formats of a redline say in the same words, and how much unchanged text they show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rvc.analysis.corrections import StaleCorrection
from rvc.analysis.redline import Change, Piece, Redline
from rvc.analysis.signs import count_signs, without_signs
from rvc.analysis.textdiff import EQUAL, Op
from rvc.analysis.unit import LinkKind

SKIPPED = "…"
_SIGNS = "unchanged but for signs"

_SAID = {
    LinkKind.SAME: "unchanged",
    LinkKind.CHANGED: "changed",
    LinkKind.MOVED: "moved",
    LinkKind.RENUMBERED: "renumbered",
    LinkKind.SPLIT: "split",
    LinkKind.MERGED: "merged",
    LinkKind.ADDED: "added",
    LinkKind.DROPPED: "dropped",
}


def title_of(redline: Redline) -> str:
    """Return what is compared with what."""
    return f"{redline.left_title or 'left text'} → {redline.right_title or 'right text'}"


def summary_of(redline: Redline) -> str:
    """Return how many provisions had which fate: `3 changed, 1 moved, 12 unchanged`."""
    counts = Counter(map(_said, redline.changes))
    return ", ".join(f"{counts[said]} {said}" for said in (*_SAID.values(), _SIGNS) if counts[said])


def _said(change: Change) -> str:
    if change.kind is LinkKind.CHANGED and not change.has_other_words:
        return _SIGNS
    if change.kind is LinkKind.CHANGED and change.verbatim and _renumbered(change):
        return _SAID[LinkKind.RENUMBERED]
    return _SAID[change.kind]


def signs_lines(redline: Redline, context: int | None) -> list[str]:
    """Return one line that says how many changes of signs are not marked, if any are not."""
    count = 0 if context is None else sum(count_signs(change.ops) for change in redline.changes)
    if not count:
        return []
    places, are = ("1 place differs", "is") if count == 1 else (f"{count} places differ", "are")
    said = "in signs alone (apostrophes, quotation marks, dashes, spaces)"
    return [f"{places} {said} and {are} not marked; --whole marks all"]


def heading_of(change: Change) -> str:
    """Return whose change it is: `Article 3 → Article 5`, empty for texts without provisions."""
    left, right = _names(change.left), _names(change.right)
    if left == right or not left or not right:
        return left or right
    return f"{left} → {right}"


def fate_of(change: Change) -> str:
    """Return what became of the provision, and how sure that is: `moved, reworded (content .62)`.

    What has no partner, or word for word the same text, needs no reason. Another number alone is no
    rewording.
    """
    said = _said(change)
    if change.kind in (LinkKind.MOVED, LinkKind.SPLIT, LinkKind.MERGED):
        if not change.verbatim:
            said += ", reworded"
        elif change.kind is LinkKind.MOVED and _renumbered(change):
            said += ", renumbered"
    if said == _SIGNS or not change.left or not change.right:
        return said
    if change.matched_by in ("", "exact"):
        return said
    doubt = "uncertain; " if change.is_uncertain else ""
    return f"{said} ({doubt}matched by {change.matched_by}, {change.score:.2f})"


def stale_lines(redline: Redline) -> list[str]:
    """Return one line for each correction by a person that was not applied."""
    return [stale_line(stale) for stale in redline.stale]


def stale_line(stale: StaleCorrection) -> str:
    """Return which correction was not applied, and why."""
    left, right = stale.correction.left or "∅", stale.correction.right or "∅"
    return f"correction {left} → {right} not applied: {stale.reason}"


def shown(ops: tuple[Op, ...], context: int | None) -> Iterator[Op]:
    """Yield the operations, unchanged text cut to `context` words around each change.

    What is left out comes as a `SKIPPED` operation that says how many words it was, and changes of
    signs alone are none. None: all, marked to the last space.
    """
    if context is not None:
        ops = without_signs(ops)
    last = len(ops) - 1
    for at, (kind, text, move) in enumerate(ops):
        words = text.split() if kind == EQUAL and context is not None else []
        before = context if context is not None and at > 0 else 0
        after = context if context is not None and at < last else 0
        gone = len(words) - before - after
        if gone <= 8:
            yield kind, text, move
            continue
        start = _end_of_words(text, before)
        end = _start_of_words(text, after)
        if start:
            yield EQUAL, text[:start], 0
        yield SKIPPED, f" […{gone} words unchanged…] ", 0
        if end < len(text):
            yield EQUAL, text[end:], 0


def begun(ops: tuple[Op, ...], context: int | None) -> Iterator[Op]:
    """Yield what is shown from the first line that says something.

    The text of a provision begins with the end of the line before it, which would stand as an empty
    line on the page.
    """
    has_begun = False
    for kind, text, move in shown(ops, context):
        said = text if has_begun else text.lstrip("\r\n")
        has_begun = has_begun or bool(said)
        if said:
            yield kind, said, move


def _end_of_words(text: str, count: int) -> int:
    if not count:
        return 0
    rest = text.split(None, count)
    return len(text) - len(rest[count]) if len(rest) > count else len(text)


def _start_of_words(text: str, count: int) -> int:
    if not count:
        return len(text)
    rest = text.rsplit(None, count)
    return len(rest[0]) if len(rest) > count else 0


def _renumbered(change: Change) -> bool:
    return [piece.label for piece in change.left] != [piece.label for piece in change.right]


def _names(pieces: tuple[Piece, ...]) -> str:
    return " + ".join(_name(piece) for piece in pieces if _name(piece))


def _name(piece: Piece) -> str:
    return piece.name or piece.label or piece.eid
