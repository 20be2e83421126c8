"""What may matter in the wording of a law: amounts, deadlines, thresholds, and how strong it binds.

Everything found is a candidate with its quotation: a person reads it and decides. Nothing here says
that a law became weaker or stronger.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from rvc.analysis.folding import Folded
from rvc.analysis.substance_values import Value, find_values
from rvc.analysis.substance_words import OPERATORS, Force, same_form
from rvc.analysis.unbroken import source_span, unbroken
from rvc.model.text import Span


class Operator(Struct, frozen=True):
    """A word that binds, allows, softens or excepts: its force, normal form, quotation and span."""

    force: Force
    form: str
    quote: str
    span: Span

    @property
    def key(self) -> tuple[str, str]:
        """What makes two operators the same in singular and plural: drafting, not substance."""
        return self.force.value, same_form(self.form)


_Found = TypeVar("_Found", Value, Operator)


class Substance(Struct, frozen=True):
    """All candidates of one text, each list in the order of the text."""

    values: tuple[Value, ...]
    operators: tuple[Operator, ...]


class SubstanceChange(Struct, frozen=True):
    """Candidates that only one of two texts has; what both have is left out, however it moved."""

    values_gone: tuple[Value, ...]
    values_new: tuple[Value, ...]
    operators_gone: tuple[Operator, ...]
    operators_new: tuple[Operator, ...]

    def __bool__(self) -> bool:
        return bool(
            self.values_gone or self.values_new or self.operators_gone or self.operators_new
        )


def find_substance(text: str, language: str) -> Substance:
    """List the values and operators of one text in "en" or "fr".

    Numbers of articles, laws and dates are left out. Text in an unknown or another language is read
    with the words of both: too many candidates are better than an all-clear that nobody checked.
    """
    tag = language.partition("-")[0].lower()
    read = unbroken(text)
    return Substance(
        tuple(_verbatim(text, read, one) for one in find_values(read.text, tag)),
        tuple(_verbatim(text, read, one) for one in find_operators(read.text, tag)),
    )


def _verbatim(text: str, read: Folded, found: _Found) -> _Found:
    """Return a candidate with its span and quotation in the text as it is printed."""
    span = source_span(text, read, found.span)
    return replace(found, span=span, quote=text[span.start : span.end])


def compare_substance(left: Substance, right: Substance) -> SubstanceChange:
    """What only one side has, counted: a second "may" is new though a first one was there.

    Where a key occurs more often on one side, its last occurrences there are given.
    """
    return SubstanceChange(
        values_gone=_beyond(left.values, right.values),
        values_new=_beyond(right.values, left.values),
        operators_gone=_beyond_operators(left.operators, right.operators),
        operators_new=_beyond_operators(right.operators, left.operators),
    )


def find_operators(text: str, language: str) -> Iterator[Operator]:
    """The operators of a text in order; both word lists serve for another language."""
    pattern = OPERATORS.get(language, OPERATORS[""])
    for found in pattern.finditer(text):
        form = " ".join(found[0].lower().replace("’", "'").split())
        yield Operator(Force(str(found.lastgroup)), form, found[0], Span(*found.span()))


def _beyond(these: tuple[Value, ...], those: tuple[Value, ...]) -> tuple[Value, ...]:
    keep = _surplus([one.key for one in these], [one.key for one in those])
    return tuple(one for place, one in enumerate(these) if place in keep)


def _beyond_operators(
    these: tuple[Operator, ...], those: tuple[Operator, ...]
) -> tuple[Operator, ...]:
    keep = _surplus([one.key for one in these], [one.key for one in those])
    return tuple(one for place, one in enumerate(these) if place in keep)


def _surplus(these: list[tuple[str, ...]], those: Iterable[tuple[str, ...]]) -> set[int]:
    """Places in `these` of what `those` has fewer of, the last ones of each key."""
    left = Counter(these)
    left.subtract(those)
    places: set[int] = set()
    for place in range(len(these) - 1, -1, -1):
        if left[these[place]] > 0:
            left[these[place]] -= 1
            places.add(place)
    return places
