"""From an HTML page, however broken, to paragraphs in reading order with their looks."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rvc.adapters.publishers.html_definitions import join_definitions
from rvc.adapters.publishers.html_numbers import Lists, calls_note
from rvc.adapters.publishers.html_words import CALL, NOTE, clean, hung_numbers, paragraphs_in, parts
from rvc.adapters.publishers.numbering import read_number
from rvc.adapters.publishers.paras import Para
from rvc.adapters.publishers.xml_input import local, words_of

if TYPE_CHECKING:
    from lxml.etree import _Element

# fmt: off
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})
_SKIPPED = frozenset({
    "audio", "button", "dialog", "footer", "form", "head", "iframe", "input", "map", "nav",
    "noscript", "object", "script", "select", "style", "svg", "template", "textarea", "video",
})
# fmt: on
_CHROME = re.compile(
    r"\b(?:nav(?:bar|igation)?|menu|breadcrumbs?|fil-?ariane|sidebar|cookies?|toolbar|sr-only|"
    r"visually-?hidden|accessibility|social|partage|share|hide|no-?print|skip-?links?)\b",
    re.IGNORECASE,
)
_NOTE_LINK = re.compile(r"#_?(?:ftn|endn|fn|footnote|note|ntr|sdfootnote|c_)", re.IGNORECASE)
_NOTE_NUMBER = re.compile(r"[\s\[(]*(?:\d{1,3}|\*{1,3}|[a-z])[\s\])]*$")
_NUMBER_CLASS = re.compile(r"\b(?:num|number|pnumber|no-parag|Leg\w+No\w*)\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?:\d{1,3}[A-Z]{0,3}|\([\da-zA-Z]{1,4}\))\.?$")
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_INNER = "[table]"  # stands for the words of a cell that holds a table of its own


@dataclass(slots=True)
class Page:
    """How to read the pages of one site.

    `root` finds the element that holds the text (None: the main part or the body); `skips` tells
    elements to leave out; `level` the heading level that a paragraph's class gives it (0: none);
    `inline` blocks that are printed within a line; `aside` what is printed after a provision but
    is no part of it (signatures); `quoted` wording for another law. `breaks` says that a line break
    always parts paragraphs; else it does where a number follows. `title` gives the title of the
    text ("": that of the page). `edit` has the last word on the paragraphs.
    """

    root: Callable[[_Element], _Element | None] = lambda _page: None
    skips: Callable[[_Element], bool] = lambda _element: False
    level: Callable[[_Element], int] = lambda _element: 0
    inline: Callable[[_Element], bool] = lambda _element: False
    aside: Callable[[_Element], bool] = lambda _element: False
    quoted: Callable[[_Element], bool] = lambda _element: False
    breaks: bool = False
    title: Callable[[_Element], str] = lambda _page: ""
    edit: Callable[[list[Para]], list[Para]] = lambda paras: paras
    chrome: re.Pattern[str] = _CHROME


def read_lines(page: _Element, site: Page | None = None) -> list[Para]:
    """Give the paragraphs of a parsed page; menus, forms and scripts are left out.

    A table whose cells are short becomes one paragraph a row, cells parted by " | "; a table that
    only lays out the page, or hangs numbers beside paragraphs, becomes those paragraphs.
    """
    site = site or Page()
    join_definitions(page)
    root = site.root(page)
    reader = _Reader(site)
    reader.read(root if root is not None else _main(page))
    return site.edit(list(hung_numbers(reader.paras)))


def page_title(page: _Element) -> str:
    """The page's own title, white space collapsed."""
    found = next((one for one in page.iter("title")), None)
    return clean("".join(str(one) for one in found.itertext())) if found is not None else ""


def heading_of(root: _Element) -> str:
    """The words of the first main heading inside an element, "" if there is none."""
    found = next(root.iter("h1"), None)
    return clean(" ".join(str(one) for one in found.itertext())) if found is not None else ""


def language_of(page: _Element) -> str:
    """The language that the page declares, "" if none."""
    return (page.get("lang") or page.get("xml:lang") or "").strip()


def _main(page: _Element) -> _Element:
    for found in (next(page.iter("main"), None), page.find(".//*[@role='main']")):
        if found is not None and len("".join(str(one) for one in found.itertext())) > 200:
            return found
    body = page.find("body")
    return body if body is not None else page


_Walk = Generator["_Walk", None, None]
"""Reads an element and hands over the walks through its children, one after the other."""

_Asked = Generator[_Walk, None, bool]


