"""Cut the text of a version into parts that are compared one by one, without losing a character."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from rvc.analysis.unit import Unit
from rvc.model.text import LegalText, Provision, ProvisionKind

_CONTAINERS = frozenset(
    {ProvisionKind.PART, ProvisionKind.BOOK, ProvisionKind.TITLE, ProvisionKind.CHAPTER}
)
_WHOLE = frozenset({ProvisionKind.ARTICLE, ProvisionKind.RECITAL, ProvisionKind.PREAMBLE})
_INSIDE = frozenset({ProvisionKind.ARTICLE, ProvisionKind.SECTION})


class TextPart(Struct, frozen=True):
    """A provision (or what stands between two, a heading for example) with all its characters.

    `text` runs from the end of the part before, so that the texts of all parts joined are the text
    of the version. `heading` is the heading of a provision.
    """

    eid: str
    label: str
    heading: str
    text: str


def parts_of(text: LegalText) -> tuple[TextPart, ...]:
    """Return the parts of a text in order; articles, sections, recitals and the like stay whole.

    Parts, titles and chapters are opened; their headings are parts of their own, called by the id
    of what they head.
    """
    parts: list[TextPart] = []
    at = 0
    for provision, opened in _leaves(text.provisions):
        start, end = provision.span.start, provision.span.end
        if start < at or end < start:
            continue  # a reader that lets provisions overlap must not cost a character
        if text.text[at:start].strip():
            eid = opened or f"{provision.eid}__before"
            parts.append(TextPart(eid, "", "", text.text[at:start]))
            at = start
        parts.append(TextPart(provision.eid, provision.label, provision.heading, text.text[at:end]))
        at = end
    rest = text.text[at:]
    if rest.strip() or (rest and not parts):
        parts.append(TextPart("end", "", "", rest))
    elif rest:
        last = parts[-1]
        parts[-1] = TextPart(last.eid, last.label, last.heading, last.text + rest)
    return _with_own_ids(parts)


def unit_of(part: TextPart) -> Unit:
    """Return the part as a unit to align: without its own number, which says nothing."""
    body = part.text.strip()
    if part.label and body.startswith(part.label):
        body = body[len(part.label) :].lstrip(" .:-–—\t\n")
    return Unit(part.eid, part.label, body)


def _leaves(provisions: tuple[Provision, ...], opened: str = "") -> Iterator[tuple[Provision, str]]:
    """Yield the provisions compared whole, each with the id of the container it opens, if any."""
    for provision in provisions:
        if _is_container(provision):
            yield from _leaves(provision.children, opened or provision.eid)
        else:
            yield provision, opened
        opened = ""


def _is_container(provision: Provision) -> bool:
    if not provision.children or provision.kind in _WHOLE:
        return False
    return provision.kind in _CONTAINERS or any(
        inner.kind in _INSIDE for child in provision.children for inner in child.walk()
    )


def _with_own_ids(parts: list[TextPart]) -> tuple[TextPart, ...]:
    """Number ids that occur twice, so that each part can be spoken of."""
    taken: set[str] = set()
    out = []
    for part in parts:
        eid, count = part.eid, 1
        while eid in taken:
            count += 1
            eid = f"{part.eid}__{count}"
        taken.add(eid)
        out.append(TextPart(eid, part.label, part.heading, part.text))
    return tuple(out)
