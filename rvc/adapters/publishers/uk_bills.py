"""Bills before the Parliament of the United Kingdom: their text (HTML) and their publications."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from rvc.adapters.publishers import leg_html
from rvc.adapters.publishers.html import read_site
from rvc.adapters.publishers.html_lines import Page
from rvc.adapters.publishers.paras import Para
from rvc.adapters.publishers.sites import looks_like_html, on_host
from rvc.errors import RvcError
from rvc.model.text import LegalText
from rvc.model.text import ProvisionKind as Kind

if TYPE_CHECKING:
    from lxml.etree import _Element

_HOSTS = ("publications.parliament.uk", "bills.parliament.uk", "bills-api.parliament.uk")
_API = "https://bills-api.parliament.uk/api/v1/Publications/{}/Documents/{}/Download"
_MARGIN = re.compile(r"\b(?:line-?num(?:ber)?s?|pagenum(?:ber)?|LegLine\w*|bill-line)\b", re.I)


_PAGE_HEADER = re.compile(r"\bBill(?:\s*\[HL\])?\s*Page \d+$")
_GLUED = re.compile(r"(?<![\w£€$.,(/-])(\d{1,2})(?!(?:st|nd|rd|th)\b)(?=[A-Za-z][a-z]|“)")


class BillFile(Struct, frozen=True):
    """One file of a publication, or a link to one: name, media type, size (0 unknown), address."""

    name: str
    media_type: str
    size: int
    url: str


class BillPublication(Struct, frozen=True):
    """One thing published on a bill: the bill as introduced, as amended, explanatory notes …

    `house` is "Commons", "Lords" or "Unassigned", `date` an ISO date or "".
    """

    id: str
    title: str
    type: str
    house: str
    date: str
    files: tuple[BillFile, ...]


def recognises(data: bytes, *, url: str = "", media_type: str = "") -> bool:
    """Whether the page is a bill on the site of the Parliament."""
    del media_type
    return looks_like_html(data) and (
        on_host(url, *_HOSTS) or b"publications.parliament.uk/pa/bills" in data[:20_000]
    )


def read(data: bytes, *, url: str = "", media_type: str = "", charset: str = "") -> LegalText:
    """Read the clauses and schedules of a bill; line numbers on the margin are left out.

    Raises RvcError for a page without text and when lxml is not installed.
    """
    del media_type
    if leg_html.recognises(data):
        return leg_html.read(data, url=url, charset=charset, basic=Kind.CLAUSE)
    site = Page(skips=_is_margin, edit=_without_margin)
    return read_site(data, url=url, charset=charset, site=site, basic=Kind.CLAUSE, language="en")


def read_publications(data: bytes, *, url: str = "") -> tuple[BillPublication, ...]:
    """Read the bills API's list of publications (`/api/v1/Bills/{id}/Publications`), oldest first.

    Raises RvcError for what is no such list.
    """
    try:
        listed = json.loads(data)["publications"]
        read = [_publication(one) for one in listed]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise RvcError(
            "not a list of a bill's publications",
            where=url,
            hint="fetch https://bills-api.parliament.uk/api/v1/Bills/<number>/Publications",
        ) from error
    return tuple(sorted(read, key=lambda one: one.date))


def _publication(one: dict[str, Any]) -> BillPublication:
    number = str(one["id"])
    files = [
        BillFile(
            name=str(file.get("filename") or ""),
            media_type=str(file.get("contentType") or ""),
            size=int(file.get("contentLength") or 0),
            url=_API.format(number, file["id"]),
        )
        for file in one.get("files") or []
    ]
    files += [
        BillFile(
            name=str(link.get("title") or ""),
            media_type=str(link.get("contentType") or ""),
            size=0,
            url=str(link.get("url") or ""),
        )
        for link in one.get("links") or []
    ]
    return BillPublication(
        id=number,
        title=str(one.get("title") or ""),
        type=str((one.get("publicationType") or {}).get("name") or ""),
        house=str(one.get("house") or ""),
        date=str(one.get("displayDate") or "")[:10],
        files=tuple(files),
    )


def _without_margin(paras: list[Para]) -> list[Para]:
    """Leave out page headers, and line numbers that stand glued before the word they count.

    Lines are counted in fives, anew on each page: "10Regulations" is only read so where the number
    is the next to come.
    """
    kept: list[Para] = []
    last = 0
    for para in paras:
        if _PAGE_HEADER.search(para.text):
            continue
        if para.text in {"5", "10", str(last + 5)}:
            last = int(para.text)
            continue
        pieces, at = [], 0
        for found in _GLUED.finditer(para.text):
            number = int(found[1])
            if number in {5, 10, last + 5}:
                pieces.append(para.text[at : found.start()])
                at, last = found.end(), number
        text = "".join([*pieces, para.text[at:]]).strip()
        if text:
            kept.append(replace(para, text=text))
    return kept


def _is_margin(element: _Element) -> bool:
    return _MARGIN.search(element.get("class", "")) is not None
