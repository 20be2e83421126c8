"""From what a reader found (lines, marks, nested provisions) to a `LegalText` with spans."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rvc.adapters.publishers.eids import Namer
from rvc.model.text import Amendment, AmendmentKind, LegalText, Provision, ProvisionKind, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """An editor's mark on `start`:`end` of one line."""

    start: int
    end: int
    kind: AmendmentKind
    change_id: str = ""
    note: str = ""
    in_force: str = ""
    affecting: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph; its first `skip` characters are label or heading, not own words."""

    text: str
    skip: int = 0
    marks: tuple[Mark, ...] = ()

    @property
    def own(self) -> str:
        return self.text[self.skip :].strip()


@dataclass(slots=True)
class Draft:
    """A provision being read: lines and smaller drafts in the order of the text."""

    kind: ProvisionKind
    label: str = ""
    heading: str = ""
    parts: list[Line | Draft] = field(default_factory=list)
    number: str = ""
    """The number for the eid where the label does not show it."""
    alone: bool = False
    """Whether it is named without what is around it: its number runs on through all headings."""

    def drafts(self) -> Iterator[Draft]:
        return (part for part in self.parts if isinstance(part, Draft))


def lay_out(
    parts: Iterable[Line | Draft],
    *,
    data: bytes,
    language: str = "",
    title: str = "",
    notes: Iterable[str] = (),
) -> LegalText:
    """Write the lines one under the other and give every draft its eid and span."""
    sheet = _Sheet()
    namer = Namer()
    provisions = [
        made for part in parts if (made := sheet.put(part, namer, parent="", inside=())) is not None
    ]
    return LegalText(
        text=sheet.text(),
        provisions=tuple(provisions),
        language=language,
        title=title,
        notes=tuple(dict.fromkeys(notes)),
        sha256=hashlib.sha256(data).hexdigest(),
        amendments=tuple(sheet.amendments),
    )


class _Sheet:
    """The growing text, and the marks met so far with their places in it."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.length = 0
        self.amendments: list[Amendment] = []

    def text(self) -> str:
        return "\n".join(self.lines)

    def put(
        self, part: Line | Draft, namer: Namer, *, parent: str, inside: tuple[ProvisionKind, ...]
    ) -> Provision | None:
        if isinstance(part, Line):
            self._write(part, parent)
            return None
        return self._provision(part, namer, parent, inside)

    def _write(self, line: Line, eid: str) -> None:
        start = self.length + 1 if self.lines else 0
        self.lines.append(line.text)
        self.length = start + len(line.text)
        self.amendments.extend(
            Amendment(
                kind=mark.kind,
                span=Span(start + mark.start, start + mark.end),
                eid=eid,
                change_id=mark.change_id,
                note=mark.note,
                in_force=mark.in_force,
                affecting=mark.affecting,
            )
            for mark in line.marks
        )

    def _provision(
        self, draft: Draft, namer: Namer, parent: str, inside: tuple[ProvisionKind, ...]
    ) -> Provision:
        start = self.length + 1 if self.lines else 0
        holds_articles = draft.kind in _GROUPS and _holds_articles(draft)
        parent = "" if draft.alone else parent
        eid = namer.name(
            draft.kind, draft.number or draft.label, parent, inside, holds_articles=holds_articles
        )
        children = []
        for part in draft.parts:
            child = self.put(part, namer, parent=eid, inside=(*inside, draft.kind))
            if child is not None:
                children.append(child)
        own = (part.own for part in draft.parts if isinstance(part, Line))
        return Provision(
            eid=eid,
            kind=draft.kind,
            label=draft.label,
            text="\n".join(words for words in own if words),
            span=Span(min(start, self.length), self.length),
            heading=draft.heading,
            children=tuple(children),
        )


_GROUPS = {ProvisionKind.SECTION, ProvisionKind.SUBSECTION}
_INSIDE = {*_GROUPS, ProvisionKind.CROSSHEADING}


def _holds_articles(draft: Draft) -> bool:
    """Whether a section groups articles, itself or in subsections, instead of being one."""
    return any(
        part.kind is ProvisionKind.ARTICLE or (part.kind in _INSIDE and _holds_articles(part))
        for part in draft.drafts()
    )
