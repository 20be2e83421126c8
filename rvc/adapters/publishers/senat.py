"""Texts on the site of the French Sénat: bills, committee texts, adopted texts (HTML)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rvc.adapters.publishers.drafting import lay_out
from rvc.adapters.publishers.encoding import decode
from rvc.adapters.publishers.french_bill import bill_lines
from rvc.adapters.publishers.html_lines import Page, page_title, read_lines
from rvc.adapters.publishers.outline import outline
from rvc.adapters.publishers.sites import looks_like_html, on_host
from rvc.adapters.publishers.xml_input import parse_html
from rvc.errors import RvcError
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
    decoded = decode(data, charset=charset)
    page = parse_html(decoded.text, url=url)
    paras = read_lines(page, Page(root=_root, chrome=_CHROME))
    if not paras:
        raise RvcError(
            "the page holds no text", where=url, hint="older texts are scanned: try its PDF"
        )
    before, bill = bill_lines(paras)
    return lay_out(
        [*before, *outline(bill)],
        data=data,
        language="fr",
        title=page_title(page),
        notes=[decoded.note] if decoded.note else [],
    )


def _root(page: _Element) -> _Element | None:
    return page.find(".//*[@id='wysiwyg']")
