"""Where a work is on the web, as an address that is safe to hand to a browser."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from rvc.errors import RvcError
from rvc.model.identifiers import normal_doi
from rvc.model.reference import Reference

_SAFE = "/:?#[]@!$&'()*+,;=%-._~"


def page_of(work: Reference) -> str:
    """Return the address of the page of a work: of its DOI, else its arXiv number, else its url.

    RvcError when it has none, or its url is anything but a page of the web (`file:`,
    `javascript:`).
    """
    fields = work.fields
    doi = normal_doi(fields.get("doi", ""))
    if doi:
        return f"https://doi.org/{quote(doi, safe=_SAFE.replace('#', '').replace('?', ''))}"
    if "arxiv" in (fields.get("archiveprefix", "") + fields.get("eprinttype", "")).lower():
        return f"https://arxiv.org/abs/{quote(fields.get('eprint', ''), safe='/.')}"
    url = fields.get("url", "").strip()
    if not url:
        raise RvcError(f"'{work.key}' has neither a DOI nor an address")
    try:
        parts = urlsplit(url)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme.lower() not in {"http", "https"} or not parts.hostname:
        raise RvcError(f"the address of '{work.key}' is no page of the web: {url}")
    return quote(url, safe=_SAFE)
