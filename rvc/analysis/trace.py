"""The wording that answers one demand, through all versions of its law."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from rvc.analysis.alignment import align
from rvc.analysis.cells import Cell, cell
from rvc.analysis.corrections import Correction, StaleCorrection, apply_corrections
from rvc.analysis.edit_script import Op, joined
from rvc.analysis.numbered import diff_numbered
from rvc.analysis.places import find_places, name_of
from rvc.analysis.quotes import find_quotes
from rvc.analysis.shorthand import Note
from rvc.analysis.text_parts import parts_of, unit_of
from rvc.analysis.unit import Unit
from rvc.model.demand import Demand
from rvc.model.law import Carries, Law, Version
from rvc.model.text import LegalText, Provision, Span

Decisions = Mapping[tuple[str, str], Sequence[Correction]]
"""What people decided, by the ids of the two versions that it is about."""

_UNCERTAIN = "followed over an uncertain match: look whether it answers the demand"
_TOO_MUCH = 0.6
"""A place that is more of the text than this says nothing about where the demand is answered."""


class FoundBy(StrEnum):
    """How the wording of a version was found."""

    LOCATOR = "locator"
    """At the place that the coding names."""
    PHRASE = "phrase"
    """Around the phrase that the coding quotes."""
    FOLLOWED = "followed"
    """As what became of the wording of the version next to it, by alignment."""
    NOTHING = ""
    """Not at all."""


class Wording(Struct, frozen=True):
    """What one version says to a demand.

    `text` is empty when nothing was found; `problem` then says why. `ops` lead from the wording
    before (of version `before`) to this one; they are empty for the first. `notes` say what the
    reader did to these provisions, such as taking words over that a text only calls unchanged.
    `number` is that of the provision it begins with.
    """

    version: Version
    cell: Cell
    text: str = ""
    places: tuple[str, ...] = ()
    found_by: FoundBy = FoundBy.NOTHING
    sha256: str = ""
    problem: str = ""
    before: str = ""
    ops: tuple[Op, ...] = ()
    notes: tuple[str, ...] = ()
    number: str = ""


class Trace(Struct, frozen=True):
    """The wordings that answer a demand, in the order of versions.

    `stale` are the corrections by people that could not guide the alignment, as in a redline.
    """

    law: Law
    demand: Demand
    wordings: tuple[Wording, ...]
    stale: tuple[StaleCorrection, ...] = ()

    def with_problems(self, problems: Mapping[str, str]) -> Trace:
        """Return this trace with the reasons, by version, why a text could not be read."""
        told = tuple(
            replace(one, problem=f"its text cannot be read: {problems[one.version.id]}")
            if one.problem and problems.get(one.version.id)
            else one
            for one in self.wordings
        )
        return replace(self, wordings=told)


class _Found(Struct, frozen=True):
    spans: tuple[Span, ...]
    by: FoundBy
    doubted: bool = False
    """Whether an uncertain match led here."""


def trace(
    law: Law,
    demand: Demand,
    texts: Mapping[str, LegalText],
    notes: Mapping[str, Sequence[Note]] | None = None,
    corrections: Decisions | None = None,
) -> Trace:
    """Return the wording at every version that carries text; `texts` holds those that are here.

    It stands where the coding says or its phrase is; where neither leads anywhere, the wording of
    the version before (or else after) is followed by alignment, which `corrections` overrule.
    `notes` on the shorthand of a version are given with the wordings that they speak of.
    """
    versions = [version for version in law.versions if version.carries is not Carries.NONE]
    found, stale = _where(law, demand, [v for v in versions if v.id in texts], texts, corrections)
    wordings: list[Wording] = []
    last: Wording | None = None
    for version in versions:
        text, there = texts.get(version.id), found.get(version.id)
        wording = _wording(law, demand, version, text, there)
        if text is not None and there is not None:
            said = _notes(text, there.spans, (notes or {}).get(version.id, ()))
            said = (_UNCERTAIN, *said) if there.doubted and there.spans else said
            wording = replace(wording, notes=said)
        if wording.text and last is not None:
            sides = [[(one.text, one.number)] for one in (last, wording)]
            ops = joined(*diff_numbered(*sides))
            wording = replace(wording, before=last.version.id, ops=ops)
        last = wording if wording.text else last
        wordings.append(wording)
    return Trace(law, demand, tuple(wordings), stale)


def _where(
    law: Law,
    demand: Demand,
    here: list[Version],
    texts: Mapping[str, LegalText],
    corrections: Decisions | None,
) -> tuple[dict[str, _Found], tuple[StaleCorrection, ...]]:
    """Return where each version answers the demand, and the corrections that no longer hold."""
    found = {v.id: _at(cell(law, demand, v), texts[v.id]) for v in here}
    stale: list[StaleCorrection] = []
    for order in (here, here[::-1]):
        for one, other in pairwise(order):
            spans = found[one.id].spans
            if spans and not found[other.id].spans:
                decided = _decided(corrections or {}, one.id, other.id)
                led, gone, doubted = follow(texts[one.id], spans, texts[other.id], decided)
                doubted = doubted or found[one.id].doubted
                found[other.id] = _Found(tuple(led), FoundBy.FOLLOWED, doubted)
                stale += gone
    return found, tuple(dict.fromkeys(stale))


def _decided(corrections: Decisions, start: str, end: str) -> list[Correction]:
    """Return the corrections between two versions, in whichever direction they were made."""
    turned = [
        Correction(one.right, one.left, one.right_sha256, one.left_sha256, one.note)
        for one in corrections.get((end, start), ())
    ]
    return [*corrections.get((start, end), ()), *turned]


def _notes(text: LegalText, spans: tuple[Span, ...], notes: Sequence[Note]) -> tuple[str, ...]:
    """Return the notes on provisions that a wording lies in or holds."""
    touched = {
        provision.eid
        for provision in text.walk()
        for span in spans
        if provision.span.start < span.end and span.start < provision.span.end
    }
    return tuple(note.said for note in notes if touched.intersection(note.eids))


def _at(found: Cell, text: LegalText) -> _Found:
    """Return where the coding itself says that the wording stands."""
    coding = found.coding
    place = find_places(coding.locator, text)
    spans = _narrowest(place.spans)
    if sum(span.end - span.start for span in spans) > _TOO_MUCH * len(text.text):
        spans = ()
    if spans and (place.complete or not coding.phrase):
        return _Found(spans, FoundBy.LOCATOR)
    matches = find_quotes(text.text, [coding.phrase])[0] if coding.phrase else ()
    within = [match for match in matches if place.holds(match.start, match.end)] or matches
    if within:
        return _Found((_around(text, within[0].start, within[0].end),), FoundBy.PHRASE)
    return _Found(spans, FoundBy.LOCATOR if spans else FoundBy.NOTHING)


def _narrowest(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the spans in order, without those around or equal to another."""
    kept = [
        span
        for span in sorted(set(spans))
        if not any(o != span and span.start <= o.start and o.end <= span.end for o in spans)
    ]
    return tuple(kept)


