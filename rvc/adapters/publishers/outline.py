"""From paragraphs in reading order to nested provisions, by their headings and numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rvc.adapters.publishers import formulas
from rvc.adapters.publishers.bare_sections import BARE, DOTTED, comes_next, has_dotted, is_title
from rvc.adapters.publishers.contents_list import contents_places
from rvc.adapters.publishers.drafting import Draft, Line
from rvc.adapters.publishers.headings import BASIC_RANK, LATIN, RANK, Heading, read_heading
from rvc.adapters.publishers.lettered import lower_letters
from rvc.adapters.publishers.numbering import Number, read_number
from rvc.adapters.publishers.outline_stack import CITED, NUMBERED, Stack
from rvc.adapters.publishers.paras import Para, heading_of, is_its_title, may_go_on
from rvc.adapters.publishers.quoted_wording import inserted_places, is_definition
from rvc.adapters.publishers.running_numbers import Running, running
from rvc.model.text import ProvisionKind as Kind

_QUOTES = ("«", "“", "‘")
_GENERIC = 0.5  # headings without a number nest between the schedules and the articles
_CITED_ARTICLE = re.compile(
    r"(Art(?:icle)?\.?\s+(?:[LRDA]\.?\s?\*?\s?)?\d+(?:[-‑.]\d+)*(?:\s?er)?"
    rf"(?:\s(?:{LATIN}))?(?:\s[A-Z])?)(?:\s*\((?:nouveau|nouvelle)\))?\s*\.?\s*[–—-]\s*"
)


@dataclass(slots=True)
class Outline:
    """Reads paragraphs one by one into a stack of open provisions."""

    paras: Sequence[Para]
    basic: Kind = Kind.SECTION
    _stack: Stack = field(default_factory=Stack)
    _awaits: Draft | None = None
    _has_articles: bool = False
    _has_dotted: bool = False
    """Whether sections are printed "1. Title"."""
    _inserted: set[int] = field(default_factory=set)
    _contents: set[int] = field(default_factory=set)
    _closed: bool = False
    """Whether the text is over: place, date and names follow until the next annex."""
    _running: Running = field(default_factory=Running)
    _last_bare: int = 0
    """The last paragraph of a schedule: its numbers run on through the schedule's parts."""
    _defining: Draft | None = None
    """Where the last definition of a list of definitions stands."""

    def read(self) -> list[Line | Draft]:
        """Give the lines and nested drafts of all paragraphs, in their order."""
        texts = [para.text for para in self.paras]
        self._inserted = inserted_places(texts)
        self._inserted |= {place for place, para in enumerate(self.paras) if para.quoted}
        heads = [
            heading_of(para) if place not in self._inserted else None
            for place, para in enumerate(self.paras)
        ]
        self._contents = contents_places(texts, heads)
        self._has_dotted = has_dotted(texts)
        self._has_articles = any(head and head.kind is Kind.ARTICLE for head in heads)
        if not self._has_articles:
            self._running = running(texts, self._inserted | self._contents)
            self._contents |= self._running.listed
        for place, (para, head) in enumerate(zip(self.paras, heads, strict=True)):
            self._closed = formulas.closes(para.text) or (
                self._closed and head is None and not para.level
            )
            if self._closed and place not in self._inserted:
                self._stack.close(0)
                self._stack.add(Line(para.text))
            elif place in self._contents or formulas.is_group(
                para.text, heads[place + 1 : place + 3]
            ):
                self._awaits = None
                self._stack.close(0)
                self._stack.add(Line(para.text))
            else:
                self._read_one(place, para, head)
        lower_letters(self._stack.parts)
        return self._stack.parts

    def _read_one(self, place: int, para: Para, head: Heading | None) -> None:
        cited = para.text.startswith("«")
        if not cited:
            self._stack.close_cited()
        if place in self._inserted:
            self._awaits = None
            self._stack.add(Line(para.text))
        elif para.aside:
            self._stack.add(Line(para.text, len(para.text)))
        elif self._is_between(para.text):
            self._stack.add(Line(para.text, len(para.text) * formulas.is_new(para.text)))
        elif head:
            self._open_heading(para, head)
        elif self._runs_on(place, para) or self._bare(place, para):
            return
        elif self._is_its_title(place, para):
            self._give_title(place, para)
        elif cited and self._cites(para.text):
            return
        elif para.row or para.text.startswith(_QUOTES) or not self._opens(para):
            self._awaits = None
            if is_definition(para.text):
                self._stack.close_inside(self._defining)
                self._defining = self._stack.innermost()
            elif not cited or self._stack.is_cited():
                self._stack.end_list()
            self._stack.add(Line(para.text))

    def _cites(self, text: str) -> bool:
        """Open an article or number that a French bill writes into another law.

        Each of its paragraphs opens with «, which tells it from the bill's own.
        """
        start = len(text) - len(text[1:].lstrip())
        head = read_heading(text[start:])
        if head and head.kind is not Kind.ARTICLE:
            self._stack.close_cited()
            return False
        article = _CITED_ARTICLE.match(text, start)
        if article:
            number = Number(article[1], True, ((CITED + "art", 0),), article.end())
            self._number(number, CITED + "art", 0, text)
            return True
        found = read_number(text, start)
        if found is None:
            return False
        number = found._replace(readings=tuple((CITED + one, n) for one, n in found.readings))
        chosen = self._stack.choose(number)
        if chosen is not None:
            self._number(number, *chosen, text)
        return chosen is not None

    def _open(self, rank: float, draft: Draft, line: Line, style: str = "", value: int = 0) -> None:
        self._stack.push(rank, draft, line, style, value)
        self._awaits = None

    def _open_heading(self, para: Para, head: Heading) -> None:
        rank: float = RANK[head.kind]
        if head.kind is Kind.SECTION and not self._has_articles:
            rank = BASIC_RANK
        if self._stack.outermost() is Kind.PREAMBLE:
            self._stack.close(0)
        if rank < RANK[Kind.SECTION]:
            self._stack.close_generic()
        if head.kind in {Kind.SCHEDULE, Kind.ANNEX}:
            self._last_bare = 0
        if head.kind is Kind.SCHEDULE and formulas.INTRODUCED.match(head.heading):
            head = head._replace(heading="")
        draft = Draft(head.kind, head.label, head.heading)
        self._open(rank, draft, Line(para.text, head.skip))
        self._stack.opened[-1].level = para.level
        if not head.heading and head.skip in {0, len(para.text)}:
            self._awaits = draft

    def _runs_on(self, place: int, para: Para) -> bool:
        """Open a heading or paragraph of a report whose paragraphs are numbered through."""
        head = self._running.heads.get(place)
        if head is not None:
            draft = Draft(Kind.CROSSHEADING, head.label, head.title)
            self._open(_GENERIC + head.level / 20, draft, Line(para.text, len(para.text)))
            return True
        return place in self._running.paragraphs and self._numbered(para, alone=True)

    def _is_between(self, text: str) -> bool:
        """Whether the line stands between a label and its title: "(Division nouvelle)".

        Under "Schedule 1" that is the section that brings the schedule in.
        """
        draft = self._awaits
        if draft is None or len(draft.parts) > 1:
            return False
        if formulas.is_new(text):
            return True
        introduced = draft.kind is Kind.SCHEDULE and formulas.INTRODUCED.match(text) is not None
        return introduced or formulas.ASIDE.match(text) is not None

    def _is_its_title(self, place: int, para: Para) -> bool:
        title = self._awaits.heading if self._awaits and not para.row else None
        return title is not None and is_its_title(para, self._following(place), title)

    def _following(self, place: int) -> str:
        return self.paras[place + 1].text if place + 1 < len(self.paras) else ""

    def _give_title(self, place: int, para: Para) -> None:
        draft = self._awaits
        if draft is None:
            return
        draft.heading = f"{draft.heading} {para.text}".strip()
        draft.parts.append(Line(para.text, len(para.text)))
        if not may_go_on(para, self._following(place)):
            self._awaits = None

    def _opens(self, para: Para) -> bool:
        """Open what the paragraph opens: recitals, a heading without number, a numbered one."""
        if formulas.RECITALS.match(para.text):
            self._open(0, Draft(Kind.PREAMBLE), Line(para.text))
            return True
        if formulas.AGREED.match(para.text) and self._stack.outermost() is Kind.PREAMBLE:
            self._stack.close(RANK[Kind.PART])
            return False
        if formulas.ADOPTED.match(para.text) and self._stack.outermost() is Kind.PREAMBLE:
            self._stack.close(0)
            return False
        return self._generic(para) or self._numbered(para)

    def _generic(self, para: Para) -> bool:
        if not para.level or not any(letter.isalpha() for letter in para.text):
            return False
        draft = Draft(Kind.CROSSHEADING, "", para.text)
        inside = self._stack.holds_heading(para.level)
        rank = RANK[Kind.CROSSHEADING] if inside else _GENERIC + para.level / 20
        self._open(rank, draft, Line(para.text, len(para.text)))
        return True

    def _bare(self, place: int, para: Para) -> bool:
        """A section as Acts print it: "54 Transparency in supply chains etc", then its text."""
        if para.row:
            return False
        found = BARE.match(para.text)
        dotted = DOTTED.match(para.text) if self._has_dotted else None
        if dotted and not self._in_schedule() and self._section_follows(dotted[1]):
            found = dotted
        elif not found or self._has_articles or self._in_schedule():
            return self._bare_paragraph(found, para.text)
        following = self._following(place)
        sure = para.level or para.bold or following.startswith("(1)") or found is dotted
        title = para.text[found.end() :].strip()
        if not sure or not is_title(title, following):
            return False
        draft = Draft(self.basic, found[1], title)
        rank = RANK[Kind.SECTION] if self._has_articles else BASIC_RANK
        self._open(rank, draft, Line(para.text, len(para.text)))
        return True

    def _section_follows(self, number: str) -> bool:
        """In a text with articles, only the number after that of an open section opens one."""
        if not self._has_articles:
            return True
        section = self._stack.label_of(Kind.SECTION)
        return section is not None and comes_next(number, section)

    def _bare_paragraph(self, found: re.Match[str] | None, text: str) -> bool:
        number = re.match(r"\d+", found[1]) if found and self._in_schedule() else None
        if not found or not number:
            return False
        value = int(number[0])
        counted = value == self._last_bare + found[1].isdigit()
        jumps = value > self._last_bare and text.startswith("(1)", found.end())
        if not counted and not jumps:
            return False
        self._last_bare = value
        self._number(Number(found[1], True, (("bare", value),), found.end()), "bare", value, text)
        return True

    def _in_schedule(self) -> bool:
        return self._stack.outermost() in {Kind.SCHEDULE, Kind.ANNEX}

    def _numbered(self, para: Para, *, alone: bool = False) -> bool:
        text = para.text
        if alone:
            self._awaits = None
            self._stack.close(NUMBERED)
        number = read_number(text, 1 if text.startswith("[") else 0)
        number = self._stack.nested(number, para.indent) if number else None
        chosen = self._stack.choose(number) if number else None
        if number is not None and alone:
            chosen = number.readings[0]
        if number is None or chosen is None:
            return False
        if text.startswith("["):
            number = number._replace(end=0)
        self._number(number, *chosen, text)
        self._stack.opened[-1].indent = para.indent
        self._stack.levels()[0].draft.alone |= alone
        return True

    def _number(self, number: Number, style: str, value: int, text: str) -> None:
        depth = self._stack.depth(style)
        cited = style.startswith(CITED)
        kind = (
            Kind.ARTICLE
            if style == CITED + "art"
            else self._stack.kind(depth, has_articles=self._has_articles)
        )
        draft = Draft(kind, number.label)
        nested = read_number(text, number.end) if 0 < number.end < len(text) else None
        if nested and nested.certain and nested.readings[0][1] == 1 and nested.end < len(text):
            line = Line(text[: number.end].rstrip(), number.end)
            self._open(NUMBERED + depth, draft, line, style, value)
            reading, first = nested.readings[0]
            inner = nested._replace(end=nested.end - number.end)
            self._number(inner, CITED * cited + reading, first, text[number.end :])
            return
        self._open(NUMBERED + depth, draft, Line(text, number.end), style, value)


def outline(paras: Sequence[Para], *, basic: Kind = Kind.SECTION) -> list[Line | Draft]:
    """Nest paragraphs by their headings and numbers; `basic` is what "54 Title" opens."""
    return Outline(paras, basic).read()
