"""EUR-Lex: acts in the Official Journal, consolidated acts and proposals, in HTML or Formex."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from rvc.adapters.publishers import com_proposals, formex
from rvc.adapters.publishers.html import read_site
from rvc.adapters.publishers.html_lines import Page
from rvc.adapters.publishers.paras import Para
from rvc.adapters.publishers.sites import is_classed, looks_like_html, on_host
from rvc.adapters.publishers.xml_input import words_of
from rvc.model.text import LegalText

if TYPE_CHECKING:
    from lxml.etree import _Element

_SIGNS = (b"oj-ti-art", b"oj-doc-ti", b"eli-subdivision", b"title-article-norm", b"stitle-article")
_TITLES = re.compile(
    r"\b(?:oj-)?(?:ti-art|sti-art|ti-section-[12]|ti-grseq-\d|ti-annotation)\b|"
    r"\b(?:title|stitle)-(?:article-norm|division-[12]|annex-[12]|gr-seq(?:-level-\d)?)\b|"
    r"\beli-title\b"
)
_NOTES = re.compile(
    r"\b(?:oj-note|note|footnote|modref|arrow|disclaimer|reference|hd-modifiers|eli-data-about)\b"
)
_CALL = re.compile(r"#E\d+$")
_AMENDED = re.compile(r"[►▼][A-Z]{1,2}\d*\s*|\s*◄")
"""The marks around words that an amending act or a corrigendum put in."""
_NO_CALL = re.compile(r"\s*\(\s*\)")
_NO_SPACE = re.compile(r"^(article|annex|annexe)(?=\d|[IVX]+$)", re.IGNORECASE)
_END = re.compile(r"\b(?:oj-)?(?:final|signatory)\b")
_CENTRED_TITLE = 6
_NAMES = re.compile(r"\b(?:oj-)?doc-ti\b")
_NAME = 9  # level of the names of acts and annexes, which open nothing of their own


def recognises(data: bytes, *, url: str = "", media_type: str = "") -> bool:
    """Whether the page is one of EUR-Lex, or a Formex file."""
    if formex.recognises(data, url=url, media_type=media_type):
        return True
    if not looks_like_html(data):
        return False
    return (
        on_host(url, "eur-lex.europa.eu", "publications.europa.eu")
        or com_proposals.recognises(data)
        or any(sign in data for sign in _SIGNS)
    )


def read(data: bytes, *, url: str = "", media_type: str = "", charset: str = "") -> LegalText:
    """Read recitals, chapters, articles, numbered paragraphs, points and annexes.

    Footnotes and marks of amendment are left out. Raises RvcError for pages without text, broken
    XML, and when lxml is not installed.
    """
    if formex.recognises(data, url=url, media_type=media_type):
        return formex.read(data, url=url, media_type=media_type, charset=charset)
    if com_proposals.recognises(data):
        return com_proposals.read(data, root=_root, url=url, charset=charset)
    site = Page(
        root=_root,
        skips=_is_note,
        level=_level,
        inline=_is_inline,
        aside=_is_end,
        title=_title,
        edit=_named,
    )
    return read_site(data, url=url, charset=charset, site=site)


def _root(page: _Element) -> _Element | None:
    for path in (".//*[@id='document1']", ".//*[@id='docHtml']", ".//div[@class='eli-container']"):
        found = page.find(path)
        if found is not None:
            return found
    return None


def _is_note(element: _Element) -> bool:
    called = element.get("href") if element.tag == "a" else None
    return is_classed(element, _NOTES) or (called is not None and _CALL.match(called) is not None)


def _level(element: _Element) -> int:
    if is_classed(element, _NAMES):
        return _NAME
    return _CENTRED_TITLE if is_classed(element, _TITLES) else 0


def _is_end(element: _Element) -> bool:
    """What follows the last article: that the act binds, place and date, signatures."""
    return is_classed(element, _END)


def _title(page: _Element) -> str:
    found = page.find(".//div[@class='eli-main-title']")
    return " ".join(words_of(one) for one in found.iter("p")) if found is not None else ""


def _named(paras: list[Para]) -> list[Para]:
    """A name is bold print: under "ANNEX I" it is the annex's heading, elsewhere text.

    The marks of amendment that consolidated acts print in their words go.
    """
    plain = (replace(para, text=text) for para in paras if (text := _without_marks(para)))
    return [replace(para, level=0, bold=True) if para.level == _NAME else para for para in plain]


def _without_marks(para: Para) -> str:
    text = _NO_CALL.sub("", _AMENDED.sub("", para.text)).strip()
    return _NO_SPACE.sub(r"\1 ", text) if para.level else text


def _is_inline(element: _Element) -> bool:
    return "inline-element" in element.get("class", "")
