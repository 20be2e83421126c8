"""An entry against a record: is it the work, what agrees, and what has happened to it since?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from msgspec import Struct

from rvc.analysis.claim import Claim, describe
from rvc.analysis.field_checks import (
    check_container,
    check_doi,
    check_isbn,
    check_issn,
    check_number,
    check_pages,
    check_people,
    check_publisher,
    check_title,
    check_year,
)
from rvc.analysis.matching import SAME_TITLE, Description, Match, Verdict, match
from rvc.analysis.names import compare_authors
from rvc.analysis.titles import ABOUT, likeness, says_retracted, without_mark, words
from rvc.model.evidence import Agreement, FieldCheck, Status
from rvc.model.record import Record, Update, UpdateKind, WorkType

UNLIKE = 0.6
"""Titles less alike than this are of two works; in between, a hand may have retyped one."""


class Judgement(Struct, frozen=True):
    """What a record says about an entry."""

    status: Status
    reason: str
    fields: tuple[FieldCheck, ...] = ()
    updates: tuple[Update, ...] = ()
    published_as: tuple[str, ...] = ()


def judge_named(claim: Claim, record: Record) -> Judgement:
    """Judge a record that the entry itself named by DOI, arXiv number or ISBN.

    It is the work unless several of title, people, year and place contradict: one mistyped field
    does not make another work. A notice or review of the work is another one whatever agrees.
    """
    ours = describe(claim)
    found = match(ours, record)
    leads = f"it leads to '{record.full_title or record.id}'"
    if found.verdict in {Verdict.SAME, Verdict.OTHER_VERSION}:
        return _judged(claim, record, found)
    if _is_about(ours, record):
        return Judgement(Status.WRONG_IDENTIFIER, f"{leads}, which is about a work")
    agreeing, contradicting = _witnesses(ours, record)
    if agreeing >= 3:
        return _judged(claim, record, found)
    if contradicting >= 2 or (contradicting and not agreeing):
        return Judgement(Status.WRONG_IDENTIFIER, f"{leads}: {found.reason}")
    return Judgement(Status.CANNOT_TELL, f"{leads}: {found.reason}", _fields(claim, record))


def judge_found(claim: Claim, found: Match | None) -> Judgement:
    """Judge the best of what a search gave; a search never proves that a work does not exist."""
    if found is None or found.verdict is Verdict.TITLE_ONLY:
        reason = "" if found is None else f"only {found.reason}: {found.record.address}"
        return Judgement(Status.NOT_FOUND, reason)
    if found.verdict is Verdict.CANNOT_TELL:
        return Judgement(Status.CANNOT_TELL, found.reason)
    return _judged(claim, found.record, found)


def _judged(claim: Claim, record: Record, found: Match) -> Judgement:
    other = found.verdict is Verdict.OTHER_VERSION and claim.doi != record.doi
    fields = _fields(claim, record)
    differing = [check.field for check in fields if check.agreement is Agreement.DIFFERS]
    if other:
        status, reason = Status.OTHER_VERSION, found.reason
    elif differing:
        status, reason = Status.DIFFERS, f"differs in {', '.join(differing)}"
    else:
        status, reason = Status.CONFIRMED, ""
    updates = record.updates if not other else ()
    if not other and says_retracted(record.title) and not _has_retraction(updates):
        mark = record.title.removesuffix(without_mark(record.title)).strip(" :.—–-")
        updates = (*updates, Update(UpdateKind.RETRACTION, source=record.service, label=mark))
    return Judgement(status, reason, fields, updates, _published(record))


def judge_page(claim: Claim, page: Record) -> Judgement:
    """Judge what is at the address of an entry; pages often put the name of the site behind."""
    if not page.title:
        return Judgement(Status.CANNOT_TELL, "something is at the address, but it has no title")
    parts = re.split(r"\s+[|·•»–—-]+\s+", page.title)
    titles = [page.title, *parts]
    titles += [" – ".join(parts[:count]) for count in range(2, len(parts))]
    best = max(titles, key=lambda title: likeness(claim.title, title))
    check = check_title(claim.title, Record(page.service, page.id, (best,)))
    if check.agreement is Agreement.AGREES or likeness(claim.title, best) >= SAME_TITLE:
        return Judgement(Status.CONFIRMED, "the page at the address has this title", (check,))
    return Judgement(Status.CANNOT_TELL, f"the page at the address is called '{page.title}'")


def merge_updates(*sources: Iterable[Update]) -> tuple[Update, ...]:
    """Return all updates once, by kind and date; of two about one notice the dated one stays."""
    kept: dict[tuple[UpdateKind, str], Update] = {}
    for update in (one for source in sources for one in source):
        name = update.doi or update.date or update.source
        known = kept.get((update.kind, name))
        if known is None or (update.date and not known.date):
            kept[update.kind, name] = update
    dated = {update.kind for update in kept.values() if update.doi or update.date}
    worth = [one for one in kept.values() if one.doi or one.date or one.kind not in dated]
    return tuple(sorted(worth, key=lambda one: (one.kind.value, one.date, one.doi, one.source)))


def _has_retraction(updates: Iterable[Update]) -> bool:
    return any(update.kind is UpdateKind.RETRACTION for update in updates)


def _published(record: Record) -> tuple[str, ...]:
    return record.published_as if record.type is WorkType.PREPRINT else ()


def _is_about(ours: Description, record: Record) -> bool:
    first = (words(record.title) or ("",))[0]
    ours_first = (words(ours.title) or ("",))[0]
    if first == ours_first and first in ABOUT and likeness(ours.title, record.title) >= SAME_TITLE:
        return False  # the entry cites the notice itself
    notice = first in ABOUT and ours_first not in ABOUT
    return record.type is WorkType.ABOUT or bool(record.notice_of) or notice


def _witnesses(ours: Description, record: Record) -> tuple[int, int]:
    """Return how many of title, people, year and place speak for and against it being the work."""
    title = max((likeness(ours.title, name) for name in record.titles), default=None)
    people = compare_authors(ours.people, record.authors or record.editors)
    apart = min((abs(ours.year - year) for year in record.years), default=0) if ours.year else None
    place = {check_container("", ours.container, record).agreement, _pages(ours, record)}
    places = place == {Agreement.AGREES}, place == {Agreement.DIFFERS}
    speaks_for = (
        title is not None and title >= SAME_TITLE,
        people.known and people.share >= 0.5,
        apart is not None and bool(record.years) and apart <= 1,
        places[0] or place == {Agreement.AGREES, Agreement.CANNOT_TELL},
    )
    against = (
        title is not None and title < UNLIKE,
        people.known and not people.shared,
        apart is not None and apart > 1,
        places[1] or place == {Agreement.DIFFERS, Agreement.CANNOT_TELL},
    )
    return sum(speaks_for), sum(against)


def _pages(ours: Description, record: Record) -> Agreement:
    return check_pages(ours.pages, record).agreement if ours.pages else Agreement.CANNOT_TELL


_CHECKS: dict[str, Callable[[str, Record], FieldCheck]] = {
    "year": check_year,
    "date": check_year,
    "journaltitle": lambda ours, record: check_container("journaltitle", ours, record),
    "journal": lambda ours, record: check_container("journal", ours, record),
    "booktitle": lambda ours, record: check_container("booktitle", ours, record),
    "volume": lambda ours, record: check_number("volume", ours, record.volume),
    "number": lambda ours, record: check_number("number", ours, record.issue),
    "issue": lambda ours, record: check_number("issue", ours, record.issue),
    "pages": check_pages,
    "doi": check_doi,
    "isbn": check_isbn,
    "issn": check_issn,
    "publisher": check_publisher,
}
"""How each field is compared; the names of people and the title are not in fields alone."""


def _fields(claim: Claim, record: Record) -> tuple[FieldCheck, ...]:
    """Return the comparison of every field that the entry has; `date` only without a `year`."""
    checks = [check_title(claim.title, record)] if claim.title else []
    if claim.authors:
        checks.append(check_people("author", claim.authors, record.authors))
    if claim.editors:
        checks.append(check_people("editor", claim.editors, record.editors or record.authors))
    given = [name for name in _CHECKS if claim.fields.get(name)]
    if "year" in given and "date" in given:
        given.remove("date")
    checks.extend(_CHECKS[name](claim.fields[name], record) for name in given)
    return tuple(checks)
