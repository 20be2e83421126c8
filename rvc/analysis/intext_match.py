"""Which work of the bibliography a citation in running text means."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from msgspec import Struct

from rvc.analysis.intext import InText
from rvc.bib.search_text import fold
from rvc.model.citation import Resolution
from rvc.model.reference import Bibliography, Reference

NEAR_NAME = 0.8
"""Ratio of `difflib` from which two family names may be one, misspelt ("Küttin", "Kütting")."""
_MOST_CANDIDATES = 5


class Candidate(Struct, frozen=True):
    """A work that may be meant, and what speaks against it; nothing does when it is exact."""

    key: str
    label: str
    against: tuple[str, ...] = ()


class IntextMatch(Struct, frozen=True):
    """A citation and what it means.

    Resolved: one candidate fits exactly. Ambiguous: several fit, or the only one that fits has the
    names in another order. Unresolved: none fits; candidates are guesses, the likeliest first.
    """

    citation: InText
    resolution: Resolution
    candidates: tuple[Candidate, ...] = ()


def match_citations(citations: Iterable[InText], bibliography: Bibliography) -> list[IntextMatch]:
    """Return what each citation means; placeholders of unresolved citations are never meant."""
    works = [work for work in bibliography.works.values() if work.resolved]
    return [_match(citation, works) for citation in citations]


def _match(citation: InText, works: list[Reference]) -> IntextMatch:
    judged = [(_against(citation, work), work) for work in works]
    near = [(against, work) for against, work in judged if against is not None]
    near.sort(key=lambda pair: (len(pair[0]), _far(citation, pair[1])))
    candidates = tuple(
        Candidate(work.key, work.label, against) for against, work in near[:_MOST_CANDIDATES]
    )
    fitting = [found for found in candidates if not found.against]
    reordered = [found for found in candidates if found.against == (ORDER,)]
    if len(fitting) == 1 and not reordered:
        return IntextMatch(citation, Resolution.RESOLVED, tuple(fitting))
    if fitting or reordered:
        return IntextMatch(citation, Resolution.AMBIGUOUS, (*fitting, *reordered))
    return IntextMatch(citation, Resolution.UNRESOLVED, candidates)


ORDER = "the names are in another order"


def _against(citation: InText, work: Reference) -> tuple[str, ...] | None:
    """Return what speaks against `work`; None when it is no candidate at all."""
    names = _compare(citation, [fold(family) for family, _ in work.people])
    if names is None:
        return None
    year = citation.year.rstrip("abcdefghijklmnopqrstuvwxyz")
    if work.year[:4] == year or not year:
        return names
    if work.year[:4].isdigit() and year.isdigit():
        return (*names, f"the year is {work.year}")
    return (*names, "the year is not known")


def _compare(citation: InText, families: list[str]) -> tuple[str, ...] | None:
    asked = [fold(name) for name in citation.names]
    there = [_last(name) for name in families]
    wanted = [_last(name) for name in asked]
    if citation.others:
        whole = there[: len(wanted)] == wanted and len(there) > len(wanted)
    else:
        whole = there == wanted
    if whole:
        return ()
    if sorted(there) == sorted(wanted):
        return (ORDER,)
    if len(there) == len(wanted) and all(map(_near, wanted, there)):
        said = " and ".join(name for name, other in zip(asked, there, strict=True) if name != other)
        return (f"'{said}' is spelt otherwise",)
    if there and wanted and any(_near(wanted[0], name) for name in there):
        spelt = () if wanted[0] in there else (f"'{asked[0]}' is spelt otherwise",)
        return (*spelt, "other people signed it too or did not")
    return None


def _last(name: str) -> str:
    """Return a family name without its particles: `de la Cruz` and `Cruz` are the same."""
    return name.split()[-1] if name.split() else name


def _near(one: str, other: str) -> bool:
    return one == other or SequenceMatcher(None, one, other).ratio() >= NEAR_NAME


def _far(citation: InText, work: Reference) -> int:
    """Return how many years lie between a citation and a work; many when it cannot be said."""
    asked, there = citation.year[:4], work.year[:4]
    return abs(int(asked) - int(there)) if asked.isdigit() and there.isdigit() else 9999