@dataclass(slots=True)
class _Reader:
    site: Page
    paras: list[Para] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _bold: list[str] = field(default_factory=list)
    _block: _Look | None = None
    _number: str = ""
    _indent: int = 0
    _lists: Lists = field(default_factory=Lists)

    def read(self, root: _Element) -> None:
        """Walk with a stack of its own: pages nest deeper than Python calls do."""
        walks: list[_Walk] = [self._walk(root, _Look(), bold=False)]
        while walks:
            inner = next(walks[-1], None)
            if inner is None:
                walks.pop()
            else:
                walks.append(inner)
        self._flush()

    def _walk(self, element: _Element, look: _Look, *, bold: bool) -> _Walk:
        name = local(element)
        if not name or name in _SKIPPED or self._is_chrome(element):
            self._add(_left_out(element), bold=bold)
            return
        if name in {"br", "hr"}:
            self._add("\x0b", bold=bold)
            return
        if name == "sup" and calls_note(element, self._pieces):
            self._add(CALL, bold=bold)
            return
        if name == "tr" and (yield from self._row(element, look)):
            return
        is_block = name in _BLOCKS and not self.site.inline(element)
        if is_block:
            self._flush()
            look = look.inside(element, self.site)
            self._block = look
        bold = (
            bold
            or name in {"b", "strong", "th"}
            or _BOLD.search(element.get("style", "")) is not None
        )
        if name == "li":
            number = self._lists.number(element)
            self._indent = look.indent if number else 0
            self._add(number, bold=bold)
        self._add(element.text, bold=bold)
        for child in element:
            yield self._walk(child, look, bold=bold)
            if is_block:
                self._block = look
            self._add(child.tail, bold=bold)
        if is_block:
            self._flush()
        elif _NUMBER_CLASS.search(element.get("class", "")) or self._is_number(element):
            self._add(" ", bold=bold)

    def _is_number(self, element: _Element) -> bool:
        """Whether the element is the number of its paragraph, which only a style sheet parts."""
        said = (element.text or "").strip() if len(element) == 0 else ""
        if local(element) not in {"span", "b", "strong", "a"} or not _NUMBER.match(said):
            return False
        after = element.getnext()
        follows = after is not None and local(after) not in {"sup", "sub"}
        parted = said[0] == "(" if element.tail else follows
        return parted and "".join(self._pieces).strip() == said

    def _is_chrome(self, element: _Element) -> bool:
        if local(element) == "a" and _NOTE_LINK.match(element.get("href", "")):
            return True
        if element.get("hidden") is not None or element.get("aria-hidden") == "true":
            return True
        named = f"{element.get('id', '')} {element.get('class', '')}"
        return (named != " " and self.site.chrome.search(named) is not None) or self.site.skips(
            element
        )

    def _add(self, text: str | None, *, bold: bool) -> None:
        if text:
            self._pieces.append(text)
            if bold:
                self._bold.append(text)

    def _flush(self) -> None:
        """End the paragraph, or several that line breaks part."""
        text = "".join(self._pieces)
        is_bold = bool(text.strip()) and _weight(self._bold) >= 0.9 * _weight(self._pieces)
        self._pieces.clear()
        self._bold.clear()
        look = self._block or _Look()
        aside = look.aside or text.lstrip().startswith(NOTE)
        for part in parts(text, always=self.site.breaks):
            words = clean(f"{self._number} {part}" if self._number else part)
            self.paras.append(look.para(words, self._indent, bold=is_bold, aside=aside))
            self._number, self._indent = "", 0

    def _row(self, row: _Element, look: _Look) -> _Asked:
        """Read a table row as one line, or tell that it only arranges paragraphs."""
        cells = [cell for cell in row if local(cell) in {"td", "th"}]
        nested = [cell.find(".//table") is not None for cell in cells]
        if any(nested) and len(cells) > 3:
            return False
        texts = [
            _INNER if inner else clean("".join(self._cell(cell)))
            for cell, inner in zip(cells, nested, strict=True)
        ]
        filled = [text for text in texts if text]
        if len(filled) <= 2 and (yield from self._hung(cells, texts, look)):
            return True
        if len(filled) < 2 or any(nested) or any(len(paragraphs_in(cell)) > 1 for cell in cells):
            return False
        self._flush()
        self.paras.append(Para(" | ".join(filled), styled=True, row=True))
        return True

    def _cell(self, cell: _Element) -> Iterator[str]:
        """The words of a cell, a space for every block and break in it."""
        waiting: list[_Element | str] = [cell]
        while waiting:
            one = waiting.pop()
            if isinstance(one, str):
                yield one
                continue
            name = local(one)
            if not name or name in _SKIPPED or self._is_chrome(one):
                yield _left_out(one)
                continue
            apart = " " if name in _BLOCKS or name == "br" else ""
            yield apart + (one.text or "")
            waiting.append(apart)
            for child in reversed(one):
                waiting += [child.tail or "", child]

    def _hung(self, cells: list[_Element], texts: list[str], look: _Look) -> _Asked:
        """A number in the first cell beside several paragraphs goes before the first of them."""
        at = next((place for place, text in enumerate(texts) if text), None)
        number = read_number(f"{texts[at]} ") if at is not None and len(texts[at]) < 12 else None
        if at is None or number is None or number.end < len(texts[at]) or at + 1 >= len(cells):
            return False
        self._flush()
        self._number = texts[at]
        for cell in cells[at + 1 :]:
            yield self._walk(cell, look, bold=False)
        self._flush()
        self._number = ""
        return True


@dataclass(frozen=True, slots=True)
class _Look:
    level: int = 0
    centred: bool = False
    aside: bool = False
    quoted: bool = False
    indent: int = 0
    """How many lists are around."""

    def para(self, words: str, indent: int, *, bold: bool, aside: bool) -> Para:
        """A paragraph of this look."""
        return Para(words, self.level, self.centred, bold, True, aside, self.quoted, False, indent)

    def inside(self, element: _Element, site: Page) -> _Look:
        """The look of a block inside a block of this look."""
        level = site.level(element)
        name = local(element)
        if len(name) == 2 and name[0] == "h" and name[1].isdigit():
            level = level or int(name[1])
        style = element.get("style", "")
        align = element.get("align", "").lower()
        if align or "text-align" in style:
            centred = align == "center" or _CENTRED.search(style) is not None
        else:
            centred = self.centred or name == "center"
        aside = self.aside or site.aside(element)
        quoted = self.quoted or site.quoted(element)
        indent = self.indent + (name in {"ol", "ul"})
        return _Look(level or self.level, centred, aside, quoted, indent)


def _weight(pieces: list[str]) -> int:
    return sum(len(piece.strip()) for piece in pieces)


def _left_out(element: _Element) -> str:
    """What stands for an element left out: a sign where it calls or opens a note."""
    if local(element) != "a":
        return ""
    return NOTE if _NOTE_NUMBER.match(words_of(element)) else CALL
