"""Searching the bibliography: words, fields, years, regular expressions, and what must not be.

`rethinking author:bair year:2008..2012 type:article -keyword:supplementary title:/chains?$/`
Words are matched without case and accents, at the start of words; all must match.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Iterator

from msgspec import Struct

from rvc.bib.search_text import fold, words
from rvc.errors import RvcError
from rvc.model.reference import Bibliography, Reference

_PEOPLE = {"author", "editor", "person"}
_WEIGHTS = (("key", 4.0), ("person", 4.0), ("title", 3.0), ("year", 2.0), ("keyword", 2.0))
_REST = 0.5


class Term(Struct, frozen=True):
    """One condition: a field (empty: anywhere), what it must hold, and whether it must not."""

    field: str
    text: str
    negative: bool = False
    pattern: str = ""
    years: tuple[int, int] | None = None


class Match(Struct, frozen=True):
    """A work that was found and how well it fits, higher is better."""

    work: Reference
    score: float


def parse_query(text: str) -> tuple[Term, ...]:
    """Return the terms of a query; RvcError when a pattern or a span of years is none."""
    try:
        lexer = shlex.shlex(text, posix=True)
        lexer.whitespace_split, lexer.commenters, lexer.quotes, lexer.escape = True, "", '"', ""
        parts = list(lexer)
    except ValueError as error:
        raise RvcError(
            f"cannot read the query: {error}", hint='close the quotation mark (")'
        ) from error
    return tuple(_term(part) for part in parts)


def _term(part: str) -> Term:
    negative = part.startswith("-") and len(part) > 1
    body = part[1:] if negative else part
    field, colon, value = body.partition(":")
    if not colon or not field.isidentifier() or value.startswith("//"):
        field, value = "", body
    field = {"keywords": "keyword", "tag": "keyword", "entrytype": "type"}.get(field, field).lower()
    if len(value) > 1 and value.startswith("/") and value.endswith("/"):
        return Term(field, value, negative, _pattern(value[1:-1]))
    if field in {"year", "date"}:
        return Term("year", value, negative, years=_years(value))
    return Term(field, value, negative)


def _pattern(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise RvcError(f"/{text}/ is not a regular expression: {error}") from error
    return text


def _years(text: str) -> tuple[int, int] | None:
    start, dots, end = text.partition("..")
    try:
        first = int(start) if start else 0
        last = int(end) if end else 9999 if dots else first
    except ValueError as error:
        hint = "write year:2011, year:2008..2012, year:2008.. or year:..2012"
        raise RvcError(f"'{text}' is not a year or a span of years", hint=hint) from error
    return first, last


def search(bibliography: Bibliography, terms: Iterable[Term]) -> list[Match]:
    """Return the works that meet all terms, best first, then as in the file."""
    asked = tuple(terms)
    found = []
    for work in bibliography.works.values():
        scores = [_score(work, term) for term in asked]
        if all(scores):
            found.append(Match(work, sum(scores)))
    return sorted(found, key=lambda match: -match.score)


def _score(work: Reference, term: Term) -> float:
    """Return how well a work meets one term; 0 when it does not."""
    score = _positive(work, term)
    return (0.0 if score else 1e-9) if term.negative else score


def _positive(work: Reference, term: Term) -> float:
    if term.years is not None:
        year = work.year[:4]
        return float(year.isdigit() and term.years[0] <= int(year) <= term.years[1])
    texts = list(_texts(work, term.field))
    if term.pattern:
        found = re.compile(term.pattern, re.IGNORECASE)
        return max((weight for text, weight in texts if found.search(text)), default=0.0)
    asked = words(term.text)
    return min((_best(texts, word) for word in asked), default=0.0)


def _best(texts: list[tuple[str, float]], word: str) -> float:
    best = 0.0
    for text, weight in texts:
        folded = fold(text)
        if weight > best and word in folded:
            there = words(folded)
            if word in there:
                best = weight
            elif any(other.startswith(word) for other in there):
                best = max(best, weight * 0.6)
            else:
                best = max(best, weight * 0.2)
    return best


def _texts(work: Reference, field: str) -> Iterator[tuple[str, float]]:
    """Yield the texts of a work in which a field is searched, with their weights."""
    named = {
        "key": work.key,
        "person": " ".join(f"{given} {family}" for family, given in work.people),
        "title": work.title,
        "year": work.year,
        "keyword": " ".join(work.keywords),
        "type": work.type,
    }
    if field:
        role = "person" if field in _PEOPLE and _signed(work, field) else field
        yield named.get(role) or work.fields.get(field, ""), 1.0
        return
    for name, weight in _WEIGHTS:
        yield named[name], weight
    for name, text in work.fields.items():
        if name not in {"title", "author", "editor", "year", "keywords", "date"}:
            yield text, _REST


def _signed(work: Reference, field: str) -> bool:
    """Whether the people of a work are those that `field` asks for."""
    return field == "person" or (field == "editor") == work.edited