def _around(text: LegalText, start: int, end: int) -> Span:
    """Return the innermost provision around a passage, or its line."""
    innermost: Span | None = None
    for provision in text.walk():
        if provision.span.start <= start and end <= provision.span.end:
            innermost = provision.span
    if innermost is not None:
        return innermost
    after = text.text.find("\n", end)
    return Span(text.text.rfind("\n", 0, start) + 1, after if after >= 0 else len(text.text))


def follow(
    left: LegalText,
    spans: tuple[Span, ...],
    right: LegalText,
    corrections: Sequence[Correction] = (),
) -> tuple[list[Span], tuple[StaleCorrection, ...], bool]:
    """Return what became of parts of `left` in `right`, by alignment, as narrowly as it tells.

    Corrections overrule the alignment; those made on other texts are returned beside, and whether
    a match that led there is uncertain.
    """
    known = {provision.eid: provision for provision in left.walk()}
    others = {provision.eid: provision for provision in right.walk()}
    units = [[unit_of(part) for part in parts_of(text)] for text in (left, right)]
    links, stale = apply_corrections(align(*units), corrections, *units)
    led: list[Span] = []
    doubted = False
    for link in links:
        if link.left not in known or link.right not in others:
            continue  # what stands between two provisions is a part, too
        one, other = known[link.left], others[link.right]
        inside = [span for span in spans if one.span.start <= span.start < one.span.end]
        if inside:
            led += _within(left, one, inside, right, other)
            doubted = doubted or link.is_uncertain
    return sorted(set(led)), stale, doubted


def _within(
    left: LegalText, one: Provision, spans: list[Span], right: LegalText, other: Provision
) -> list[Span]:
    """Follow inside two provisions that belong together, while the spans are smaller than them."""
    if not one.children or not other.children or any(span == one.span for span in spans):
        return [other.span]
    units = [
        [Unit(p.eid, p.label, text.text[p.span.start : p.span.end]) for p in holder.children]
        for text, holder in ((left, one), (right, other))
    ]
    known = {p.eid: p for p in one.children}
    others = {p.eid: p for p in other.children}
    led: list[Span] = []
    for link in align(*units):
        if link.left is None or link.right is None:
            continue
        child = known[link.left]
        inside = [span for span in spans if child.span.start <= span.start < child.span.end]
        if inside:
            led += _within(left, child, inside, right, others[link.right])
    return led or [other.span]


def _wording(
    law: Law, demand: Demand, version: Version, text: LegalText | None, found: _Found | None
) -> Wording:
    at = cell(law, demand, version)
    if text is None or found is None:
        same = f"; same wording as {version.same_as.version}" if version.same_as else ""
        return Wording(version, at, problem=f"its text is not here{same}")
    if not found.spans:
        return Wording(
            version, at, sha256=text.sha256, problem="no provision was found that answers it"
        )
    said = "\n\n".join(text.text[span.start : span.end].strip() for span in found.spans)
    names = dict.fromkeys(name_of(text, span.start, span.end) for span in found.spans)
    places = tuple(filter(None, names))
    start = found.spans[0].start
    number = next((one.label for one in text.walk() if one.span.start == start), "")
    return Wording(version, at, said, places, found.by, text.sha256, number=number)
