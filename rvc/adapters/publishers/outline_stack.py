"""The provisions open at one place of a text, outermost first, and what a number means there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rvc.adapters.publishers.drafting import Draft, Line
from rvc.adapters.publishers.headings import LATIN, RANK
from rvc.adapters.publishers.numbering import Number
from rvc.model.text import ProvisionKind as Kind

NUMBERED = 10
"""Rank of the outermost numbered paragraph; deeper ones count up from it."""

CITED = "«"
"""Begins the style of numbers inside wording for another law."""

_UNDER_SECTION = (Kind.SUBSECTION, Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.POINT)
_UNDER_ARTICLE = (Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.POINT)
_STOPS = re.compile(r"\.[\s»”)]*$")
_ITEM = re.compile(r"(?:[;,]|\b(?:and|or|et|ou))[\s»”]*$")
_LEADS = re.compile(r"[—–:-]$")
_AGAIN = re.compile(rf"\b(?:{LATIN})\b")
_FURTHEST = 30
_INNER = ">"
"""Ends the style of a number in a list inside one of the same form."""


@dataclass(slots=True)
class Open:
    """One open provision: its rank, and for numbered ones the style and value of the number.

    `listed` tells that the number before it on its level ended as the items of a list do; `level`
    is that of its heading, 0 if it has none; `indent` how far its number stands from the margin.
    """

    rank: float
    draft: Draft
    style: str = ""
    value: int = 0
    listed: bool = False
    level: int = 0
    indent: int = 0


@dataclass(slots=True)
class Stack:
    """Open provisions; `parts` holds all that was made so far."""

    parts: list[Line | Draft] = field(default_factory=list)
    opened: list[Open] = field(default_factory=list)

    def add(self, part: Line | Draft) -> None:
        """Add to the innermost open provision."""
        (self.opened[-1].draft.parts if self.opened else self.parts).append(part)

    def push(self, rank: float, draft: Draft, line: Line, style: str = "", value: int = 0) -> None:
        """Open a provision with its first line, closing those it ends."""
        before = next((one for one in self.opened if one.rank == rank), None)
        listed = before is not None and _ends_item(before.draft)
        self.close(rank)
        self.add(draft)
        draft.parts.append(line)
        self.opened.append(Open(rank, draft, style, value, listed))

    def close(self, rank: float) -> None:
        """Close everything of this rank and deeper."""
        while self.opened and self.opened[-1].rank >= rank:
            self.opened.pop()

    def close_cited(self) -> None:
        """Close what belongs to wording for another law."""
        while self.opened and self.opened[-1].style.startswith(CITED):
            self.opened.pop()

    def close_generic(self) -> None:
        """Close headings without a number: a part or chapter ends them."""
        kinds = [one.draft.kind for one in self.opened]
        if Kind.CROSSHEADING in kinds:
            del self.opened[kinds.index(Kind.CROSSHEADING) :]

    def end_list(self) -> None:
        """Words after a list that ended with a full stop belong to what the list stands in."""
        while self.opened and self.opened[-1].listed:
            last = self.opened[-1].draft.parts[-1]
            if not isinstance(last, Line) or not _STOPS.search(last.text):
                return
            self.opened.pop()

    def holds_heading(self, level: int) -> bool:
        """Whether a heading of this level without a number lies in what is open."""
        above = any(one.draft.label and 0 < one.level < level for one in self.opened)
        return above or (bool(self.opened) and self.opened[-1].rank >= RANK[Kind.CROSSHEADING])

    def innermost(self) -> Draft | None:
        """The innermost open provision."""
        return self.opened[-1].draft if self.opened else None

    def close_inside(self, draft: Draft | None) -> None:
        """Close everything inside a provision, if it is still open."""
        places = [place for place, one in enumerate(self.opened) if one.draft is draft]
        if places:
            del self.opened[places[0] + 1 :]

    def outermost(self) -> Kind | None:
        """The kind of the outermost open provision."""
        return self.opened[0].draft.kind if self.opened else None

    def label_of(self, kind: Kind) -> str | None:
        """The label of the innermost open provision of a kind."""
        labels = (one.draft.label for one in reversed(self.opened) if one.draft.kind is kind)
        return next(labels, None)

    def is_cited(self) -> bool:
        """Whether the innermost open provision is wording for another law."""
        return bool(self.opened) and self.opened[-1].style.startswith(CITED)

    def levels(self) -> list[Open]:
        """The open numbered provisions."""
        return [one for one in self.opened if one.rank >= NUMBERED]

    def depth(self, style: str) -> int:
        """The level of a numbering style: where it is open, else one below all."""
        levels = self.levels()
        return next((n for n, one in enumerate(levels) if one.style == style), len(levels))

    def kind(self, depth: int, *, has_articles: bool) -> Kind:
        """The kind of a numbered provision at a level, by what it lies in."""
        outer = (one.draft.kind for one in reversed(self.opened) if one.rank < NUMBERED)
        around = next(outer, None)
        if around is Kind.PREAMBLE:
            return Kind.RECITAL if depth == 0 else Kind.POINT
        levels = self.levels()[:depth]
        articles = [n for n, one in enumerate(levels) if one.draft.kind is Kind.ARTICLE]
        if articles:
            return _UNDER_ARTICLE[min(depth - articles[-1] - 1, len(_UNDER_ARTICLE) - 1)]
        in_section = around in {Kind.SECTION, Kind.CLAUSE} and not has_articles
        ladder = _UNDER_SECTION if in_section else _UNDER_ARTICLE
        return ladder[min(depth, len(ladder) - 1)]

    def nested(self, number: Number, indent: int) -> Number:
        """The number, its styles told from those of the same form that are open further out.

        So "1." in a list inside "1." opens a level of its own.
        """
        styles = {one.style: one.indent for one in self.opened}

        def told(style: str) -> str:
            while 0 < styles.get(style, indent) < indent:
                style += _INNER
            return style

        readings = tuple((told(style), value) for style, value in number.readings)
        return number._replace(readings=readings)

    def choose(self, number: Number) -> tuple[str, int] | None:
        """Which of a number's readings fits here; None if it is no number after all."""
        last = {one.style: one.value for one in self.opened if one.style}
        for style, value in number.readings if self._leads() else ():
            if value == 1 and style not in last:
                return style, value
        for style, value in number.readings:
            if last.get(style) == value - 1:
                return style, value
        for style, value in number.readings if _AGAIN.search(number.label) else ():
            if last.get(style) == value:
                return style, value
        for style, value in number.readings:
            if value == 1 and style not in last:
                return style, value
        for style, value in number.readings:
            if style in last and last[style] < value <= last[style] + _FURTHEST:
                return style, value
        if number.certain:
            return number.readings[0 if number.readings[0][0].startswith("I") else -1]
        style, value = number.readings[0]
        sure = value == 1 or style.startswith("decimal") or style.endswith(_INNER)
        return (style, value) if sure else None

    def _leads(self) -> bool:
        """Whether the words before lead to a list: after "(h) hide—", "(i)" is its first item."""
        last = self.opened[-1].draft.parts[-1] if self.opened else None
        return isinstance(last, Line) and _LEADS.search(last.text) is not None


def _ends_item(draft: Draft) -> bool:
    """Whether the last words of a provision are those of a list's item, not of its end."""
    last = draft.parts[-1]
    return _ends_item(last) if isinstance(last, Draft) else _ITEM.search(last.text) is not None
