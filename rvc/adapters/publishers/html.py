"""Read any HTML page of a legal text by its headings and numbers."""

from __future__ import annotations

from rvc.adapters.publishers.drafting import lay_out
from rvc.adapters.publishers.encoding import decode
from rvc.adapters.publishers.html_lines import Page, language_of, page_title, read_lines
from rvc.adapters.publishers.outline import outline
from rvc.adapters.publishers.paras import Para
from rvc.adapters.publishers.sites import looks_like_html
from rvc.adapters.publishers.xml_input import parse_html
from rvc.errors import RvcError
from rvc.model.text import LegalText
from rvc.model.text import ProvisionKind as Kind


def recognises(data: bytes, *, url: str = "", media_type: str = "") -> bool:
    """Whether the bytes look like an HTML page."""
    said = media_type.partition(";")[0].strip().lower()
    if said in {"text/html", "application/xhtml+xml"} and not data.startswith((b"%PDF", b"PK")):
        return True
    del url
    return looks_like_html(data)


def read(data: bytes, *, url: str = "", media_type: str = "", charset: str = "") -> LegalText:
    """Read an HTML page: headings, articles, sections, numbered paragraphs, tables by rows.

    Raises RvcError for a page without text and when lxml is not installed.
    """
    del media_type
    return read_site(data, url=url, charset=charset)


def read_site(
    data: bytes,
    *,
    url: str,
    charset: str,
    site: Page | None = None,
    basic: Kind = Kind.SECTION,
    language: str = "",
) -> LegalText:
    """Read a page by what is known of its site; `language` replaces the page's own."""
    decoded = decode(data, charset=charset)
    page = parse_html(decoded.text, url=url)
    paras = read_lines(page, site)
    if not paras:
        raise RvcError(
            "the page holds no text",
            where=url,
            hint="it may be built by scripts: save it from a browser and add the file",
        )
    first = next((para.text for para in paras if para.level == 1), "")
    own = (site.title(page) if site else "") or page_title(page) or first
    return lay_out(
        outline(without_title(paras, own), basic=basic),
        data=data,
        language=language or language_of(page),
        title=own,
        notes=[decoded.note] if decoded.note else [],
    )


def without_title(paras: list[Para], title: str) -> list[Para]:
    """The page's main heading names the whole text: it opens no provision around all others."""
    first = next((place for place, para in enumerate(paras) if para.level == 1), None)
    ones = sum(para.level == 1 for para in paras)
    if first is None or (ones > 1 and paras[first].text != title):
        return paras
    return [*paras[:first], Para(paras[first].text, styled=True), *paras[first + 1 :]]
