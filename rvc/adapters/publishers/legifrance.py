"""Légifrance: laws in the Journal officiel and consolidated laws and codes (HTML)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from rvc.adapters.publishers.html import read_site
from rvc.adapters.publishers.html_lines import Page, heading_of, page_title
from rvc.adapters.publishers.paras import Para
from rvc.adapters.publishers.sites import is_classed, looks_like_html, on_host
from rvc.model.text import LegalText

if TYPE_CHECKING:
    from lxml.etree import _Element

_HOST = "legifrance.gouv.fr"
_CHROME = re.compile(
    r"\b(?:nav(?:bar|igation)?|menu|breadcrumbs?|fil-ariane|toolbar|sr-only|social|share|"
    r"(?:liste-)?liens?(?:-relatifs)?|versions?-(?:article|link)|historique|btn|action-bar|summary|"
    r"sommaire|noprint|back-to-top|article-actions|fct_links_\w+|left_menu|exportRTF)\b",
    re.IGNORECASE,
)
_SITE = re.compile(r"\s*[-|]\s*L[ée]gifrance$")
_NEVER = re.compile(r"(?!)")
_ARTICLES = re.compile(r"\b(?:name-article|list-article-consommation|titreArt|summary-preface)\b")
_ROOTS = ("content_left", "page-content", "content-page", "data")
_MORE = re.compile(r"\s*En savoir plus sur (?:cet article|ce texte)\W*$")
_RANGE = re.compile(r"\s*\(Articles? [^()]{1,60}\)$")
_HISTORY = re.compile(
    r"(?:modifié|créé|abrogé|transféré|codifié|rétabli)e?s? (?:par|:)|version en vigueur|"
    r"conformément (?:au?x? |à ).{1,200}(?:ces dispositions|entrent? en vigueur)|nota\b|"
    r"liens relatifs|a (?:modifié|abrogé|créé) les dispositions",
    re.IGNORECASE,
)
_LISTS = re.compile(r"(?:nota|a (?:modifié|abrogé|créé) les dispositions suivantes)\s*:?$", re.I)


def recognises(data: bytes, *, url: str = "", media_type: str = "") -> bool:
    """Whether the page is one of Légifrance."""
    del media_type
    return looks_like_html(data) and (
        on_host(url, _HOST) or b"www.legifrance.gouv.fr" in data[:20_000]
    )


def read(data: bytes, *, url: str = "", media_type: str = "", charset: str = "") -> LegalText:
    """Read the articles of a law or code; the history of each article is not its words.

    Raises RvcError for a page without text and when lxml is not installed.
    """
    del media_type
    site = Page(
        root=_root, skips=_is_chrome, breaks=True, title=_title, edit=_edited, chrome=_NEVER
    )
    return read_site(data, url=url, charset=charset, site=site, language="fr")


def _title(page: _Element) -> str:
    root = _root(page)
    named = heading_of(root) if root is not None else heading_of(page)
    return _SITE.sub("", _RANGE.sub("", named or page_title(page)))


def _edited(paras: list[Para]) -> list[Para]:
    return list(_judged([_bare(para) for para in paras]))


def _judged(paras: list[Para]) -> Iterator[Para]:
    """Set aside what the site says of an article; leave out which articles a chapter holds."""
    listing = False
    for para in paras:
        if para.level:
            listing = False
            yield replace(para, text=_RANGE.sub("", para.text) or para.text)
            continue
        listing = listing or _LISTS.match(para.text) is not None
        told = listing or _HISTORY.match(para.text) is not None
        yield replace(para, aside=told or para.aside)


def _bare(para: Para) -> Para:
    return replace(para, text=_MORE.sub("", para.text))


def _is_chrome(element: _Element) -> bool:
    """Menus and links around the text; what holds articles is none, whatever its class says."""
    named = f"{element.get('id', '')} {element.get('class', '')}"
    return _CHROME.search(named) is not None and not any(
        is_classed(one, _ARTICLES) for one in element.iter("*")
    )


def _root(page: _Element) -> _Element | None:
    for name in _ROOTS:
        for found in page.iter("div"):
            if name in found.get("class", "").split() or found.get("id") == name:
                return found
    return None
