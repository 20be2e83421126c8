"""legislation.gov.uk: Acts, instruments and retained EU law, in CLML, Akoma Ntoso or HTML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from rvc.adapters.publishers import leg_html
from rvc.adapters.publishers.clml import read_clml
from rvc.adapters.publishers.clml_status import not_in_force
from rvc.adapters.publishers.drafting import Draft, Line, lay_out
from rvc.adapters.publishers.sites import looks_like_html, on_host
from rvc.adapters.publishers.xml_input import local, parse_xml, root_name, words_of
from rvc.errors import RvcError
from rvc.model.text import LegalText
from rvc.model.text import ProvisionKind as Kind

if TYPE_CHECKING:
    from lxml.etree import _Element

_HOST = "legislation.gov.uk"
_TYPED = re.compile(r"^/(?:id/)?([a-z]{3,5}/(?:\d{4}|[A-Z][\w-]*/[\d-]+)/\d+)((?:/[^/]+)*?)/?$")
_DATED = re.compile(r"/(?:\d{4}-\d{2}-\d{2}|enacted|made|created|adopted|prospective)$")
_FILE = re.compile(r"/data\.(?:xml|akn|xht|html?|pdf|rdf|feed|csv)$")


def recognises(data: bytes, *, url: str = "", media_type: str = "") -> bool:
    """Whether the bytes are a CLML file, or Akoma Ntoso or a page from legislation.gov.uk."""
    del media_type
    root = root_name(data)
    if root in {"Legislation", "akomaNtoso"}:
        return root == "Legislation" or on_host(url, _HOST)
    return (on_host(url, _HOST) or not url) and looks_like_html(data) and leg_html.recognises(data)


def read(data: bytes, *, url: str = "", media_type: str = "", charset: str = "") -> LegalText:
    """Read a whole Act or instrument, a part of one, or one section at a date.

    `amendments` are the editors' marks with their annotations. Notes tell effects not yet applied,
    drafts, and files with contents or metadata only. Raises RvcError for a feed or broken XML.
    """
    if root_name(data) != "Legislation" and leg_html.recognises(data):
        return leg_html.read(data, url=url, charset=charset)
    root = parse_xml(data, url=url)
    if local(root) == "akomaNtoso":
        from rvc.adapters.publishers import akoma_ntoso

        return akoma_ntoso.read(data, url=url, media_type=media_type, charset=charset)
    if local(root) != "Legislation":
        raise RvcError(
            f"<{local(root)}> is no text of a law", where=url, hint="add /data.xml to its address"
        )
    parts, commentaries = read_clml(root)
    notes = [*_remarks(root, parts), *commentaries.others]
    return lay_out(
        parts, data=data, language=_first(root, "language") or "en", title=_title(root), notes=notes
    )


def point_in_time_url(url: str, date: str = "", *, form: str = "xml") -> str:
    """The address of a law or provision as it stood on an ISO date ("" = as it stands today).

    `date` may also be "enacted", "made" or "prospective". `form` is "xml" (CLML), "akn" or "" for
    the page people read. Raises RvcError for an address of another site or an impossible date.
    """
    parts = urlsplit(url if "://" in url else f"https://{url}")
    path = _FILE.sub("", parts.path.rstrip("/"))
    path = _DATED.sub("", path).removesuffix("/contents")
    if not on_host(urlunsplit(parts), _HOST) or not _TYPED.match(path):
        raise RvcError("not the address of a law on legislation.gov.uk", where=url)
    if date and not re.fullmatch(r"\d{4}-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])|[a-z]+", date):
        raise RvcError(f"'{date}' is no ISO date", where=url, hint="write 2022-02-28")
    path = path.replace("/id/", "/", 1) + (f"/{date}" if date else "")
    path += f"/data.{form}" if form else ""
    return urlunsplit(("https", "www.legislation.gov.uk", path, "", ""))


def for_programs(url: str) -> str:
    """The address of the XML behind a page of a law, at the date that the page names, if any.

    An address that names a file already, or no law of this site, stays as it is.
    """
    parts = urlsplit(url)
    path = parts.path.rstrip("/")
    dated = _DATED.search(path)
    if not on_host(url, _HOST) or _FILE.search(path) or not _TYPED.match(_DATED.sub("", path)):
        return url
    return point_in_time_url(url, dated[0][1:] if dated else "")


def effects_feed(url: str) -> str:
    """The address of the feed of all changes to the law that a page shows, "" for other pages.

    Also "" for the laws numbered by regnal years, whose feeds are addressed otherwise.
    """
    found = _TYPED.match(_FILE.sub("", urlsplit(url).path)) if on_host(url, _HOST) else None
    kind, _, number = found[1].partition("/") if found else ("", "", "")
    if not re.fullmatch(r"\d{4}/\d+", number):
        return ""
    return f"https://www.{_HOST}/changes/affected/{kind}/{number}/data.feed"


def _first(root: _Element, name: str) -> str:
    found = next(root.iter(f"{{*}}{name}"), None)
    return words_of(found) if found is not None else ""


def _title(root: _Element) -> str:
    found = root.find("{*}Metadata/{http://purl.org/dc/elements/1.1/}title")
    if found is not None and found.text:
        return " ".join(found.text.split())
    return _first(root, "Title") or _first(root, "MultilineTitle")


def _remarks(root: _Element, parts: list[Line | Draft]) -> list[str]:
    remarks = []
    status = next((one.get("Value", "") for one in root.iter("{*}DocumentStatus")), "")
    if status == "draft" or next(root.iter("{*}Draft"), None) is not None:
        remarks.append("a draft: not made law when it was published")
    if not any(isinstance(part, Draft) and part.kind is not Kind.PREAMBLE for part in parts):
        what = "contents" if next(root.iter("{*}Contents"), None) is not None else "metadata"
        remarks.append(f"the file holds {what} only: no provision could be read")
    remarks += not_in_force(root)
    waiting = [one.get("AffectedProvisions", "") for one in root.iter("{*}UnappliedEffect")]
    if waiting:
        named = "; ".join(dict.fromkeys(one for one in waiting if one))
        remarks.append(f"{len(waiting)} changes are not yet applied to this text: {named}")
    return remarks
