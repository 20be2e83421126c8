"""Find in a text of a law the provisions that a locator names, and name the place of a passage."""

from __future__ import annotations

import re

from msgspec import Struct

from rvc.analysis.locators import Locator, Step, StepKind, parse_locator
from rvc.model.text import LegalText, Provision, ProvisionKind, Span

_KINDS: dict[StepKind, tuple[ProvisionKind, ...]] = {
    StepKind.ARTICLE: (ProvisionKind.ARTICLE,),
    StepKind.SECTION: (ProvisionKind.SECTION, ProvisionKind.CLAUSE, ProvisionKind.ARTICLE),
    StepKind.CLAUSE: (ProvisionKind.CLAUSE, ProvisionKind.SECTION),
    StepKind.REGULATION: (ProvisionKind.REGULATION, ProvisionKind.RULE, ProvisionKind.ARTICLE),
    StepKind.PART: (ProvisionKind.PART,),
    StepKind.CHAPTER: (ProvisionKind.CHAPTER,),
    StepKind.TITLE: (ProvisionKind.TITLE,),
    StepKind.SCHEDULE: (ProvisionKind.SCHEDULE, ProvisionKind.ANNEX),
    StepKind.ANNEX: (ProvisionKind.ANNEX, ProvisionKind.SCHEDULE),
    StepKind.RECITAL: (ProvisionKind.RECITAL,),
    StepKind.PREAMBLE: (ProvisionKind.PREAMBLE, ProvisionKind.RECITAL),
    StepKind.ALINEA: (),
    StepKind.PARAGRAPH: (ProvisionKind.PARAGRAPH, ProvisionKind.SUBPARAGRAPH),
}
_SAID_WITH_KIND = frozenset({ProvisionKind.ARTICLE, ProvisionKind.SECTION, ProvisionKind.CLAUSE})
_WORD_OF_KIND = re.compile(
    r"^(?:articles?|art|sections?|sec|clauses?|regulations?|reg|rule|parts?|partie|chapters?"
    r"|chapitre|title|titre|schedules?|sch|annexe?|recital|considérant|paragraph|no|§)\b\.?",
    re.IGNORECASE,
)
_MEASURED_FIRST = {"premier": "1", "1er": "1", "ier": "i", "première": "1", "unique": "1"}


class Located(Struct, frozen=True):
    """What a locator leads to: characters of the text, and the provisions that hold them.

    `complete` is False where a place was found only up to one of the provisions around it;
    `reached` are the spans of those that were followed to the end.
    """

    spans: tuple[Span, ...]
    provisions: tuple[Provision, ...]
    complete: bool
    reached: tuple[Span, ...] = ()

    def holds(self, start: int, end: int) -> bool:
        """Whether the characters [start, end) lie in one of the places."""
        return _inside(self.spans, start, end)

    def holds_exactly(self, start: int, end: int) -> bool:
        """Whether they lie in one of the places that were followed to the end."""
        return _inside(self.reached, start, end)


def _inside(spans: tuple[Span, ...], start: int, end: int) -> bool:
    return any(span.start <= start and end <= span.end for span in spans)


def find_places(locator: str, text: LegalText) -> Located:
    """Return where in `text` the places of a locator are; nothing when none can be found."""
    return _find(parse_locator(locator), text)


def _find(locator: Locator, text: LegalText) -> Located:
    spans: list[Span] = []
    reached: list[Span] = []
    provisions: list[Provision] = []
    complete = bool(locator.places)
    for place in locator.places:
        found = _follow(place, text)
        if found is None:
            complete = False
            continue
        span, holder, to_the_end = found
        complete = complete and to_the_end
        spans.append(span)
        reached += [span] if to_the_end else []
        provisions += holder
    holders = tuple({p.eid: p for p in provisions}.values())
    return Located(tuple(spans), holders, complete, tuple(reached))


def name_of(text: LegalText, start: int, end: int) -> str:
    """Return the numbers of the provisions around [start, end): `Article 1, II`, or nothing."""
    names: list[str] = []
    level = text.provisions
    while True:
        inner = next((p for p in level if p.span.start <= start and end <= p.span.end), None)
        if inner is None:
            return ", ".join(names)
        if inner.label:
            names.append(label_of(inner))
        level = inner.children


def label_of(provision: Provision) -> str:
    """Return the number of a provision as a reader would say it: without dashes behind it, and
    with the word before it where a section or article prints a bare number.
    """
    label = provision.label.rstrip(" .–—-:")
    bare = label[:1].isdigit() and provision.kind in _SAID_WITH_KIND
    return f"{provision.kind.value.capitalize()} {label}" if bare else label or provision.eid


def _follow(
    place: tuple[Step, ...], text: LegalText
) -> tuple[Span, tuple[Provision, ...], bool] | None:
    first, *rest = place
    if first.kind is StepKind.WHOLE:
        return Span(0, len(text.text)), text.provisions, True
    if first.kind is StepKind.PREAMBLE:
        return _preamble(text)
    if first.kind is StepKind.CODE:
        return _code(text, Span(0, len(text.text)), None, first, rest)
    found = _named(text, first, bool(rest))
    return _descend(text, found, rest) if found is not None else None


