"""Which work of the bibliography a citation in running text means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

import msgspec
from msgspec import Struct

from rvc.analysis.intext import InText
from rvc.analysis.intext_names import Bare, bare
from rvc.bib.search_text import fold
from rvc.model.citation import Resolution
from rvc.model.reference import SIGNERS, Bibliography, Reference

NEAR_NAME = 0.8
"""Ratio of `difflib` from which two family names may be one, misspelt ("Küttin", "Kütting")."""
_MOST_GUESSES = 5
_LETTER = re.compile(r"[a-z]$")
_RANGE = re.compile(r"\d{4}-\d{4}$")
_DIGITS = re.compile(r"\d+[a-z]?")


class Candidate(Struct, frozen=True):
    """A work that may be meant, and what speaks against it; nothing does when it is exact."""

    key: str
    label: str
    against: tuple[str, ...] = ()


class IntextMatch(Struct, frozen=True):
    """A citation and what it means.

    Resolved: one candidate fits exactly. Ambiguous: several fit, or the only one that fits has the
    names in another order. Unresolved: none fits, or it is not understood; candidates are guesses,
    the likeliest first.
    """

    citation: InText
    resolution: Resolution
    candidates: tuple[Candidate, ...] = ()


def known_names(bibliography: Bibliography) -> frozenset[Bare]:
    """Return the names by which a text may cite a work and that need not look like family names."""
    works = (work for work in bibliography.works.values() if work.resolved)
    return frozenset(name for work in works for name in _called(work) if name)


def match_citations(citations: Iterable[InText], bibliography: Bibliography) -> list[IntextMatch]:
    """Return what each citation means; placeholders of unresolved citations are never meant."""
    works = [_folded(work) for work in bibliography.works.values() if work.resolved]
    done: dict[tuple[object, ...], IntextMatch] = {}  # a text cites the same works again and again
    found = []
    for citation in citations:
        asked = (citation.names or citation.printed, citation.year, citation.others)
        if asked not in done:
            done[asked] = _match(citation, works)
        found.append(msgspec.structs.replace(done[asked], citation=citation))
    return found


class _Folded(Struct, frozen=True):
    """A work and its names as they are compared: as a whole, and each of its people."""

    work: Reference
    called: tuple[Bare, ...]
    people: tuple[str, ...]


class _Asked(Struct, frozen=True):
    """A citation and its names as they are compared: each, and as a whole."""

    citation: InText
    names: tuple[str, ...]
    whole: Bare


def _folded(work: Reference) -> _Folded:
    # A body is its whole name: the last word of one says nothing of another.
    people = ((fold(family), given) for family, given in work.people)
    last = tuple(_last(family) if given else family for family, given in people)
    return _Folded(work, tuple(filter(None, _called(work))), last)


def _match(citation: InText, works: list[_Folded]) -> IntextMatch:
    asked = _Asked(
        citation,
        tuple(fold(name) for name in citation.names),
        bare(" ".join(citation.names) or _DIGITS.sub(" ", citation.printed)),
    )
    judged = [(_against(asked, folded), folded.work) for folded in works]
    near = [(against, work) for against, work in judged if against is not None]
    near.sort(key=lambda pair: (len(pair[0]), _far(citation, pair[1])))
    candidates = tuple(Candidate(work.key, work.label, against) for against, work in near)
    guesses = candidates[:_MOST_GUESSES]
    if not citation.names:
        return IntextMatch(citation, Resolution.UNRESOLVED, guesses)
    fitting = [found for found in candidates if not found.against]
    reordered = [found for found in candidates if found.against == (ORDER,)]
    if len(fitting) == 1 and not reordered:
        return IntextMatch(citation, Resolution.RESOLVED, tuple(fitting))
    if fitting or reordered:
        return IntextMatch(citation, Resolution.AMBIGUOUS, (*fitting, *reordered))
    return IntextMatch(citation, Resolution.UNRESOLVED, guesses)


ORDER = "the names are in another order"


def _against(asked: _Asked, folded: _Folded) -> tuple[str, ...] | None:
    """Return what speaks against a work; None when it is no candidate at all."""
    citation, work = asked.citation, folded.work
    names = _compare(asked, folded) if asked.names else _guess(asked.whole, folded.called)
    if names is None:
        return None
    year = _LETTER.sub("", citation.year) if citation.year[:1].isdigit() else ""
    there = work.year[:4] if work.year[:4].isdigit() else ""
    if there in year.split("/") or (_RANGE.match(year) and year in _span(work)):
        return names
    return (*names, f"the year is {work.year}" if there else "the year is not known")


def _span(work: Reference) -> tuple[str, ...]:
    """Return the years from which to which a work appeared, when it says so: `2004-2006`."""
    said = (work.fields.get(name, "") for name in ("year", "date"))
    return tuple(re.sub(r"\s*(?:[-–—]+|/)\s*", "-", one) for one in said)


def _called(work: Reference) -> list[Bare]:
    """Return the names under which a work may be cited as a whole."""
    fields = work.fields
    found = [bare(" ".join(family for family, _ in work.people))]
    found.append(bare(" ".join(f"{given} {family}" for family, given in work.people)))
    found += [bare(fields.get(name, "")) for name in ("shortauthor", "shorteditor")]
    if not work.people:
        found += [bare(fields.get(name, "")) for name in (*SIGNERS, "shorttitle")]
        found.append(bare(work.title))
    return found


def _guess(said: Bare, called: tuple[Bare, ...]) -> tuple[str, ...] | None:
    """Return what speaks against a work so `called`, for a citation that is not understood."""
    for name in called:
        fewer = min(said, name, key=len)
        if (len(fewer) > 1 and set(fewer) <= set(said) & set(name)) or _near(
            " ".join(said), " ".join(name)
        ):
            return ("it is named otherwise",)
    return None


def _compare(asked: _Asked, folded: _Folded) -> tuple[str, ...] | None:
    others = asked.citation.others
    if not others and asked.whole in folded.called:
        return ()
    there = list(folded.people)
    wanted = [name if name in there else _last(name) for name in asked.names]
    return _judged(others, list(asked.names), wanted, there)


def _judged(
    others: bool, asked: list[str], wanted: list[str], there: list[str]
) -> tuple[str, ...] | None:
    """Return what speaks against names that are `there` when others were `wanted`."""
    if others:
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
    if one == other:
        return True
    shorter, longer = sorted((len(one), len(other)))
    if 2 * shorter < NEAR_NAME * (shorter + longer):  # most pairs need no closer look
        return False
    return SequenceMatcher(None, one, other).ratio() >= NEAR_NAME


def _far(citation: InText, work: Reference) -> int:
    """Return how many years lie between a citation and a work; many when it cannot be said."""
    asked, there = citation.year[:4], work.year[:4]
    return abs(int(asked) - int(there)) if asked.isdigit() and there.isdigit() else 9999
