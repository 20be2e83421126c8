"""Rules that change values: pages, DOIs, addresses, months, capitals, special characters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from rvc.bib.format.rule import Change, Options, sound
from rvc.bib.identifier_forms import bare_doi, unwrapped
from rvc.bib.library import Entry, Field, Library
from rvc.bib.macros import MONTHS
from rvc.bib.months import month_macro
from rvc.bib.page_ranges import dashed
from rvc.bib.patch import Edit
from rvc.bib.specials import UNSET_FIELDS, is_set, with_backslashes
from rvc.bib.title_capitals import protected

_TITLES = frozenset({"title", "subtitle"})


def dashes(library: Library, options: Options) -> Iterator[Change]:
    """Page ranges with two hyphens."""
    del options
    yield from _each(library, {"pages"}, dashed)


def doi(library: Library, options: Options) -> Iterator[Change]:
    """DOIs without an address or a word before them."""
    del options
    yield from _each(library, {"doi"}, lambda value: bare_doi(value) or value)


def url(library: Library, options: Options) -> Iterator[Change]:
    """Addresses without LaTeX around them; one that only repeats the DOI goes."""
    del options
    yield from _each(library, {"url"}, _bare_url)
    for entry in sound(library):
        field = entry.field("url")
        own = bare_doi(entry.value("doi") or "").lower()
        if field and own and len([f for f in entry.fields if f.lower == "url"]) == 1:
            value = entry.value("url") or ""
            if "doi.org/" in value and bare_doi(value).lower() == own:
                yield removal(entry, field)


def months(library: Library, options: Options) -> Iterator[Change]:
    """Months as macros."""
    del options
    for entry in sound(library):
        field = entry.field("month")
        if field is None or field.raw.lower() in MONTHS or _inner(field) is None:
            continue
        macro = month_macro(entry.resolve(field).text)
        if macro:
            yield _rewritten(entry, field, macro)


def title_case(library: Library, options: Options) -> Iterator[Change]:
    """Capitals inside words of titles in braces."""
    del options
    yield from _each(library, _TITLES, protected)


def escape(library: Library, options: Options) -> Iterator[Change]:
    r"""`&`, `%`, `#` and `_` with a backslash in fields that LaTeX sets as text."""
    del options
    yield from _each(library, None, with_backslashes)


def empty_fields(library: Library, options: Options) -> Iterator[Change]:
    """Fields without a value go."""
    del options
    for entry in sound(library):
        for field in entry.fields:
            if _inner(field) is not None and not field.raw.strip('{}" \t\r\n'):
                yield removal(entry, field)


_WHOLE = re.compile(r"\{([^{}\\]*(?:\{[^{}]*\}[^{}\\]*)*)\}")
_NAMES = frozenset({"author", "editor", "translator", "bookauthor", "holder", "institution"})


def outer_braces(library: Library, options: Options) -> Iterator[Change]:
    """A second pair of braces around a whole value goes; not around names, where it has a sense."""
    del options
    for entry in sound(library):
        for field in entry.fields:
            inner = _inner(field)
            if inner is None or field.lower in _NAMES or field.lower in UNSET_FIELDS:
                continue
            found = _WHOLE.fullmatch(inner.strip())
            if found and found[1].strip():
                yield _rewritten(entry, field, field.raw[0] + found[1] + field.raw[-1])


def removal(entry: Entry, field: Field) -> Change:
    """A field goes, with the comma before it."""
    fields = entry.fields
    number = fields.index(field)
    before = fields[number - 1].end if number else entry.key_start + len(entry.key)
    return Change((Edit(before, field.end, ""),), entry.key, field.lower, field.raw)


def _bare_url(value: str) -> str:
    bare = unwrapped(value)
    return bare if re.match(r"(?:https?|ftp)://\S+$", bare, re.I) else value


def _each(
    library: Library, names: set[str] | frozenset[str] | None, new: Callable[[str], str]
) -> Iterator[Change]:
    """Change the inside of simple values of these fields (None: all that LaTeX sets as text)."""
    for entry in sound(library):
        for field in entry.fields:
            low = field.lower
            if low not in names if names is not None else not is_set(low):
                continue
            inner = _inner(field)
            if inner is None:
                continue
            changed = new(inner)
            if changed != inner:
                raw = field.raw
                yield _rewritten(entry, field, raw[0] + changed + raw[-1])


def _inner(field: Field) -> str | None:
    """The inside of a value of one part in braces or quotes; None for all others."""
    raw = field.raw
    if raw[0] == "{" and len(raw) > 1:
        return raw[1:-1] if raw.find("}") == len(raw) - 1 or _closes_last(raw) else None
    if raw[0] == '"' and raw[-1] == '"' and "#" not in raw:
        return raw[1:-1]
    return "" if raw[0].isdigit() and raw.isdigit() else None


def _closes_last(raw: str) -> bool:
    depth = 0
    for found in re.finditer("[{}]", raw):
        depth += 1 if found[0] == "{" else -1
        if depth == 0:
            return found.end() == len(raw)
    return False


def _rewritten(entry: Entry, field: Field, raw: str) -> Change:
    edit = Edit(field.value_start, field.end, raw)
    return Change((edit,), entry.key, field.lower, field.raw, raw)
