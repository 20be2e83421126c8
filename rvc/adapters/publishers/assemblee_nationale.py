"""Texts on the site of the Assemblée nationale: bills, committee texts, adopted texts (HTML)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rvc.adapters.publishers.french_bill import read_bill
from rvc.adapters.publishers.html_lines import Page
from rvc.adapters.publishers.sites import looks_like_html, on_host
from rvc.model.text import LegalText

if TYPE_CHECKING:
    from lxml.etree import _Element

_HOST = "assemblee-nationale.fr"
_SIGNS = (b'content="Assembl', b"/commun/ceresian/", b"assnat", b"TRANSIT - INFOBEFORE")


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
    hint = "it may show scanned pages: try its PDF"
    return read_bill(data, Page(root=_root), url=url, charset=charset, hint=hint)


def _root(page: _Element) -> _Element | None:
    """The text's own block where the page has one; old pages have none and are read whole."""
    for path in (".//*[@id='contenu-texte']", ".//div[@class='assnatSection1']/.."):
        found = page.find(path)
        if found is not None:
            return found
    return None
