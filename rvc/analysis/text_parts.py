"""Cut the text of a version into parts that are compared one by one, without losing a character."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from rvc.analysis.unit import Unit
from rvc.model.text import LegalText, Provision, ProvisionKind

_CONTAINERS = frozenset(
    {ProvisionKind.PART, ProvisionKind.BOOK, ProvisionKind.TITLE, ProvisionKind.CHAPTER}
)
_WHOLE = frozenset({ProvisionKind.ARTICLE, ProvisionKind.RECITAL, ProvisionKind.PREAMBLE})
_LEADERS = re.compile(r"\s*\.(?:\s?\.){2,}\s*\d*$")
_INSIDE = frozenset({ProvisionKind.ARTICLE, ProvisionKind.SECTION})


class TextPart(Struct, frozen=True):
    """A provision (or what stands between two, a heading for example) with all its characters.

    `text` runs from the end of the part before, so that the texts of all parts joined are the text
    of the version. `heading` is the heading of a provision, `name` what a reader calls the part:
    "Section 19", "before Article 1", "heading of Part 2".
    """

    eid: str
    label: str
    heading: str
    text: str
    name: str


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
        name = name_of(provision)
        if text.text[at:start].strip():
            eid = opened.eid if opened else f"{provision.eid}__before"
            place = _heading_of(opened) if opened else f"before {name}"
            parts.append(TextPart(eid, "", "", text.text[at:start], place))
            at = start
        words = text.text[at:end]
        parts.append(TextPart(provision.eid, provision.label, provision.heading, words, name))
        at = end
    rest = text.text[at:]
    if rest.strip() or (rest and not parts):
        name = f"after {parts[-1].name}" if parts else "whole text"
        parts.append(TextPart("end", "", "", rest, name))
    elif rest:
        parts[-1] = replace(parts[-1], text=parts[-1].text + rest)
    return _with_own_ids(parts)


def name_of(provision: Provision) -> str:
    """Return what a reader calls a provision: its number as printed, "Section 54", "the preamble".

    A bare number gets the kind before it; what has no number is called by its kind and heading.
    """
    kind = provision.kind.value
    label = " ".join(provision.label.split()).rstrip(" .:–—-")
    if label:
        bare = not label[0].isalpha() or (len(label) < 6 and label.isupper())
        return f"{kind.capitalize()} {label}" if bare else label
    if provision.kind is ProvisionKind.PREAMBLE:
        return "the preamble"
    if provision.kind is ProvisionKind.CROSSHEADING:
        kind = "heading"
    heading = tidy_heading(provision.heading)
    return f"{kind} “{heading}”" if heading else f"{kind} without a number"


def _heading_of(opened: Provision) -> str:
    """Return what the heading of a container is called; one without a number is its heading."""
    name = name_of(opened)
    return name if opened.kind is ProvisionKind.CROSSHEADING else f"heading of {name}"


def tidy_heading(heading: str) -> str:
    """Return a heading on one line, without the points that end it or led to a page number."""
    return _LEADERS.sub("", " ".join(heading.split())).rstrip(" .:")


def unit_of(part: TextPart) -> Unit:
    """Return the part as a unit to align: without its own number, which says nothing."""
    body = part.text.strip()
    if part.label and body.startswith(part.label):
        body = body[len(part.label) :].lstrip(" .:-–—\t\n")
    return Unit(part.eid, part.label, body)


def _leaves(
    provisions: tuple[Provision, ...], opened: Provision | None = None
) -> Iterator[tuple[Provision, Provision | None]]:
    """Yield the provisions compared whole, each with the container it opens, if any."""
    for provision in provisions:
        if _is_container(provision):
            yield from _leaves(provision.children, opened or provision)
        else:
            yield provision, opened
        opened = None


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
        out.append(replace(part, eid=eid))
    return tuple(out)
