"""Which provisions differ between two texts of one page, and whose evidence lies in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from rvc.analysis.places import find_places, label_of
from rvc.analysis.quotes import find_quotes
from rvc.model.law import Law
from rvc.model.output_texts import TouchedDemand
from rvc.model.text import LegalText, Provision, Span


class Touched(Struct, frozen=True):
    """What differs: lines of the old text that went, and the old provisions that lost or won any.

    `names` are the provisions in either text that hold a line that differs, as readers call them.
    """

    lines: tuple[Span, ...]
    eids: frozenset[str]
    names: tuple[str, ...]


def touched(old: LegalText, new: LegalText) -> Touched:
    """Return what differs between two texts, line by line; spaces at the ends do not count.

    A line that came counts for the provision around it, as far as the old text has that.
    """
    went, came = _beyond(old.text, new.text), _beyond(new.text, old.text)
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
        names = tuple(dict.fromkeys(label_of(provision) for provision in named))
        found.append(TouchedDemand(demand.id, demand.title, coding.locator, names, place.complete))
    return found


def _beyond(text: str, other: str) -> list[Span]:
    """Return the lines of `text` that `other` has fewer of, each occurrence counted."""
    left = Counter(line.strip() for line in other.split("\n"))
    spans = []
    for span, line in _lines(text):
        if not line:
            continue
        if left[line] > 0:
            left[line] -= 1
        else:
            spans.append(span)
    return spans


def _lines(text: str) -> Iterator[tuple[Span, str]]:
    at = 0
    for line in text.split("\n"):
        yield Span(at, at + len(line)), line.strip()
        at += len(line) + 1


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
