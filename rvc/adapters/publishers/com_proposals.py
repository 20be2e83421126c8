"""Proposals of the European Commission (COM documents) in the HTML that EUR-Lex shows of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rvc.adapters.publishers.drafting import Line, lay_out
from rvc.adapters.publishers.encoding import decode
from rvc.adapters.publishers.html_lines import Page, language_of, page_title, read_lines
from rvc.adapters.publishers.outline import outline
from rvc.adapters.publishers.sites import is_classed
from rvc.adapters.publishers.xml_input import parse_html, words_of
from rvc.errors import RvcError
from rvc.model.text import LegalText

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

_SIGNS = (b'class="Titrearticle"', b'class="Typedudocument', b'class="Titreobjet')
_MEMORANDUM = re.compile(r"\bExposdesmotifstitre\b")
_OPENING = re.compile(r"\b(?:Rfrenceinterinstitutionnelle|Statut|Typedudocument)\b")
_TITLE = re.compile(r"\b(?:Statut|Typedudocument|Titreobjet)(?:_cp)?\b")
_HEADING = re.compile(r"\b(?:Titrearticle|ChapterTitle|SectionTitle|PartTitle|Annexetitre)\b")
_NOTE = re.compile(r"\b(?:FootnoteReference|signature|Fait)\b")
_CENTRED_TITLE = 6


def recognises(data: bytes) -> bool:
    """Whether the styles of the Commission's word processor name the paragraphs of a page."""
    return any(sign in data for sign in _SIGNS)


def read(
    data: bytes, *, root: Callable[[_Element], _Element | None], url: str = "", charset: str = ""
) -> LegalText:
    """Read the proposed act; the cover and the explanatory memorandum are kept as plain text.

    `root` finds the document on a page of the site. What the memorandum says of articles is not
    the act. Footnotes and signatures are left out. Raises RvcError for pages without text, and when
    lxml is not installed.
    """
    decoded = decode(data, charset=charset)
    tree = parse_html(decoded.text, url=url)
    before = _before(tree)
    act = read_lines(tree, _page(root, before.__contains__))
    if not act:
        raise RvcError("the page holds no text", where=url, hint="fetch it again")
    own = set(tree.iter("p")) - before
    front = read_lines(tree, _page(root, own.__contains__))
    return lay_out(
        [*(Line(para.text) for para in front), *outline(act)],
        data=data,
        language=language_of(tree),
        title=_title(tree) or page_title(tree),
        notes=[decoded.note] if decoded.note else [],
    )


def _page(
    root: Callable[[_Element], _Element | None], left_out: Callable[[_Element], bool]
) -> Page:
    return Page(
        root=root,
        skips=lambda element: left_out(element) or _is_note(element),
        level=lambda element: _CENTRED_TITLE if is_classed(element, _HEADING) else 0,
    )


def _before(tree: _Element) -> set[_Element]:
    """The paragraphs before the act: up to the title that stands after the memorandum."""
    paragraphs = list(tree.iter("p"))
    places = range(len(paragraphs))
    memorandum = next((at for at in places if is_classed(paragraphs[at], _MEMORANDUM)), None)
    if memorandum is None:
        return set()
    after = places[memorandum:]
    start = next((at for at in after if is_classed(paragraphs[at], _OPENING)), 0)
    return set(paragraphs[:start])


def _is_note(element: _Element) -> bool:
    return element.get("id") == "footnotes" or is_classed(element, _NOTE)


def _title(tree: _Element) -> str:
    """The title as the cover gives it: "Proposal for a", kind of act, subject."""
    parts: dict[str, str] = {}
    for one in tree.iter("p"):
        found = _TITLE.search(one.get("class", ""))
        if found:
            parts.setdefault(found[0].removesuffix("_cp"), words_of(one))
    return " ".join(parts.values())
