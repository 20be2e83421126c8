"""A redline: what became of each provision, and within it of each word, byte for byte."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from msgspec import Struct

from rvc.analysis.alignment import align
from rvc.analysis.corrections import Correction, StaleCorrection, apply_corrections
from rvc.analysis.edit_script import joined
from rvc.analysis.signs import levelled, without_signs
from rvc.analysis.text_parts import TextPart, parts_of, unit_of
from rvc.analysis.textdiff import EQUAL, Op, diff_texts, refuse_all, take_all
from rvc.analysis.unit import Link, LinkKind, rests_on_little
from rvc.model.text import LegalText

_NUMBER = re.compile(r"\W*\d")
_KIND = re.compile(r"^[^\W\d_]{2,}\.?\s+(?=\w)")
_AFTER_NUMBER = re.compile(r"[\s.:–—-]*")


class Piece(Struct, frozen=True):
    """A part of one version: its id, number and heading, its place in order, its length.

    `name` is what a reader calls it, empty for a text of which no provisions are known.
    """

    eid: str
    label: str
    heading: str
    place: int
    length: int
    name: str = ""


class Change(Struct, frozen=True):
    """What became of one provision, or of those that were split or merged, word by word.

    `ops` are `rvc.analysis.edit_script` operations: they rebuild the texts of all pieces of a side,
    joined in order. `kind`, `matched_by` and `score` are those of `links`: the weakest, where there
    are several, and of equals the one that found a piece of a split or merger. `verbatim` says that
    no word differs but the provisions' own numbers; signs (`rvc.analysis.signs`) make no word.
    """

    left: tuple[Piece, ...]
    right: tuple[Piece, ...]
    kind: LinkKind
    matched_by: str
    score: float
    ops: tuple[Op, ...]
    verbatim: bool = False
    links: tuple[Link, ...] = ()

    @property
    def is_uncertain(self) -> bool:
        """Whether only weak evidence says that these provisions belong together."""
        return rests_on_little(self.matched_by, self.score)

    @property
    def reworded(self) -> bool:
        """Whether any character differs."""
        return any(kind != "=" for kind, _, _ in self.ops)

    @property
    def has_other_words(self) -> bool:
        """Whether more than signs differs."""
        return any(kind != "=" for kind, _, _ in without_signs(self.ops))


class Redline(Struct, frozen=True):
    """All changes between two texts in the order of the right one; dropped parts as they stood.

    `notes` say what was done to the texts before they were compared (words taken over from another
    version, pages that could not be read), each with the name of its text.
    """

    left_title: str
    right_title: str
    changes: tuple[Change, ...]
    stale: tuple[StaleCorrection, ...] = ()
    notes: tuple[str, ...] = ()


def redline_texts(
    left: LegalText,
    right: LegalText,
    *,
    left_title: str = "",
    right_title: str = "",
    corrections: Sequence[Correction] = (),
    notes: Sequence[str] = (),
) -> Redline:
    """Return the redline of two versions: provisions aligned, then compared word by word.

    Corrections by a person overrule the alignment; those made on other texts are in `stale`.
    `take_right` of the result is `right.text` and `take_left` is `left.text`.
    """
    sides = parts_of(left), parts_of(right)
    units = [[unit_of(part) for part in parts] for parts in sides]
    links = align(*units)
    stale: tuple[StaleCorrection, ...] = ()
    if corrections:
        links, stale = apply_corrections(links, corrections, *units)
    places = tuple({part.eid: at for at, part in enumerate(parts)} for parts in sides)
    changes = tuple(_change(group, sides, places) for group in _groups(links))
    titles = left_title or left.title, right_title or right.title
    return Redline(*titles, changes, stale, tuple(dict.fromkeys(notes)))


def redline_strings(left: str, right: str, left_title: str = "", right_title: str = "") -> Redline:
    """Return the redline of two texts of which no provisions are known."""
    ops = diff_texts(left, right)
    kind = LinkKind.SAME if left == right else LinkKind.CHANGED
    old, new = Piece("", "", "", 0, len(left)), Piece("", "", "", 0, len(right))
    change = Change((old,), (new,), kind, "exact", 1.0, ops, levelled(left) == levelled(right))
    return Redline(left_title, right_title, (change,))


def take_right(redline: Redline) -> str:
    """Return the right text: every change taken."""
    return _rebuilt(redline, take_all, lambda change: change.right)


def take_left(redline: Redline) -> str:
    """Return the left text: every change refused."""
    return _rebuilt(redline, refuse_all, lambda change: change.left)


def changes_of(redline: Redline, provision: str) -> tuple[Change, ...]:
    """Return the changes of the provision with this id or number, in either text.

    A number alone ("2", "4 bis") is that of any kind of provision: `Article 2`, `Schedule 2`.
    """
    wanted = provision.strip().casefold()
    return _having(
        redline,
        lambda piece: (
            wanted in (piece.eid.casefold(), piece.label.casefold(), piece.name.casefold())
        ),
    ) or (
        _having(redline, lambda piece: _number_of(piece.label) == _number_of(wanted))
        if _NUMBER.match(wanted)
        else ()
    )


def _having(redline: Redline, wanted: Callable[[Piece], bool]) -> tuple[Change, ...]:
    return tuple(
        change for change in redline.changes if any(map(wanted, change.left + change.right))
    )


def _number_of(label: str) -> str:
    """Return a number without its kind and dots: `Article 1er.` → `1`, `(4)` → `4`."""
    bare = _KIND.sub("", " ".join(label.split()).casefold()).strip(" .:()[]°–—-")
    return re.sub(r"^(\d+)\s*(?:er|ère)\b", r"\1", "1" if bare == "premier" else bare)


def _rebuilt(
    redline: Redline,
    choose: Callable[[tuple[Op, ...]], str],
    pieces_of: Callable[[Change], tuple[Piece, ...]],
) -> str:
    texts: dict[int, str] = {}
    for change in redline.changes:
        text, at = choose(change.ops), 0
        for piece in pieces_of(change):
            texts[piece.place] = text[at : at + piece.length]
            at += piece.length
    return "".join(texts[place] for place in sorted(texts))


def _groups(links: tuple[Link, ...]) -> list[list[Link]]:
    """Put links that share a provision together, each group where its first link stands."""
    touching: dict[tuple[str, str | None], list[int]] = {}
    for at, link in enumerate(links):
        for end in _ends(link):
            touching.setdefault(end, []).append(at)
    groups: list[list[Link]] = []
    seen: set[int] = set()
    for first in range(len(links)):
        reached = [first] if first not in seen else []
        for at in reached:  # grows while links are reached over shared provisions
            if at not in seen:
                seen.add(at)
                reached += [other for end in _ends(links[at]) for other in touching[end]]
        if reached:
            groups.append([links[at] for at in sorted(set(reached))])
    return groups


def _ends(link: Link) -> list[tuple[str, str | None]]:
    return [end for end in (("left", link.left), ("right", link.right)) if end[1] is not None]


def _change(
    group: list[Link],
    sides: tuple[tuple[TextPart, ...], ...],
    places: tuple[dict[str, int], ...],
) -> Change:
    left = sorted({places[0][link.left] for link in group if link.left is not None})
    right = sorted({places[1][link.right] for link in group if link.right is not None})
    ops, retyped = _compared([sides[0][at] for at in left], [sides[1][at] for at in right])
    weakest = min(group, key=lambda link: (link.score, link.matched_by != "paragraphs"))
    return Change(
        tuple(_piece(sides[0], at) for at in left),
        tuple(_piece(sides[1], at) for at in right),
        group[0].kind,
        weakest.matched_by,
        weakest.score,
        ops,
        retyped or _words(sides[0], left) == _words(sides[1], right),
        tuple(group),
    )


def _compared(left: list[TextPart], right: list[TextPart]) -> tuple[tuple[Op, ...], bool]:
    """Return the operations between parts, and whether their words are known to be the same.

    The numbers of two provisions are compared by themselves: a new "3" of an article is not to be
    found again in the "3°" of a list.
    """
    old, new = "".join(part.text for part in left), "".join(part.text for part in right)
    if len(left) == len(right) == 1:
        cut, other = _end_of_number(left[0]), _end_of_number(right[0])
        if cut and other:
            numbers = diff_texts(old[:cut], new[:other])
            words = diff_texts(old[cut:], new[other:])
            if not words or numbers[-1][0] == EQUAL or words[0][0] == EQUAL:
                retyped = all(kind == EQUAL for kind, _, _ in without_signs(words))
                return joined(numbers, words), retyped
    return diff_texts(old, new), False


def _end_of_number(part: TextPart) -> int:
    """Return where the words of a provision begin, behind its own number; 0 without a number."""
    start = len(part.text) - len(part.text.lstrip())
    if not part.label or not part.text.startswith(part.label, start):
        return 0
    found = _AFTER_NUMBER.match(part.text, start + len(part.label))
    return found.end() if found else 0


def _words(parts: tuple[TextPart, ...], places: list[int]) -> list[str]:
    return [word for at in places for word in levelled(unit_of(parts[at]).text).split()]


def _piece(parts: tuple[TextPart, ...], at: int) -> Piece:
    part = parts[at]
    return Piece(part.eid, part.label, part.heading, at, len(part.text), part.name)
