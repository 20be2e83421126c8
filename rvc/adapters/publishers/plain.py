"""Read plain text and Markdown: headings, "Article 3", "Section 54", numbered paragraphs."""

from __future__ import annotations

import re

from rvc.adapters.publishers.drafting import lay_out
from rvc.adapters.publishers.encoding import decode
from rvc.adapters.publishers.outline import outline
from rvc.adapters.publishers.paras import Para
from rvc.model.text import LegalText

_HASHES = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+)(?<=\S)\1$")
_LINK = re.compile(r"!?\[([^\[\]]+)\]\([^()\s]+\)")
_CALL = re.compile(r"\[\^[\w-]+\](?!:)")
_NOTE = re.compile(r"\[\^[\w-]+\]:\s*")
_ANCHOR = re.compile(r"\s*\{#[\w-]+\}$")
_STARS = re.compile(r"(\*\*|__)(?=\S)((?:(?!\1).)+?)(?<=\S)\1")
_INDEX = re.compile(r"(?:[-*+]|\d+[.)])\s+\[[^\[\]]+\]\(#[^()\s]*\)$")
_UNDER_HEADER = re.compile(r"\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?$")
_RULE = re.compile(r"(?:[-*_=]\s*){3,}$")


def recognises(data: bytes, *, url: str = "", media_type: str = "") -> bool:
    """Whether the bytes are plain text or Markdown."""
    said = media_type.partition(";")[0].strip().lower()
    if said in {"text/plain", "text/markdown"}:
        return True
    named = url.partition("?")[0].lower().endswith((".txt", ".md", ".markdown"))
    return named and b"\x00" not in data[:1024]


def read(data: bytes, *, url: str = "", media_type: str = "", charset: str = "") -> LegalText:
    """Read plain text or Markdown; each non-empty line is one paragraph.

    Lines keep their words; what only Markdown's readers see (`#`, stars for bold print, addresses
    of links, calls to notes) is left out. Notes and an index of links belong to no provision.
    """
    del url, media_type
    decoded = decode(data, charset=charset)
    paras = [para for line in decoded.text.splitlines() if (para := _para(line))]
    title = ""
    if paras and [para.level for para in paras].count(1) == 1 and paras[0].level == 1:
        title, paras[0] = paras[0].text, Para(paras[0].text)
    notes = (decoded.note,) if decoded.note else ()
    return lay_out(outline(paras), data=data, title=title, notes=notes)


def _para(line: str) -> Para | None:
    text = " ".join(line.split())
    if not text or _RULE.fullmatch(text) or _UNDER_HEADER.fullmatch(text):
        return None
    hashes = _HASHES.match(text)
    level = len(hashes[1]) if hashes else 0
    text = _ANCHOR.sub("", hashes[2]) if hashes else text
    note, index = _NOTE.match(text), _INDEX.match(text)
    if note or index:
        said = _inline(text[note.end() if note else 0 :])
        return Para(said, aside=True) if said else None
    bold = _BOLD.match(text)
    row = text.startswith("|") and text.endswith("|") and len(text) > 1
    text = _inline(bold[2] if bold else text)
    return Para(text, level=level, bold=bold is not None, row=row) if text else None


def _inline(text: str) -> str:
    """Words without the marks of Markdown; a row of a table parts its cells as other readers do."""
    text = _CALL.sub("", _LINK.sub(r"\1", text))
    text = _STARS.sub(r"\2", text)
    return text.strip("| ") if text.startswith("|") and text.endswith("|") else text
