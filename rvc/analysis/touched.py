"""Which provisions differ between two texts of one page, and whose evidence lies in them."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct

from rvc.analysis.places import find_places, label_of
from rvc.analysis.quotes import find_quotes
from rvc.analysis.signs import levelled
from rvc.model.law import Law
from rvc.model.output_texts import TouchedDemand
from rvc.model.text import LegalText, Provision, Span


class _Line(NamedTuple):
    """A line: where it stands, its words without the number of a provision, what is around it."""

    span: Span
    words: str
    around: tuple[Provision, ...]


class Touched(Struct, frozen=True):
    """What differs: lines of the old text that went, and the old provisions that lost or won any.

    `names` are the provisions in either text that hold a line that differs, as readers call them.
    """

    lines: tuple[Span, ...]
    eids: frozenset[str]
    names: tuple[str, ...]


def touched(old: LegalText, new: LegalText) -> Touched:
    """Return what differs between two texts, line by line; neither the numbers of provisions nor
    signs (`rvc.analysis.signs`) count.

    A line that came counts for the old provision with which the one around it shares most lines.
    """
    lines, others = _lines(old), _lines(new)
    went, came, kept = _sorted_out(lines, others)
    became = _became(kept)
    eids: set[str] = set()
    names: dict[str, str] = {}
    for line in (*went, *came):
        if line.around:
            names.setdefault(_called(line.around), line.around[-1].eid)
    eids.update(line.around[-1].eid for line in went if line.around)
    for line in came:
        eids.update([became[p.eid] for p in line.around if p.eid in became][-1:])
    return Touched(tuple(line.span for line in went), frozenset(eids), tuple(names))


def touched_demands(law: Law, version: str, old: LegalText, what: Touched) -> list[TouchedDemand]:
    """Return the demands whose evidence at `version` lies in what differs, as registered.

    Evidence lies at the coding's locator and where its phrase stands in the old text.
    """
    coded = [
        (demand, demand.codings[version]) for demand in law.demands if version in demand.codings
    ]
    quoted = find_quotes(old.text, [coding.phrase for _, coding in coded])
    found = []
    for (demand, coding), matches in zip(coded, quoted, strict=True):
        place = find_places(coding.locator, old)
        spans = [*place.spans, *(Span(match.start, match.end) for match in matches[:1])]
        inside = {p.eid: p for outer in place.provisions for p in outer.walk()}
        hit = [p for p in inside.values() if p.eid in what.eids]
        if not hit and not any(_overlap(span, line) for span in spans for line in what.lines):
            continue
        named = hit or [around[-1] for span in spans if (around := _around(old, span))]
        names = tuple(dict.fromkeys(_called(_around(old, p.span)) for p in named))
        found.append(TouchedDemand(demand.id, demand.title, coding.locator, names, place.complete))
    return found


def _sorted_out(
    lines: list[_Line], others: list[_Line]
) -> tuple[list[_Line], list[_Line], list[tuple[_Line, _Line]]]:
    """Return the lines that went, those that came, and the pairs with the same words, in order."""
    waiting: dict[str, deque[_Line]] = {}
    for line in lines:
        waiting.setdefault(line.words, deque()).append(line)
    came, kept = [], []
    for other in others:
        same = waiting.get(other.words)
        if same:
            kept.append((same.popleft(), other))
        else:
            came.append(other)
    left = {line.span for same in waiting.values() for line in same}
    return [line for line in lines if line.span in left], came, kept


def _became(kept: list[tuple[_Line, _Line]]) -> dict[str, str]:
    """Return for each new provision the old one with which it shares most lines."""
    votes: dict[str, Counter[str]] = {}
    for old, new in kept:
        for one, other in zip(old.around, new.around, strict=False):
            if one.kind is other.kind:
                votes.setdefault(other.eid, Counter())[one.eid] += 1
    return {eid: counted.most_common(1)[0][0] for eid, counted in votes.items()}


def _lines(text: LegalText) -> list[_Line]:
    """Return the lines of a text that have words."""
    provisions = list(text.walk())
    labels = {provision.span.start: provision.label for provision in provisions}
    lines: list[_Line] = []
    around: list[Provision] = []
    at = reached = 0
    for line in text.text.split("\n"):
        while reached < len(provisions) and provisions[reached].span.start <= at:
            around.append(provisions[reached])
            reached += 1
        around = [provision for provision in around if at < provision.span.end]
        words = levelled(line.removeprefix(labels.get(at, "")))
        if words:
            lines.append(_Line(Span(at, at + len(line)), words, tuple(around)))
        at += len(line) + 1
    return lines


def _around(text: LegalText, span: Span) -> list[Provision]:
    """Return the provisions around a span, the outermost first."""
    found: list[Provision] = []
    level = text.provisions
    while True:
        inner = next((p for p in level if p.span.start <= span.start < p.span.end), None)
        if inner is None:
            return found
        found.append(inner)
        level = inner.children


def _called(around: Sequence[Provision]) -> str:
    return (
        ", ".join(label_of(provision) for provision in around if provision.label) or around[-1].eid
    )


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
