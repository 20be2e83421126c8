"""Does a record describe the work that an entry means?

The score weighs title, people and year as Crossref's search-based matching with validation does
for preprints and articles (weights 2.0, 0.8, 0.4, threshold 0.85; precision .99, recall .95 on its
evaluation set): D. Tkaczyk, "Discovering relationships between preprints and journal articles",
Crossref blog, 7 December 2023, and its strategy preprint_sbmv. A score alone accepts works of
the same title by others, so rules stand before it here: people who contradict make it "title only"
at best, and people nobody names are no agreement. Every rule can only make the verdict weaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum

from msgspec import Struct

from rvc.analysis.containers import is_preprint_place, same_container
from rvc.analysis.names import Authors, compare_authors
from rvc.analysis.titles import SMALL, likeness, words
from rvc.model.identifiers import normal_doi
from rvc.model.record import Person, Record, WorkType

TITLE, PEOPLE, YEAR = 2.0, 0.8, 0.4
"""Weights of the parts of the score (Crossref, preprint_sbmv)."""

ACCEPTED = 0.85
"""The least score of the same work (Crossref, preprint_sbmv: min_score)."""

SAME_TITLE = 0.90
"""The least likeness of titles that count as one: a word of ten may be spelled otherwise."""

YEARS_APART = 1
"""Years between online and print, or between a conference and its volume."""

YEARS_OF_A_VERSION = 4
"""Years in which a preprint is published (Crossref, preprint_sbmv: year score 0 beyond four)."""


SHORT_TITLE = 3
"""Titles of so few words (`Annual report`) return every year: the year must be the same."""


_GENERIC = """introduction preface foreword afterword prologue epilogue editorial conclusion
    conclusions acknowledgements acknowledgments bibliography references glossary index appendix
    abstract abstracts contents notes news obituary letters comment comments commentary discussion
    reply response rejoinder review reviews avant-propos editorial introduccion introduzione
    introducao einleitung einfuhrung vorwort nachwort editorial prologo prefacio presentation
    conclusion conclusiones zusammenfassung rezension rezensionen compte rendu comptes rendus
    recension recensions resena resenas notice notices annex annexes book special issue guest to the
    editor editors from letter note"""
GENERIC = frozenset(words(_GENERIC))
"""Words of titles that tell no work from others: `Introduction`, `Guest editorial`."""


class Verdict(StrEnum):
    """What a record is to an entry."""

    SAME = "same"
    OTHER_VERSION = "other version"
    """The same work in another form: preprint, journal article, extended or reprinted version."""
    TITLE_ONLY = "title only"
    """A work of the same title by others."""
    DIFFERENT = "different"
    CANNOT_TELL = "cannot tell"
    """Nothing contradicts, but too little is known to say."""


class Description(Struct, frozen=True):
    """What an entry says of the work it means; all plain text (no LaTeX), '' and 0 are unknown."""

    title: str
    people: tuple[Person, ...] = ()
    year: int = 0
    container: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    publisher: str = ""
    doi: str = ""
    arxiv: str = ""
    preprint: bool = False
    type: WorkType = WorkType.OTHER


class Match(Struct, frozen=True):
    """What one record is to an entry, how alike they are (0.0 to 1.0), and why in words."""

    record: Record
    verdict: Verdict
    score: float
    reason: str


def match(ours: Description, theirs: Record) -> Match:
    """Return what `theirs` is to the work described by `ours`."""
    name = max(_titles(theirs), key=lambda name: likeness(ours.title, name), default="")
    title = likeness(ours.title, name)
    people = compare_authors(ours.people, theirs.authors or theirs.editors)
    apart = _years_apart(ours.year, theirs.years)
    score = _score(title, people, apart)
    verdict, reason = _judge(ours, theirs, title, people, apart)
    if verdict is Verdict.SAME and people.known and score < ACCEPTED:
        verdict, reason = Verdict.CANNOT_TELL, f"too little agrees (score {score:.2f})"
    name = theirs.full_title if name == theirs.title else name
    if verdict is Verdict.SAME and _only_short(ours, name) and not _vouched(ours, theirs):
        verdict, reason = Verdict.CANNOT_TELL, "only a short title agrees, its subtitle does not"
    return Match(theirs, verdict, round(score, 4), reason)


def best_match(ours: Description, records: Iterable[Record]) -> Match | None:
    """Return the most telling match: the same work if there is one, then another version.

    None when all records are something else. Between equals the better score wins, then the
    service's own order.
    """
    matches = [match(ours, record) for record in records]
    for verdict in (Verdict.SAME, Verdict.OTHER_VERSION, Verdict.TITLE_ONLY, Verdict.CANNOT_TELL):
        found = [one for one in matches if one.verdict is verdict]
        if found:
            return max(found, key=lambda one: (one.score, one.record.type is ours.type))
    return None


def _titles(record: Record) -> Sequence[str]:
    return tuple(dict.fromkeys((record.full_title, *record.titles)))


def _years_apart(ours: int, theirs: Sequence[int]) -> int | None:
    """Return how far apart the years are at least, None when one of them is not known."""
    return min((abs(ours - year) for year in theirs), default=None) if ours else None


def _score(title: float, people: Authors, apart: int | None) -> float:
    parts = [(TITLE, title)]
    if people.known:
        parts.append((PEOPLE, max(people.share, people.shared / max(people.shortest, 1) * 0.9)))
    if apart is not None:
        year = 1.0 if apart <= 2 else {3: 0.9, YEARS_OF_A_VERSION: 0.8}.get(apart, 0.0)
        parts.append((YEAR, year))
    return sum(weight * value for weight, value in parts) / sum(weight for weight, _ in parts)


def _judge(
    ours: Description, theirs: Record, title: float, people: Authors, apart: int | None
) -> tuple[Verdict, str]:
    if title < SAME_TITLE:
        return Verdict.DIFFERENT, f"the titles differ (likeness {title:.2f})"
    if theirs.type is WorkType.ABOUT:
        return Verdict.DIFFERENT, "it is a part of a work or about it (issue, figure, review)"
    if people.known and not _agree(people):
        return Verdict.TITLE_ONLY, "the same title by other people"
    if not people.known:
        return _without_people(ours, theirs, apart)
    return _version(ours, theirs, apart)


def _agree(people: Authors) -> bool:
    """Say whether the lists of people can be those of one work.

    Half of the longer list, or (nearly) all of the shorter one, the entry's first author among
    them: services often name the first author alone, entries often end in "others".
    """
    if people.share >= 0.5:
        return True
    most = people.shared == people.shortest or (
        people.shared >= 3 and people.shared >= 0.8 * people.shortest
    )
    return people.first and most


def _without_people(ours: Description, theirs: Record, apart: int | None) -> tuple[Verdict, str]:
    """Judge by the rest: the same year, and the same place or DOI, must speak for it."""
    place = _same_place(ours, theirs) and len(words(ours.title)) > SHORT_TITLE
    if apart == 0 and (_same_doi(ours, theirs) or place or _same_pages(ours, theirs)):
        return Verdict.SAME, "title, year and place agree; no people to compare"
    if ours.people and (theirs.authors or theirs.editors):
        return Verdict.CANNOT_TELL, "the same title, by people in other scripts"
    return Verdict.CANNOT_TELL, "the same title, but no people to compare"


def _version(ours: Description, theirs: Record, apart: int | None) -> tuple[Verdict, str]:
    if _same_doi(ours, theirs):
        return Verdict.SAME, "title, people and DOI agree"
    in_preprint_place = bool(theirs.containers) and is_preprint_place(theirs.containers[0])
    theirs_preprint = theirs.type is WorkType.PREPRINT or in_preprint_place
    if apart is not None and apart > YEARS_OF_A_VERSION and not theirs_preprint:
        far = f"title and people agree, but {apart} years apart"
        return Verdict.OTHER_VERSION, far
    place = _same_place(ours, theirs)
    ours_preprint = ours.preprint or bool(ours.arxiv) or is_preprint_place(ours.container)
    if theirs_preprint and ours.container and not ours_preprint and not place:
        return Verdict.OTHER_VERSION, "the preprint of a published work"
    if ours_preprint and not theirs_preprint and theirs.type is not WorkType.OTHER:
        return Verdict.OTHER_VERSION, "the published form of a preprint"
    if apart is not None and apart > (0 if len(words(ours.title)) <= SHORT_TITLE else YEARS_APART):
        return Verdict.OTHER_VERSION, f"title and people agree, but {apart} years apart"
    if set(words(ours.title)) - SMALL <= GENERIC:
        verdict = _generic(ours, theirs, place)
        if verdict is not None:
            return verdict
    if place is False:
        return Verdict.OTHER_VERSION, "title, people and year agree, but the place is another"
    if _same_pages(ours, theirs) is False:
        return Verdict.OTHER_VERSION, "title, people and year agree, but volume and pages do not"
    if apart is None and not place:
        return Verdict.CANNOT_TELL, "title and people agree, but neither year nor place is known"
    return Verdict.SAME, "title, people and year agree"


def _generic(ours: Description, theirs: Record, place: bool | None) -> tuple[Verdict, str] | None:
    """Judge a title that many works have: the place must be the same, and the issue; else None."""
    if place is False:
        return Verdict.DIFFERENT, "a title that many works have, and the place is another"
    if not place:
        return Verdict.CANNOT_TELL, "a title that many works have, and the place may be another"
    pairs = [
        (ours.volume, theirs.volume),
        (ours.issue, theirs.issue),
        (_first(ours.pages), _first(theirs.pages)),
    ]
    if any(one and other and one.casefold() != other.casefold() for one, other in pairs):
        return Verdict.CANNOT_TELL, "a title that many works have, and the issue is another"
    return None


def _same_doi(ours: Description, theirs: Record) -> bool:
    return bool(theirs.doi) and normal_doi(ours.doi) == theirs.doi


def _only_short(ours: Description, name: str) -> bool:
    """Say whether the titles have but a few words in common before the subtitle of one of them."""
    longer = max((words(ours.title), words(name)), key=len)
    shorter = min((words(ours.title), words(name)), key=len)
    return len(shorter) <= SHORT_TITLE < len(longer)


def _vouched(ours: Description, theirs: Record) -> bool:
    """Say whether place, publisher, pages or DOI agree."""
    mine, its = set(words(ours.publisher)), set(words(theirs.publisher))
    publisher = bool(mine and its) and (mine <= its or its <= mine)
    named = publisher or _same_doi(ours, theirs)
    return named or bool(_same_pages(ours, theirs)) or bool(_same_place(ours, theirs))


def _same_pages(ours: Description, theirs: Record) -> bool | None:
    """Say whether volume and first page are the same (True) or both others (False)."""
    pairs = [(ours.volume, theirs.volume), (_first(ours.pages), _first(theirs.pages))]
    said = [one.casefold() == other.casefold() for one, other in pairs if one and other]
    return said[0] if len(said) == 2 and said[0] is said[1] else None


def _first(pages: str) -> str:
    return re.split(r"[^\w.:]+", pages.strip(), maxsplit=1)[0]


def _same_place(ours: Description, theirs: Record) -> bool | None:
    """Say whether the containers are one; any of the names that the record has may speak for it."""
    said = [same_container(ours.container, name) for name in theirs.containers]
    if True in said:
        return True
    # A publisher is no container; books are cited by theirs.
    if theirs.publisher and same_container(ours.container, theirs.publisher):
        return True
    return False if said and all(one is False for one in said) else None
