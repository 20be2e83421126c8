"""Bills and resolutions of the United States Congress, in the bill DTD of the House."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rvc.adapters.publishers.drafting import lay_out
from rvc.adapters.publishers.xml_grammar import Grammar
from rvc.adapters.publishers.xml_input import local, parse_xml, root_name
from rvc.adapters.publishers.xml_outline import Walker
from rvc.errors import RvcError
from rvc.model.text import LegalText
from rvc.model.text import ProvisionKind as Kind

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROOTS = {"bill", "resolution", "amendment-doc", "pLaw"}
_KINDS = {
    "title": Kind.TITLE,
    "subtitle": Kind.PART,
    "part": Kind.PART,
    "subpart": Kind.PART,
    "chapter": Kind.CHAPTER,
    "division": Kind.BOOK,
    "section": Kind.SECTION,
    "subsection": Kind.SUBSECTION,
    "paragraph": Kind.PARAGRAPH,
    "subparagraph": Kind.SUBPARAGRAPH,
    "clause": Kind.POINT,
    "subclause": Kind.POINT,
    "item": Kind.POINT,
    "subitem": Kind.POINT,
    "preamble": Kind.PREAMBLE,
}


def recognises(data: bytes, *, url: str = "", media_type: str = "") -> bool:
    """Whether the bytes are a bill in the XML of the US House."""
    del url, media_type
    return root_name(data) in _ROOTS


def read(data: bytes, *, url: str = "", media_type: str = "", charset: str = "") -> LegalText:
    """Read a bill; wording it would put into other laws is text, not provisions of its own.

    Raises RvcError for other or broken XML.
    """
    del media_type, charset
    root = parse_xml(data, url=url)
    if local(root) not in _ROOTS:
        raise RvcError(f"<{local(root)}> is no US bill", where=url)
    grammar = Grammar(
        kind=lambda element, _kinds: _kind(element),
        numbers=frozenset({"enum"}),
        headings=frozenset({"header"}),
        blocks=frozenset({
            "text", "toc-entry", "official-title", "legis-type", "legis-num", "attestation-date",
            "attestor", "role", "continuation-text", "congress", "session", "current-chamber",
            "action-date", "action-desc", "enacting-clause", "resolving-clause", "whereas",
            "calendar",
        }),
        skipped=frozenset({"metadata", "distribution-code", "endorsement"}),
        quoted=frozenset({"quoted-block"}),
        rows=frozenset({"row"}),
        quotes=lambda _element: ("“", "”"),
        appended=lambda element: local(element) == "after-quoted-block",
        around=lambda element: ("“", "”") if local(element) == "quote" else ("", ""),
    )  # fmt: skip
    title = root.find(".//{http://purl.org/dc/elements/1.1/}title")
    return lay_out(
        Walker(grammar).walk(root),
        data=data,
        language="en",
        title=" ".join((title.text or "").split()) if title is not None else "",
    )


def _kind(element: _Element) -> Kind | None:
    """The kind by name; an element without a number is no provision but running text."""
    kind = _KINDS.get(local(element))
    numbered = any(local(child) == "enum" for child in element)
    return kind if numbered or kind is Kind.PREAMBLE else None
