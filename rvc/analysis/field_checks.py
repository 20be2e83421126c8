"""Field by field: does an entry say what a service says? Three answers, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rvc.analysis.containers import same_container
from rvc.analysis.names import compare_authors, same_person
from rvc.analysis.titles import SMALL, likeness, main_title, without_mark, words
from rvc.model.evidence import Agreement, FieldCheck
from rvc.model.identifiers import normal_doi, normal_isbn
from rvc.model.record import Person, Record

_Said = tuple[Agreement, str]

_DASHES = re.compile(r"\s*(?:--+|[‐-―−–—-])\s*")
_ROMAN = re.compile(r"(?=[mdclxvi])m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_SILENT: _Said = (Agreement.CANNOT_TELL, "the service does not say")


def check_title(ours: str, record: Record) -> FieldCheck:
    """Compare titles: case, accents, punctuation and a missing subtitle are no difference."""
    names = (record.full_title, *record.titles[1:]) if record.titles else ()
    theirs = max(names, key=lambda name: likeness(ours, name), default="")
    return _check("title", ours, theirs, _title(ours, theirs) if theirs else _SILENT)


def _title(ours: str, theirs: str) -> _Said:
    plain = without_mark(theirs)
    if words(ours) == words(plain) or "".join(words(ours)) == "".join(words(plain)):
        return Agreement.AGREES, "" if ours == plain else "but for case, accents or punctuation"
    mains = words(main_title(ours)), words(main_title(plain))
    if words(ours) == mains[1] or words(plain) == mains[0]:
        return Agreement.AGREES, "one of them without the subtitle"
    if mains[0] == mains[1]:
        return Agreement.DIFFERS, "the subtitles are different"
    alike = likeness(ours, theirs)
    reason = "some letters or words differ" if alike >= 0.9 else "the titles are different"
    return Agreement.DIFFERS, reason


def check_people(field: str, ours: Sequence[Person], theirs: Sequence[Person]) -> FieldCheck:
    """Compare names in order; initials fit forenames, accents and particles are no difference.

    A service that lists fewer people than the entry leaves it open, as many list only the first.
    """
    named = [one for one in ours if one.said.casefold() not in {"others", "et al", "et al."}]
    is_open = len(named) < len(ours)
    said = _people(named, theirs, is_open)
    return _check(field, _names(ours), _names(theirs), said)


def _people(ours: Sequence[Person], theirs: Sequence[Person], is_open: bool) -> _Said:
    if not theirs:
        return _SILENT
    if not ours:
        return Agreement.CANNOT_TELL, "the entry names nobody"
    compared = compare_authors(ours, theirs)
    if compared.shared < min(len(ours), len(theirs)):
        other = next(one for one in ours if not any(same_person(one, two) for two in theirs))
        return Agreement.DIFFERS, f"'{other.said}' is not among them"
    if len(theirs) < len(ours):
        return Agreement.CANNOT_TELL, f"the service names only {len(theirs)} of {len(ours)}"
    if len(theirs) > len(ours) and not is_open:
        return Agreement.DIFFERS, f"{len(theirs)} people, of whom the entry names {len(ours)}"
    if not all(same_person(one, two) for one, two in zip(ours, theirs, strict=False)):
        return Agreement.DIFFERS, "the same people in another order"
    return Agreement.AGREES, "" if _names(ours) == _names(theirs) else "but for the form of names"


def _names(people: Sequence[Person]) -> str:
    return "; ".join(person.said for person in people)


def check_year(ours: str, record: Record) -> FieldCheck:
    """Compare years: any year in which the service saw it appear agrees, and is named."""
    theirs = ", ".join(dict.fromkeys(f"{date.year} ({date.meaning})" for date in record.dates))
    return _check("year", ours, theirs, _year(ours, record))


def _year(ours: str, record: Record) -> _Said:
    found = re.search(r"\d{4}", ours)
    if not record.years:
        return _SILENT
    if found is None:
        return Agreement.CANNOT_TELL, "the entry's year is not a number"
    year = int(found[0])
    if year == record.years[0]:
        return Agreement.AGREES, ""
    if year in record.years:
        meaning = next(date.meaning for date in record.dates if date.year == year)
        return Agreement.AGREES, f"the year of '{meaning}'; '{record.dates[0].meaning}' is another"
    return Agreement.DIFFERS, ""


def check_container(field: str, ours: str, record: Record) -> FieldCheck:
    """Compare journals, books and series: abbreviations and acronyms agree."""
    said = [same_container(ours, name) for name in record.containers]
    if not said:
        return _check(field, ours, "", _SILENT)
    theirs = record.containers[said.index(True) if True in said else 0]
    if True in said:
        reason = "" if words(ours) == words(theirs) else "one form abbreviates the other"
        return _check(field, ours, theirs, (Agreement.AGREES, reason))
    if said[0] is False:  # the first name is spelled out
        return _check(field, ours, theirs, (Agreement.DIFFERS, ""))
    return _check(field, ours, theirs, (Agreement.CANNOT_TELL, "the names do not tell"))


def check_number(field: str, ours: str, theirs: str) -> FieldCheck:
    """Compare volumes and issues: `IV` is 4, `03` is 3, `3--4` is 3/4."""
    if not theirs:
        return _check(field, ours, theirs, _SILENT)
    same = _number(ours) == _number(theirs)
    return _check(field, ours, theirs, (Agreement.AGREES if same else Agreement.DIFFERS, ""))


def _number(text: str) -> str:
    bare = re.sub(r"^\s*(?:vol(?:ume)?|no|nr|issue|n)?[.°º]?\s*", "", text.casefold())
    parts = re.split(r"[/,&\s]+|\s*(?:--+|[‐-―−-])\s*", bare.strip())
    return "/".join(_arabic(part) for part in parts)


def _arabic(text: str) -> str:
    if text.isdecimal():
        return str(int(text))
    if not _ROMAN.fullmatch(text):
        return text
    values = [_ROMAN_DIGITS[c] for c in text]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return str(sum(-one if one < following else one for one, following in pairs))


def check_pages(ours: str, record: Record) -> FieldCheck:
    """Compare pages: every dash is one, `637-41` is 637-641, an article number is a page."""
    theirs = record.pages or record.number
    if not theirs:
        return _check("pages", ours, theirs, _SILENT)
    mine, their = _span(ours), _span(theirs)
    if mine == their or _span(record.number) == mine:
        return _check("pages", ours, theirs, (Agreement.AGREES, ""))
    if mine[0] == their[0] and (mine[0] == mine[1] or their[0] == their[1]):
        one = "the entry" if mine[0] == mine[1] else "the service"
        reason = f"{one} gives only the first page"
        return _check("pages", ours, theirs, (Agreement.AGREES, reason))
    return _check("pages", ours, theirs, (Agreement.DIFFERS, ""))


def _span(pages: str) -> tuple[str, str]:
    """Return first and last page; an end with fewer digits takes the rest from the first."""
    bare = re.sub(r"^\s*(?:pp?|pages?|art(?:icle)?)\.?\s*", "", pages.casefold())
    parts = [part for part in _DASHES.split(bare.strip()) if part]
    if not parts:
        return "", ""
    first, last = parts[0], parts[-1]
    if first.isdecimal() and last.isdecimal() and len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return first, last


def check_doi(ours: str, record: Record) -> FieldCheck:
    """Compare DOIs, whatever their case and prefix."""
    if not record.doi:
        return _check("doi", ours, "", _SILENT)
    same = normal_doi(ours) == record.doi
    return _check("doi", ours, record.doi, (Agreement.AGREES if same else Agreement.DIFFERS, ""))


def check_isbn(ours: str, record: Record) -> FieldCheck:
    """Compare ISBNs as ISBN-13; another one leaves it open, as each binding has its own."""
    theirs = ", ".join(record.isbn)
    if not record.isbn:
        return _check("isbn", ours, theirs, _SILENT)
    if normal_isbn(ours) in record.isbn:
        return _check("isbn", ours, theirs, (Agreement.AGREES, ""))
    reason = "the service lists other numbers; each binding has its own"
    return _check("isbn", ours, theirs, (Agreement.CANNOT_TELL, reason))


def check_issn(ours: str, record: Record) -> FieldCheck:
    """Compare ISSNs; print and online editions have one each."""
    theirs = ", ".join(record.issn)
    if not record.issn:
        return _check("issn", ours, theirs, _SILENT)
    numbers = {re.sub(r"\W", "", one).upper() for one in record.issn}
    mine = {re.sub(r"\W", "", one).upper() for one in re.findall(r"\d{4}\W?\d{3}[\dXx]", ours)}
    same = bool(mine & numbers)
    return _check("issn", ours, theirs, (Agreement.AGREES if same else Agreement.DIFFERS, ""))


def check_publisher(ours: str, record: Record) -> FieldCheck:
    """Compare publishers; another name leaves it open, as imprints and owners have many."""
    if not record.publisher:
        return _check("publisher", ours, "", _SILENT)
    mine, theirs = set(words(ours)) - SMALL, set(words(record.publisher)) - SMALL
    if mine and (mine <= theirs or theirs <= mine):
        return _check("publisher", ours, record.publisher, (Agreement.AGREES, ""))
    reason = "another name, which may be an imprint or a later owner"
    return _check("publisher", ours, record.publisher, (Agreement.CANNOT_TELL, reason))


def _check(field: str, ours: str, theirs: str, said: _Said) -> FieldCheck:
    agreement, reason = said
    return FieldCheck(field, agreement, ours, theirs, reason)
