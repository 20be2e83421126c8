"""Candidates that one small change put in the place of each other: "doit" where "peut" stood.

Counted over a whole provision such a change can vanish: where one sentence turns "shall" into "may"
and the next one "may" into "shall", both texts have one of each, and two duties turned around.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from rvc.analysis.edit_script import DELETE, EQUAL, INSERT, Op
from rvc.analysis.substance import Operator, Substance
from rvc.analysis.substance_values import Value
from rvc.model.text import Span

_LONGEST = 120
"""Characters of a change that puts one thing in the place of another; a longer one rewrites."""

_Found = TypeVar("_Found", Value, Operator)


class _Place(NamedTuple):
    """Where a change took words out of the left text and put others into the right one."""

    left: Span
    right: Span


def exchanged(ops: Sequence[Op], left: Substance, right: Substance) -> tuple[Substance, Substance]:
    """Return which candidates of each text gave way to others, or came instead of others.

    `ops` turn the left text into the right one. What moved, was only added or only taken out is not
    among them, nor what both sides of a change have.
    """
    places = list(_places(ops))
    values = _pairs(places, left.values, right.values)
    operators = _pairs(places, left.operators, right.operators)
    return Substance(values[0], operators[0]), Substance(values[1], operators[1])


def without(found: Substance, taken: Substance) -> Substance:
    """Return the candidates that are not among `taken`."""
    return Substance(
        tuple(one for one in found.values if one not in taken.values),
        tuple(one for one in found.operators if one not in taken.operators),
    )


def _places(ops: Iterable[Op]) -> Iterator[_Place]:
    """Yield where words gave way to others, moves and long rewritings left out."""
    left = right = 0
    start = (0, 0)
    still = True
    for kind, text, move in [*ops, (EQUAL, "", 0)]:
        if kind == EQUAL:
            place = _Place(Span(start[0], left), Span(start[1], right))
            if still and all(0 < side.end - side.start <= _LONGEST for side in place):
                yield place
        left += 0 if kind == INSERT else len(text)
        right += 0 if kind == DELETE else len(text)
        if kind == EQUAL:
            start, still = (left, right), True
        elif move:
            still = False


def _pairs(
    places: Iterable[_Place], left: Sequence[_Found], right: Sequence[_Found]
) -> tuple[tuple[_Found, ...], tuple[_Found, ...]]:
    gone: list[_Found] = []
    new: list[_Found] = []
    for place in places:
        ours = [one for one in left if _meet(one.span, place.left)]
        theirs = [one for one in right if _meet(one.span, place.right)]
        only_ours, only_theirs = _surplus(ours, theirs), _surplus(theirs, ours)
        if only_ours and only_theirs:
            gone += [one for one in only_ours if one not in gone]
            new += [one for one in only_theirs if one not in new]
    return tuple(gone), tuple(new)


def _surplus(these: Sequence[_Found], those: Sequence[_Found]) -> list[_Found]:
    """Return what one side of a change has more of than the other."""
    held = Counter(one.key for one in those)
    found = []
    for one in these:
        if held[one.key] > 0:
            held[one.key] -= 1
        else:
            found.append(one)
    return found


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
