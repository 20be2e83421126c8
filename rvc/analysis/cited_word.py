"""Citations in the text of a Word file: `@key` in the prose, and the fields of citation programs.

Zotero and Mendeley keep CSL-JSON in the fields that they insert; `citation-key` there (CSL 1.0.2)
is the key in the bibliography that Zotero exports. Word's own field is `CITATION tag \\m tag`.
EndNote keeps a record in XML and no key. Fields stand between the signs that Word itself once used
for them: begin 0x13, result 0x14, end 0x15 (`rvc.adapters.manuscript_files`).
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from rvc.analysis.cited import Cited, Citings, hidden
from rvc.analysis.cited_markdown import in_markdown
from rvc.model.reference import Reference

_KEY = re.compile(r'"citation-?[kK]ey"\s*:\s*"([^"\\]+)"')
_FIELD = re.compile("\x13([^\x13\x14\x15]*)")
_TAGS = re.compile(r'^\s*CITATION\s+(?:"([^"]+)"|([^\s"\\]+))')
_FURTHER_TAGS = re.compile(r'\\m\s+(?:"([^"]+)"|([^\s"\\]+))')
_CSL = re.compile(r"^\s*ADDIN\s+(?:ZOTERO_ITEM\b|CSL_CITATION\b)")
_ENDNOTE = re.compile(r"ADDIN\s+EN\.CITE(?P<data>\.DATA)?\b")
_CITE = re.compile(r"<Cite\b.*?</Cite>", re.DOTALL)
_YEAR = re.compile(r"\d{4}")


class Keyless(Struct, frozen=True):
    """A citation in a field that names no key: where, and the work as its program knows it."""

    start: int
    end: int
    work: Reference

    @property
    def said(self) -> str:
        """The work for a reader; empty when the field tells nothing of it."""
        work = self.work
        named = work.title or work.fields.get("doi", "")
        return " ".join(part for part in (work.names, work.year, named) if part)


def in_word(text: str) -> Citings:
    """Yield the citations in a text as `rvc.adapters.manuscript_files` takes it out of a file."""
    yield from in_markdown(hidden(text, _FIELD, _KEY))
    for found in _KEY.finditer(text):
        yield Cited(found[1], *found.span(1))
    for field in _FIELD.finditer(text):
        first = _TAGS.match(field[1])
        if first:
            for tag in (first, *_FURTHER_TAGS.finditer(field[1])):
                group = 1 if tag[1] else 2
                start = field.start(1) + tag.start(group)
                yield Cited(tag[group], start, start + len(tag[group]))


def keyless_in_word(text: str) -> list[Keyless]:
    """Return the citations in fields that name no key."""
    found = []
    record = False  # EndNote keeps a record in the field itself, in one inside it, or in both
    for field in _FIELD.finditer(text):
        works = list(_works(field[1], text[field.end() : field.end() + 60]))
        inside = (endnote := _ENDNOTE.search(field[1])) is not None and endnote["data"]
        if not (inside and record):
            found += [Keyless(*field.span(1), work) for work in works]
        record = endnote is not None and bool(_CITE.search(field[1]))
    return found


def _works(field: str, after: str) -> Iterator[Reference]:
    """Yield the works without a key that a field cites; one of which nothing is said if it must."""
    if _CSL.match(field):
        yield from _csl(field)
    elif endnote := _ENDNOTE.search(field):
        cites = _CITE.findall(field)
        elsewhere = not endnote["data"] and after.startswith("\x13") and _ENDNOTE.search(after)
        if not cites and not elsewhere:
            yield _reference({})
        for cite in cites:
            yield _reference(_endnote(cite))


def _csl(field: str) -> Iterator[Reference]:
    """Yield the items of a citation of Zotero or Mendeley that have no key."""
    begin = field.find("{")
    try:
        data, _ = json.JSONDecoder().raw_decode(field, max(begin, 0))
    except (ValueError, RecursionError):
        data = None
    items = data.get("citationItems") if isinstance(data, dict) else None
    if not isinstance(items, list):
        if not _KEY.search(field):
            yield _reference({})
        return
    for item in items:
        work = item.get("itemData") if isinstance(item, dict) else None
        work = work if isinstance(work, dict) else {}
        if not (work.get("citation-key") or work.get("citationKey")):
            yield _reference(_plain(work))


def _plain(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return what tells a CSL item from others."""
    people = item.get("author") or item.get("editor") or []
    names = [one for one in people if isinstance(one, dict)] if isinstance(people, list) else []
    issued = item.get("issued")
    return {
        "title": str(item.get("title") or ""),
        "doi": str(item.get("DOI") or ""),
        "year": json.dumps(issued) if issued else "",
        "people": [str(one.get("family") or one.get("literal") or "") for one in names],
    }


def _endnote(cite: str) -> dict[str, Any]:
    """Return what tells a record of EndNote from others."""
    return {
        "title": _element(cite, "title"),
        "doi": _element(cite, "electronic-resource-num"),
        "year": _element(cite, "year") or _element(cite, "Year"),
        "people": [_text(name).partition(",")[0] for name in _elements(cite, "author")]
        or [_element(cite, "Author")],
    }


def _element(xml: str, name: str) -> str:
    return _text(next(iter(_elements(xml, name)), ""))


def _elements(xml: str, name: str) -> list[str]:
    return re.findall(rf"<{name}(?:\s[^>]*)?>(.*?)</{name}>", xml, re.DOTALL)


def _text(xml: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", xml)).split())


def _reference(said: Mapping[str, Any]) -> Reference:
    year = _YEAR.search(said.get("year", ""))
    doi = said.get("doi", "")
    return Reference(
        key="",
        type="",
        title=said.get("title", ""),
        year=year[0] if year else "",
        people=tuple((name, "") for name in said.get("people", ()) if name),
        fields={"doi": doi} if doi else {},
    )
