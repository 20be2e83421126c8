"""Cite keys for new works, made as those that are there already.

A pattern holds `{author}` (first family name), `{authors}` (one or two names, of more the first),
`{year}`, `{yy}` and `{word}` (first word of weight of the title); with a capital (`{Author}`) the
names and words begin with one. All are ASCII letters and digits.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable

from rvc.analysis.titles import SMALL, fold, words
from rvc.errors import RvcError
from rvc.model.reference import Reference

USUAL = "{authors}{year}{word}"
"""The pattern where the bibliography shows no other habit."""

_PATTERNS = (
    USUAL,
    "{author}{year}{word}",
    "{authors}{year}",
    "{author}{year}",
    "{Authors}{year}",
    "{Author}{year}",
    "{Author}{year}{Word}",
    "{author}_{year}",
    "{Author}_{year}",
    "{author}-{year}",
    "{author}:{year}",
    "{Author}:{year}",
    "{author}{yy}",
    "{Author}{yy}",
    "{author}_{word}_{year}",
    "{Author}_{Word}_{year}",
)
_LOOKED_AT = 200
_HABIT = 0.3
"""The part of the keys that a pattern must explain to count as a habit."""
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def habit(works: Iterable[Reference]) -> str:
    """Return the pattern that most of the last works follow, the usual one where none is."""
    last = list(works)[-_LOOKED_AT:]
    counts: Counter[str] = Counter()
    for work in last:
        bare = re.sub(r"(?<=\d)[a-z]$", "", work.key)
        counts.update(pattern for pattern in _PATTERNS if _fill(pattern, work) in (work.key, bare))
    best = max(_PATTERNS, key=lambda pattern: counts[pattern])
    return best if counts[best] > _HABIT * len(last) else USUAL


def make_key(pattern: str, work: Reference, taken: Collection[str]) -> str:
    """Return a key for a work by the pattern, with a letter behind it when it is taken.

    `taken` holds keys in lower case, as BibTeX does not tell cases apart. RvcError for a pattern
    with an unknown part; a pattern without any part is a key as it is.
    """
    parts = _PLACEHOLDER.findall(pattern)
    if not parts:
        return pattern
    unknown = next((part for part in parts if part.lower() not in _parts(work)), "")
    if unknown:
        hint = "known: {author} {authors} {year} {yy} {word}, also with a capital"
        raise RvcError(f"unknown part '{{{unknown}}}' of a key", hint=hint)
    key = _fill(pattern, work) or "entry"
    if key.lower() not in taken:
        return key
    more = (f"{key}{a}{b}" for a in ("", *_LETTERS) for b in _LETTERS)
    free = next((one for one in more if one.lower() not in taken), "")
    return free or f"{key}{len(taken)}"


def _fill(pattern: str, work: Reference) -> str:
    said = _parts(work)

    def part(found: re.Match[str]) -> str:
        text = said.get(found[1].lower(), ("",))
        if found[1][0].isupper():
            text = tuple(name[:1].upper() + name[1:] for name in text)
        return "".join(text)

    return _PLACEHOLDER.sub(part, pattern)


def _parts(work: Reference) -> dict[str, tuple[str, ...]]:
    names = tuple(filter(None, (_name(family, given) for family, given in work.people[:2])))
    alone = names[:1]
    year = re.search(r"\d{4}", work.year)
    digits = year[0] if year else ""
    heavy = (_ascii(word) for word in words(work.title) if word not in SMALL)
    return {
        "author": alone,
        "authors": alone if len(work.people) > 2 or work.others else names,
        "year": (digits,),
        "yy": (digits[2:],),
        "word": (next(filter(None, heavy), ""),),
    }


def _name(family: str, given: str) -> str:
    """Return the family name; of a body, its acronym or first word of weight."""
    if given:
        return _ascii(family)[:30]
    acronym = re.search(r"\b[A-Z]{2,8}\b", family)
    if acronym:
        return acronym[0].lower()
    parts = [word for word in family.split() if fold(word) not in SMALL]
    return _ascii((parts or [family])[0])[:30]


def _ascii(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(text))
