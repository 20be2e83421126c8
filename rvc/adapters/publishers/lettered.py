"""What "(a)" right under a section is: a paragraph in UK Acts, a subsection in US law."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rvc.adapters.publishers.drafting import Draft, Line
from rvc.model.text import ProvisionKind as Kind

_LETTERS = re.compile(r"[(\[]?[a-z]{1,4}(?:[).]|$)")
_DIGITS = re.compile(r"[(\[]?\d")
_BELOW = {
    Kind.SUBSECTION: Kind.PARAGRAPH,
    Kind.PARAGRAPH: Kind.SUBPARAGRAPH,
    Kind.SUBPARAGRAPH: Kind.POINT,
}


def lower_letters(parts: Iterable[Line | Draft]) -> None:
    """Make letters that stand right under a section paragraphs, and what they hold one step lower.

    So a list keeps its names when a later version puts "(1)" before it, and they are those of the
    same Act in XML. Where letters hold numbers, as in US law, they stay subsections.
    """
    for draft in parts:
        if not isinstance(draft, Draft):
            continue
        lower_letters(draft.parts)
        if draft.kind in {Kind.SECTION, Kind.CLAUSE}:
            lettered = [one for one in draft.drafts() if _is_letter(one)]
            if not any(_DIGITS.match(inner.label) for one in lettered for inner in one.drafts()):
                for one in lettered:
                    _lower(one)


def _is_letter(draft: Draft) -> bool:
    return draft.kind is Kind.SUBSECTION and _LETTERS.match(draft.label) is not None


def _lower(draft: Draft) -> None:
    draft.kind = _BELOW.get(draft.kind, draft.kind)
    for inner in draft.drafts():
        _lower(inner)
