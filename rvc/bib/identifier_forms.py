"""DOIs and addresses in the form that fields want: bare, without the wrapping of LaTeX."""

from __future__ import annotations

import re
from urllib.parse import unquote

from rvc.bib.latex import decode_verbatim

_PREFIX = re.compile(r"(?:\s*(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi:|urn:doi:))+\s*", re.I)
_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s{}\\]+")
_ENCODED = re.compile(r"%[0-9a-f]{2}", re.I)
_WRAPPED = re.compile(r"\\(?:url|path|nolinkurl)\s*\{([^{}]*)\}|<([^<>\s]+)>")


def unwrapped(value: str) -> str:
    """Return what an address or DOI is without `\\url{…}`, `<…>`, braces and `\\_`."""
    text = value.strip()
    wrapped = _WRAPPED.fullmatch(text)
    if wrapped:
        text = (wrapped[1] or wrapped[2] or "").strip()
    if text.startswith("{") and text.endswith("}") and text.count("{") == 1:
        text = text[1:-1].strip()
    return decode_verbatim(text)


def bare_doi(value: str) -> str:
    """Return the DOI as its owner writes it, or an empty text when the value is not just a DOI.

    Addresses of doi.org and `doi:` before it go, percent-encoding is undone, and what never ends a
    DOI (`.`, `,`, `;`) goes too.
    """
    text = unwrapped(value)
    prefix = _PREFIX.match(text)
    if prefix:
        text = text[prefix.end() :]
    found = _DOI.fullmatch(_percent_decoded(text.strip()))
    return found[0].rstrip(".,;") if found else ""


def shown_doi(value: str) -> str:
    """Return the DOI in a field, or what stands there instead, without the wrapping of LaTeX."""
    return bare_doi(value) or unwrapped(value)


def _percent_decoded(text: str) -> str:
    """Return `%28` as `(`; text as it is where that gives nothing that a field can hold."""
    if not _ENCODED.search(text):
        return text
    try:
        decoded = unquote(text, errors="strict")
    except UnicodeDecodeError:
        return text
    return decoded if decoded.isprintable() and '"' not in decoded else text
