"""Decisions of the Conseil constitutionnel: numbered reasons, then the articles of the ruling."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from rvc.adapters.publishers.html import read_site
from rvc.adapters.publishers.html_lines import Page, heading_of, page_title
from rvc.adapters.publishers.paras import Para
from rvc.adapters.publishers.sites import looks_like_html, on_host
from rvc.model.text import LegalText

if TYPE_CHECKING:
    from lxml.etree import _Element

_HOST = "conseil-constitutionnel.fr"
_SITE = re.compile(r"\s*[-|]\s*(?:site du )?Conseil constitutionnel$", re.IGNORECASE)
_SUBJECT = re.compile(r"[-–—.*]\s*(?:sur|en ce qui concerne|quant|s[’']agissant)\b", re.IGNORECASE)
_STATED = re.compile(
    r"le conseil constitutionnel (?:a été saisi|s[’']est fondé|décide)|décide\s*:$|"
    r"d\s?é\s?c\s?i\s?d\s?e\s*:$",
    re.IGNORECASE,
)
_END = re.compile(r"(?:jugé|délibéré|rendu public) (?:par|le|dans)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\d{1,3}\.\s")
_LONGEST = 300  # characters of a heading among the reasons


def recognises(data: bytes, *, url: str = "", media_type: str = "") -> bool:
    """Whether the page is one of the Conseil constitutionnel."""
    del media_type
    return looks_like_html(data) and on_host(url, _HOST)


def read(data: bytes, *, url: str = "", media_type: str = "", charset: str = "") -> LegalText:
    """Read the reasons, `para_3` for what is cited as "cons. 3", and the articles of the ruling.

    What they are about ("Sur l'article 1er :") stands between them and belongs to none. Raises
    RvcError for a page without text and when lxml is not installed.
    """
    del media_type
    site = Page(breaks=True, title=_title, edit=lambda paras: list(_judged(paras)))
    return read_site(data, url=url, charset=charset, site=site, language="fr")


def _title(page: _Element) -> str:
    return _SITE.sub("", heading_of(page) or page_title(page))


def _judged(paras: list[Para]) -> Iterator[Para]:
    """Headings are printed between the reasons without being their words, as is the end."""
    ended = False
    for para in paras:
        ended = ended or _END.match(para.text) is not None
        heading = len(para.text) <= _LONGEST and _is_heading(para)
        yield replace(para, level=0, centred=False, bold=False, aside=ended or heading)


def _is_heading(para: Para) -> bool:
    if _NUMBERED.match(para.text):
        return False
    subject = _SUBJECT.match(para.text) is not None and para.text.endswith(":")
    return subject or para.level > 0 or _STATED.match(para.text) is not None
