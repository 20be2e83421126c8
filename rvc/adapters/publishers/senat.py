"""Texts on the site of the French Sénat: bills, committee texts, adopted texts (HTML)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rvc.adapters.publishers.french_bill import read_bill
from rvc.adapters.publishers.html_lines import Page
from rvc.adapters.publishers.sites import looks_like_html, on_host
from rvc.model.text import LegalText

if TYPE_CHECKING:
    from lxml.etree import _Element

_HOST = "senat.fr"
_SIGNS = (b'id="wysiwyg"', b"www.senat.fr", b"S\xc3\xa9nat - Un site", b"S\xe9nat - Un site")
_CHROME = re.compile(r"\b(?:block-markers|breadcrumb|toolbar|menu|accessibility|header)\b")


def recognises(data: bytes, *, url: str = "", media_type: str = "") -> bool:
    """Whether the page is one of the Sénat."""
    del media_type
    if not looks_like_html(data):
        return False
    return on_host(url, _HOST) or any(sign in data for sign in _SIGNS)


def read(data: bytes, *, url: str = "", media_type: str = "", charset: str = "") -> LegalText:
    """Read the text of a bill as deposited, adopted in committee or by the Sénat.

    Raises RvcError for a page without text and when lxml is not installed.
    """
    del media_type
    hint = "older texts are scanned: try its PDF"
    return read_bill(data, Page(root=_root, chrome=_CHROME), url=url, charset=charset, hint=hint)


def _root(page: _Element) -> _Element | None:
    return page.find(".//*[@id='wysiwyg']")