def _descend(
    text: LegalText, holder: Provision, steps: list[Step]
) -> tuple[Span, tuple[Provision, ...], bool]:
    """Follow steps inwards as far as they lead."""
    number = number_of(holder)
    for at, step in enumerate(steps):
        if step.kind is StepKind.CODE:
            found = _code(text, holder.span, holder, step, steps[at + 1 :])
            return found or (holder.span, (holder,), False)
        if step.kind is StepKind.ALINEA:
            line = _nth_line(text.text, holder.span, step.number, holder.label)
            return line or holder.span, (holder,), line is not None and at + 1 == len(steps)
        if step.kind is StepKind.UNREAD:
            return holder.span, (holder,), False
        number = f"{number}.{step.number.lower()}"
        inner = _inner(holder, step, number)
        if inner is None:
            return holder.span, (holder,), False
        holder = inner
    return holder.span, (holder,), True


def _named(text: LegalText, step: Step, has_more: bool) -> Provision | None:
    """Return the provision that a first step names; the kinds meant first, the outermost first."""
    wanted = _normal(step.number)
    for kind in _KINDS[step.kind]:
        same = [p for p in text.walk() if p.kind is kind and number_of(p) == wanted]
        if same:
            # of two with one number (an annexed text), the one that has something inside
            return next((p for p in same if p.children), same[0]) if has_more else same[0]
    return None


def _inner(holder: Provision, step: Step, number: str) -> Provision | None:
    """Return what a step leads to inside `holder`: nearest level first."""
    wanted = {_normal(step.number), number}
    level = list(holder.children)
    while level:
        for child in level:
            if number_of(child) in wanted:
                return child
        level = [inner for child in level for inner in child.children]
    return None


def _preamble(text: LegalText) -> tuple[Span, tuple[Provision, ...], bool] | None:
    kinds = _KINDS[StepKind.PREAMBLE]
    found = tuple(p for p in text.walk() if p.kind in kinds)
    if found:
        return Span(found[0].span.start, found[-1].span.end), found, True
    first = next(iter(text.provisions), None)
    if first is None or first.span.start == 0:
        return None
    return Span(0, first.span.start), (), True


def _code(
    text: LegalText, around: Span, holder: Provision | None, step: Step, rest: list[Step]
) -> tuple[Span, tuple[Provision, ...], bool] | None:
    """Find a quoted article of a code by how it begins, then a numeral inside it."""
    own = next((p for p in text.walk() if number_of(p) == _normal(step.number)), None)
    if own is not None and own is not holder:
        return _descend(text, own, rest)
    number = re.sub(r"^([LRDA])", r"\1\\*?\\.?\\s*", re.escape(step.number).replace(r"\-", "[-‑–]"))
    begins = re.compile(
        rf"^\W*Art(?:icle)?\.?\s*{number}(?![-‑–]?\d)", re.MULTILINE | re.IGNORECASE
    )
    match = begins.search(text.text, around.start, around.end)
    if match is None:
        return (around, (holder,), False) if holder is not None else None
    other = re.compile(r"^\W*Art(?:icle)?\.?\s*(?:[LRDA]\*?\.?\s*)?\d", re.MULTILINE)
    after = other.search(text.text, match.end(), around.end)
    span = Span(match.start(), after.start() if after else around.end)
    for inner in rest:
        narrower = (
            _nth_line(text.text, span, inner.number)
            if inner.kind is StepKind.ALINEA
            else _numeral(text.text, span, inner)
        )
        if narrower is None:
            return span, _holding(text, span), False
        span = narrower
    return span, _holding(text, span), True


def _nth_line(text: str, span: Span, number: str, label: str = "") -> Span | None:
    """Return the line of a place that an alinéa counts; the line of its own number is none."""
    lines: list[Span] = []
    at = span.start
    for line in text[span.start : span.end].split("\n"):
        words = line.strip()
        if words and not (at == span.start and label and len(words) < len(label) + 3):
            lines.append(Span(at, at + len(line)))
        at += len(line) + 1
    place = len(lines) if number == "last" else int(number)
    return lines[place - 1] if 1 <= place <= len(lines) else None


def _numeral(text: str, span: Span, step: Step) -> Span | None:
    """Return the part of a quoted article that a numeral begins: `II. –` up to `III. –`."""
    if step.kind is not StepKind.SUB:
        return None
    begins = re.compile(
        r"(?:^|[–—-])[\s«]*(?P<number>[IVX]+|\d+°)\s*(?:bis|ter)?\s*\.?\s*[–—-]", re.M
    )
    starts = list(begins.finditer(text, span.start, span.end))
    for at, match in enumerate(starts):
        if match["number"].rstrip("°") == step.number:
            end = starts[at + 1].start() if at + 1 < len(starts) else span.end
            return Span(match.start(), end)
    return None


def _holding(text: LegalText, span: Span) -> tuple[Provision, ...]:
    """Return the innermost provision around a span, or those that lie in it."""
    innermost: Provision | None = None
    inside = []
    for provision in text.walk():
        if provision.span.start <= span.start and span.end <= provision.span.end:
            innermost = provision
        elif span.start <= provision.span.start and provision.span.end <= span.end:
            inside.append(provision)
    if inside and (innermost is None or innermost.span != span):
        return tuple(inside)
    return (innermost,) if innermost is not None else ()


def number_of(provision: Provision) -> str:
    """Return the bare number of a provision: `Article 1er` → `1`, `(4)` → `4`, `8.7.` → `8.7`."""
    return _normal(provision.label)


def _normal(number: str) -> str:
    bare = _WORD_OF_KIND.sub("", number.strip()).strip(' .:()[]–—-°«»"“”').lower()
    bare = _MEASURED_FIRST.get(bare, bare)
    bare = re.sub(r"^([lrda])[\s.*]+(?=\d)", r"\1", bare)
    return re.sub(r"[\s\u00a0]+", " ", re.sub(r"^(\d+)er\b", r"\1", bare))
