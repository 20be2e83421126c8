"""Walk legal XML by a grammar: which elements are provisions, numbers, headings, paragraphs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rvc.adapters.publishers.drafting import Draft, Line
from rvc.adapters.publishers.xml_grammar import Grammar
from rvc.adapters.publishers.xml_head import print_head
from rvc.adapters.publishers.xml_input import local, words_of
from rvc.adapters.publishers.xml_words import APART, Words, lines, parted_stop, prefixed, suffixed
from rvc.model.text import ProvisionKind as Kind

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEEPEST = 120


@dataclass(slots=True)
class Walker:
    """Turns one XML tree into lines and drafts."""

    grammar: Grammar
    _lent: list[tuple[str, Words]] = field(default_factory=list)
    _said: set[_Element] = field(default_factory=set)
    """Numbers and headings already printed with their provision."""

    def walk(self, element: _Element) -> list[Line | Draft]:
        """Give the lines and drafts inside `element`."""
        parts: list[Line | Draft] = []
        self._inside(element, parts, (), quoted=False)
        return parts

    def _inside(
        self,
        element: _Element,
        parts: list[Line | Draft],
        kinds: tuple[Kind, ...],
        *,
        quoted: bool,
        depth: int = 0,
    ) -> None:
        if depth > _DEEPEST:
            parts.extend(lines(self.inline(element)))
            return
        for child in element:
            if child not in self._said and local(child):
                self._one(child, parts, kinds, quoted=quoted, depth=depth + 1)

    def _one(
        self,
        element: _Element,
        parts: list[Line | Draft],
        kinds: tuple[Kind, ...],
        *,
        quoted: bool,
        depth: int,
    ) -> None:
        name, grammar = local(element), self.grammar
        if name in grammar.skipped:
            return
        if grammar.appended(element) and parts and isinstance(parts[-1], Line):
            parts[-1] = suffixed(parts[-1], self.inline(element).text)
            return
        if name in grammar.quoted and not quoted:
            self._quotation(element, parts, kinds, depth)
            return
        if name in grammar.blocks or self._is_prose(element):
            self._block(element, parts, kinds, depth)
            return
        if name in grammar.rows:
            parts.extend(lines(self._row(element)))
            return
        kind = None if quoted else grammar.kind(element, kinds)
        if kind is not None:
            parts.append(self._draft(element, kind, kinds, depth))
            return
        if quoted:
            self._quoted_one(element, parts, kinds, depth)
            return
        if name in grammar.lent:
            self._borrow(element)
        self._inside(element, parts, kinds, quoted=False, depth=depth)

    def _draft(self, element: _Element, kind: Kind, kinds: tuple[Kind, ...], depth: int) -> Draft:
        grammar = self.grammar
        number = self._direct(element, grammar.numbers)
        heading = self._direct(element, grammar.headings)
        self._said |= {one for one in (number, heading) if one is not None}
        label_words = self.inline(number) if number is not None else Words()
        title_words = self.inline(heading) if heading is not None else self._take(local(element))
        label = label_words.text
        if number is not None and label:
            label = grammar.number(number, label, kind)
        draft = Draft(kind, label, title_words.text)
        self._inside(element, draft.parts, (*kinds, kind), quoted=False, depth=depth)
        print_head(draft, title_words, label_words, grammar.repeated)
        return draft

    def _direct(self, element: _Element, names: frozenset[str]) -> _Element | None:
        """The number or heading of an element, itself a child or wrapped with no text between."""
        for child in element:
            if local(child) in names:
                return child
            if local(child) in self.grammar.wrappers:
                return self._direct(child, names)
        return None

    def _borrow(self, group: _Element) -> None:
        heading = self._direct(group, self.grammar.headings)
        if heading is not None:
            self._lent.append((self.grammar.lent[local(group)], self.inline(heading)))
            self._said.add(heading)

    def _take(self, name: str) -> Words:
        if self._lent and self._lent[-1][0] == name:
            return self._lent.pop()[1]
        return Words()

    def _quotation(
        self, element: _Element, parts: list[Line | Draft], kinds: tuple[Kind, ...], depth: int
    ) -> None:
        """Wording for another text: its lines between the quotation marks of the format."""
        inner: list[Line | Draft] = []
        after = [child for child in element if self.grammar.appended(child)]
        self._said |= set(after)
        self._inside(element, inner, kinds, quoted=True, depth=depth)
        opening, closing = self.grammar.quotes(element)
        closing += "".join(self.inline(one).text for one in after)
        if inner and isinstance(inner[0], Line):
            inner[0] = prefixed(inner[0], opening)
        if inner and isinstance(inner[-1], Line):
            inner[-1] = suffixed(inner[-1], closing)
        parts.extend(inner)

    def _quoted_one(
        self, element: _Element, parts: list[Line | Draft], kinds: tuple[Kind, ...], depth: int
    ) -> None:
        """A quoted provision: its number stands before its heading or its first words."""
        grammar = self.grammar
        number = self._direct(element, grammar.numbers)
        heading = self._direct(element, grammar.headings)
        self._said |= {one for one in (number, heading) if one is not None}
        said = self.inline(number).text if number is not None else ""
        if number is not None and said:
            said = grammar.number(number, said, None)
        inner: list[Line | Draft] = []
        self._inside(element, inner, kinds, quoted=True, depth=depth)
        title = self.inline(heading).text if heading is not None else ""
        if said and not title and inner and isinstance(inner[0], Line):
            inner[0] = prefixed(inner[0], f"{said} ")
        elif said or title:
            parts.append(Line(f"{said} {title}".strip()))
        parts.extend(inner)

    def _is_prose(self, element: _Element) -> bool:
        """Whether an element no grammar names holds words of its own between its children."""
        known = self.grammar.numbers | self.grammar.headings
        if local(element) in known:
            return bool(words_of(element))
        texts = [element.text, *(child.tail for child in element)]
        return any(text and text.strip() for text in texts)

    def _block(
        self, element: _Element, parts: list[Line | Draft], kinds: tuple[Kind, ...], depth: int
    ) -> None:
        """A paragraph; blocks inside it (a list in a sentence) follow on lines of their own."""
        words = self._mixed(element, parts, kinds, depth, Words())
        parts.extend(lines(words))

    def _mixed(
        self,
        element: _Element,
        parts: list[Line | Draft],
        kinds: tuple[Kind, ...],
        depth: int,
        words: Words,
    ) -> Words:
        """Add inline words to `words`; a block ends them as a line. Gives the words still open."""
        grammar = self.grammar
        own = grammar.blocks | grammar.rows | grammar.quoted
        words.add(element.text)
        for child in element:
            name = local(child)
            if name in own or grammar.appended(child) or grammar.kind(child, kinds) is not None:
                parts.extend(lines(words))
                words = Words()
                self._one(child, parts, kinds, quoted=False, depth=depth + 1)
                if name in grammar.quoted and parts and isinstance(parts[-1], Line):
                    stop, rest = parted_stop(child.tail)
                    parts[-1] = suffixed(parts[-1], stop)
                    words.add(rest)
                    continue
            elif name and name not in grammar.dropped_inline | grammar.skipped:
                if self._holds(child, own):
                    words = self._mixed(child, parts, kinds, depth + 1, words)
                else:
                    self._inline_into(child, words)
            words.add(child.tail)
        return words

    def _holds(self, element: _Element, names: frozenset[str]) -> bool:
        dropped = self.grammar.dropped_inline
        return any(
            local(one) in names and not any(local(up) in dropped for up in one.iterancestors())
            for one in element.iterdescendants()
        )

    def _row(self, row: _Element) -> Words:
        words = Words()
        for cell in row:
            if words.text and local(cell):
                words.add(" | ")
            if local(cell):
                self._inline_into(cell, words)
        return words

    def inline(self, element: _Element) -> Words:
        """The words of an element, white space collapsed, with the editors' marks on them."""
        words = Words()
        self._inline_into(element, words)
        return words

    def _inline_into(self, element: _Element, words: Words) -> None:
        name = local(element)
        if name in self.grammar.dropped_inline or not name:
            return
        mark = self.grammar.mark(element)
        start = words.length
        opening, closing = self.grammar.around(element)
        words.add(opening)
        words.add(element.text)
        for child in element:
            apart = " " if local(child) in self.grammar.blocks | APART else None
            words.add(apart)
            self._inline_into(child, words)
            words.add(apart)
            words.add(child.tail)
        words.add(closing)
        if mark is not None:
            words.mark(start, mark)
