"""Which words of a query occur in no work, and the nearest that do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from rvc.analysis.query import Term, texts_of
from rvc.bib.search_text import words
from rvc.model.nearest import nearest
from rvc.model.reference import Bibliography


class Missing(Struct, frozen=True):
    """A word that no work has (in a field, when one is named), and the nearest that one has."""

    word: str
    field: str = ""
    near: str = ""


def missing_words(bibliography: Bibliography, terms: Iterable[Term]) -> Iterator[Missing]:
    """Yield the words asked for that are part of no word there, so that nothing can be found.

    A number has no nearest: each is as good as its neighbour.
    """
    for term in terms:
        if term.negative or term.pattern or term.years:
            continue
        there = _words_there(bibliography, term.field)
        for word in dict.fromkeys(words(term.text)):
            if not any(word in other for other in there):
                near = "" if word.isdigit() else nearest(word, there)
                yield Missing(word, term.field, near)


def _words_there(bibliography: Bibliography, field: str) -> set[str]:
    works = bibliography.works.values()
    return {word for work in works for text, _ in texts_of(work, field) for word in words(text)}
