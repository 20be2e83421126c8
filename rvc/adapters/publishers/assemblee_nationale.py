"""Texts on the site of the Assemblée nationale: bills, committee texts, adopted texts (HTML)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rvc.adapters.publishers.french_bill import read_bill
from rvc.adapters.publishers.html_lines import Page
from rvc.adapters.publishers.sites import is_classed, looks_like_html, on_host
from rvc.model.text import LegalText

if TYPE_CHECKING:
    from lxml.etree import _Element

_HOST = "assemblee-nationale.fr"
_SIGNS = (b'content="Assembl', b"/commun/ceresian/", b"assnat", b"TRANSIT - INFOBEFORE")
_HINT = (
    "it may fetch its text by a script or show scanned pages: "
    "try /dyn/opendata/<number>.html on that site, or its PDF"
)
_TITLES = re.compile(r"\bassnat(?:[3-6](?:Partie|Titre|Chapitre|Section)\w*|9ArticleNum\w*)\b")
_NOTES = re.compile(r"\bassnat(?:End|Foot)note\w*\b", re.IGNORECASE)
_CENTRED_TITLE = 6


def recognises(data: bytes, *, url: str = "", media_type: str = "") -> bool:
    """Whether the page is one of the Assemblée nationale."""
    del media_type
    if not looks_like_html(data):
        return False
    return on_host(url, _HOST) or any(sign in data[:20_000] for sign in _SIGNS)


def read(data: bytes, *, url: str = "", media_type: str = "", charset: str = "") -> LegalText:
    """Read the text of a bill; the statement of reasons before it is kept as plain text.

    Raises RvcError for a page without text and when lxml is not installed.
    """
    del media_type
    page = Page(root=_root, skips=_is_note, level=_level)
    return read_bill(data, page, url=url, charset=charset, hint=_HINT)


def _root(page: _Element) -> _Element | None:
    """The text's own block where the page has one; old pages have none and are read whole."""
    for path in (".//*[@id='contenu-texte']", ".//div[@class='assnatSection1']/.."):
        found = page.find(path)
        if found is not None:
            return found
    return None


def _is_note(element: _Element) -> bool:
    return is_classed(element, _NOTES)


def _level(element: _Element) -> int:
    return _CENTRED_TITLE if is_classed(element, _TITLES) else 0
