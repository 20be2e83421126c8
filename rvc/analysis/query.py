"""Searching the bibliography: words, fields, years, regular expressions, and what must not be.

`rethinking author:bair year:2008..2012 type:article -keyword:supplementary title:/chains?$/`
Words are matched without case and accents, at the start of words; all must match.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet

from msgspec import Struct

from rvc.bib.dates import date_of
from rvc.bib.search_text import fold, words
from rvc.errors import RvcError
from rvc.model.identifiers import normal_doi, normal_isbn
from rvc.model.nearest import did_you_mean
from rvc.model.reference import Bibliography, Reference

SHOWN = ("author", "editor", "person", "title", "year", "type", "keyword", "key")
"""The fields that are searched most; see `FIELDS` for all that are known."""
FIELDS = frozenset(SHOWN).union(
    ("keywords", "tag", "entrytype", "date", "journal", "journaltitle", "booktitle", "publisher"),
    ("institution", "organization", "school", "address", "location", "edition", "series", "volume"),
    ("number", "issue", "pages", "chapter", "doi", "isbn", "issn", "url", "urldate", "eprint"),
    ("eprinttype", "note", "abstract", "file", "annote", "language", "langid", "month", "subtitle"),
    ("translator", "shorttitle", "crossref", "howpublished", "addendum", "annotation", "pubstate"),
    ("version", "eventtitle", "ids"),
)
"""Fields that may be asked for even where no work has them: nothing is found then."""
_YEAR_FIELDS = {"year", "date"}
_SPAN = re.compile(r"(?P<start>-?[0-9]{1,4})?(?P<dots>\.\.)?(?P<end>(?<=\.\.)-?[0-9]{1,4})?")
_YEAR = re.compile(r"-?[0-9]{1,4}")
_NUMBERS: dict[str, Callable[[str], str]] = {
    "doi": normal_doi,
    "isbn": normal_isbn,
    "issn": lambda text: text.replace("-", ""),
}
"""Fields that are compared as the number that they say, however it is written."""
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
    """Return the terms of a query; RvcError when a pattern or a span of years is none.

    Which fields there are depends on the bibliography: see `refuse_unknown_fields`.
    """
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
    if not colon or not field.isidentifier() or value.startswith(("//", " ")):
        field, value = "", body
    field = {"keywords": "keyword", "tag": "keyword", "entrytype": "type"}.get(field, field).lower()
    if len(value) > 1 and value.startswith("/") and value.endswith("/"):
        return Term(field, value, negative, _pattern(value[1:-1]))
    if field in _YEAR_FIELDS:
        return Term("year", value, negative, years=_years(value))
    return Term(field, value, negative)


def _pattern(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise RvcError(f"/{text}/ is not a regular expression: {error}") from error
    return text


def _years(text: str) -> tuple[int, int] | None:
    hint = "write year:2011, year:2008..2012, year:2008.. or year:..2012"
    span = _SPAN.fullmatch(text)
    if span is None or not (span["start"] or span["end"]):
        said = (
            f"'{text}' is not a year or a span of years" if text.strip(".") else "no year is given"
        )
        raise RvcError(said, hint=hint)
    first = int(span["start"] or -9999)
    last = int(span["end"] or 9999) if span["dots"] else first
    if first > last:
        raise RvcError(f"the years {text} run backwards", hint=f"write year:{last}..{first}")
    return first, last


def split_argument(text: str) -> str:
    """Return an argument of a command line as a part of a query.

    With spaces in it, it is one term (`title:global chains`) unless a later word names a field
    (`author:bair type:article`) or the user put quotation marks: then each term is its own.
    """
    if " " not in text or '"' in text:
        return text
    later = (word.removeprefix("-").partition(":") for word in text.split()[1:])
    if any(colon and field.lower() in FIELDS for field, colon, _ in later):
        return text
    return f'"{text}"'


def fields_of(bibliography: Bibliography) -> frozenset[str]:
    """Return the fields that can be searched: those of every work, and those of the file."""
    return FIELDS.union(*(work.fields for work in bibliography.works.values()))


def refuse_unknown_fields(terms: Iterable[Term], known: AbstractSet[str]) -> None:
    """Raise RvcError for the first term whose field no work has and BibTeX knows nothing of."""
    for term in terms:
        if term.field and term.field not in known:
            hint = did_you_mean(term.field, known) or "fields of the file, or: " + ", ".join(SHOWN)
            raise RvcError(f"there is no field '{term.field}' to search", hint=hint)


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
        start, end = _years_of(work)
        return float(start <= term.years[1] and term.years[0] <= end)
    texts = list(texts_of(work, term.field))
    number = _NUMBERS[term.field](term.text) if term.field in _NUMBERS else ""
    if number and not term.pattern and any(number in _numbers(term.field, t) for t, _ in texts):
        return 1.0
    if term.pattern:
        found = re.compile(term.pattern, re.IGNORECASE)
        return max((weight for text, weight in texts if found.search(text)), default=0.0)
    asked = words(term.text)
    return min((_best(texts, word) for word in asked), default=0.0)


def _years_of(work: Reference) -> tuple[int, int]:
    """Return the first and the last year of a work; of one without, years that nothing holds."""
    date = date_of({name: work.fields.get(name, "") for name in ("date", "year")})
    if date is None or date.year is None:
        said = _YEAR.match(work.year)
        return (int(said[0]), int(said[0])) if said else (10_000, -10_000)
    points = [point.year for point in (date.start, date.end) if point]
    return min(points), max(points)


def _numbers(field: str, text: str) -> set[str]:
    """Return the numbers in the value of a field, which may hold several."""
    return {_NUMBERS[field](one) for one in (text, *re.split(r"[\s,;]+", text))}


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


def texts_of(work: Reference, field: str) -> Iterator[tuple[str, float]]:
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
