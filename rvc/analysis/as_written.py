"""The provisions of a plain text with their places in the file as somebody wrote it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate

from msgspec.structs import replace

from rvc.model.text import LegalText, Provision, Span


def as_written(text: LegalText, source: str) -> LegalText:
    """Return `text` with the very characters of `source`, whose white space the reader levelled.

    Where they differ in more than white space (marks of Markdown, characters nobody sees), `text`
    itself is returned. A provision begins with the line it begins on.
    """
    if "".join(text.text.split()) != "".join(source.split()):
        return text
    before = list(accumulate((not char.isspace() for char in text.text), initial=0))
    places = [place for place, char in enumerate(source) if not char.isspace()]

    def moved(span: Span) -> Span:
        first, last = before[span.start], before[span.end]
        start = places[first] if first < len(places) else len(source)
        line = source.rfind("\n", 0, start) + 1
        start = start if source[line:start].strip() else line
        return Span(start, max(start, places[last - 1] + 1 if last else 0))

    return replace(
        text,
        text=source,
        provisions=tuple(_moved(one, moved) for one in text.provisions),
        amendments=tuple(replace(one, span=moved(one.span)) for one in text.amendments),
    )


def _moved(provision: Provision, moved: Callable[[Span], Span]) -> Provision:
    children = tuple(_moved(child, moved) for child in provision.children)
    return replace(provision, span=moved(provision.span), children=children)
