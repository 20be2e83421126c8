"""Which provisions differ between two texts of one page, and whose evidence lies in them."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from rvc.analysis.places import find_places, label_of
from rvc.analysis.quotes import find_quotes
from rvc.model.law import Law
from rvc.model.output_texts import TouchedDemand
from rvc.model.text import LegalText, Provision, Span

_Line = tuple[Span, str]


class Touched(Struct, frozen=True):
    """What differs: lines of the old text that went, and the old provisions that lost or won any.

    `names` are the provisions in either text that hold a line that differs, as readers call them.
    """

    lines: tuple[Span, ...]
    eids: frozenset[str]
    names: tuple[str, ...]


def touched(old: LegalText, new: LegalText) -> Touched:
    """Return what differs between two texts, line by line; neither the numbers of provisions nor
    spaces at the ends count.

    A line that came counts for the provision around it, as far as the old text has that.
    """
    lines = _lines(old), _lines(new)
    went, came = _beyond(*lines), _beyond(*lines[::-1])
    known = {provision.eid for provision in old.walk()}
    eids: set[str] = set()
    names: dict[str, str] = {}
    for text, spans in ((old, went), (new, came)):
        for span in spans:
            around = _around(text, span)
            if around:
                names.setdefault(around[-1].eid, _called(around))
                eids.update([p.eid for p in around if p.eid in known][-1:])
    return Touched(tuple(went), frozenset(eids), tuple(names.values()))


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


def _beyond(lines: list[_Line], others: list[_Line]) -> list[Span]:
    """Return where the lines stand that `others` has fewer of, each occurrence counted."""
    left = Counter(words for _, words in others)
    spans = []
    for span, words in lines:
        if not words:
            continue
        if left[words] > 0:
            left[words] -= 1
        else:
            spans.append(span)
    return spans


def _lines(text: LegalText) -> list[_Line]:
    """Return the lines of a text, each with its words; the number that begins one is left out."""
    labels = {provision.span.start: provision.label for provision in text.walk()}
    lines = []
    at = 0
    for line in text.text.split("\n"):
        words = line.removeprefix(labels.get(at, "")).strip()
        lines.append((Span(at, at + len(line)), words))
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


def _called(around: list[Provision]) -> str:
    return (
        ", ".join(label_of(provision) for provision in around if provision.label) or around[-1].eid
    )


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
