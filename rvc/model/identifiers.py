"""How works are named from outside: DOI, arXiv number, ISBN, PubMed number, address of a page."""

from __future__ import annotations

import re
from enum import StrEnum
from urllib.parse import unquote, urlsplit

from msgspec import Struct

_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
_DOI_PREFIX = re.compile(
    r"\s*(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi:\s*|urn:doi:)*\s*", re.I
)
_ARXIV = re.compile(r"(?:\d{4}\.\d{4,5}|[a-z][a-z-]*(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?")
_ARXIV_PREFIX = re.compile(
    r"\s*(?:https?://)?(?:(?:www\.|export\.)?arxiv\.org/(?:abs|pdf|html)/|arxiv:\s*)", re.I
)
_PUBMED_PREFIX = re.compile(
    r"\s*(?:(?:https?://)?(?:pubmed\.ncbi\.nlm\.nih\.gov/|www\.ncbi\.nlm\.nih\.gov/pubmed/)"
    r"|pmid:?\s*)",
    re.I,
)
_ARXIV_DOI = "10.48550/arxiv."


class IdentifierKind(StrEnum):
    """What an identifier names a work by."""

    DOI = "doi"
    ARXIV = "arxiv"
    ISBN = "isbn"
    PMID = "pmid"
    URL = "url"


class Identifier(Struct, frozen=True):
    """One identifier in its normal form (see the functions of this module)."""

    kind: IdentifierKind
    value: str


def normal_doi(text: str) -> str:
    """Return the bare DOI in `text` in lower case, or an empty text when there is none.

    DOIs ignore the case of ASCII letters (DOI Handbook, 2.4). Accepts `doi:` and addresses of
    doi.org, percent-encoded or not.
    """
    bare = _DOI_PREFIX.sub("", text, count=1).strip()
    if "%" in bare:
        bare = unquote(bare)
    match = _DOI.match(bare)
    return match[0].rstrip(".,;").lower() if match else ""


def arxiv_of_doi(doi: str) -> str:
    """Return the arXiv number in a DOI that arXiv gave (`10.48550/arXiv.2101.00001`), or ''."""
    doi = normal_doi(doi)
    return doi.removeprefix(_ARXIV_DOI) if doi.startswith(_ARXIV_DOI) else ""


def normal_isbn(text: str) -> str:
    """Return the digits of an ISBN as ISBN-13, or an empty text when the check digit is wrong.

    ISO 2108: an ISBN-10 becomes an ISBN-13 by the prefix 978 and a new check digit.
    """
    digits = re.sub(r"[\s‐-―-]", "", re.sub(r"^\s*isbn(?:-1[03])?:?", "", text, flags=re.I))
    digits = digits.upper()
    if re.fullmatch(r"\d{9}[\dX]", digits):
        weighted = [(10 if c == "X" else int(c)) * (10 - i) for i, c in enumerate(digits)]
        return _with_check("978" + digits[:9]) if sum(weighted) % 11 == 0 else ""
    if re.fullmatch(r"97[89]\d{10}", digits):
        return digits if _with_check(digits[:12]) == digits else ""
    return ""


def _with_check(twelve: str) -> str:
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(twelve))
    return twelve + str(-total % 10)


def read_identifier(text: str) -> Identifier | None:
    """Return what `text` names a work by, or None: a DOI, arXiv number, ISBN, PMID or web address.

    Addresses that contain one of the others count as that; a bare number of up to eight digits is
    no identifier, as it can be anything (write `pmid:20137807`).
    """
    text = text.strip()
    arxiv = _ARXIV_PREFIX.match(text)
    if arxiv is not None:
        found = _ARXIV.match(text[arxiv.end() :])
        return Identifier(IdentifierKind.ARXIV, found[0]) if found else None
    pubmed = _PUBMED_PREFIX.match(text)
    if pubmed is not None:
        number = re.match(r"\d{1,8}", text[pubmed.end() :])
        return Identifier(IdentifierKind.PMID, number[0]) if number else None
    doi = normal_doi(text)
    if doi:
        preprint = arxiv_of_doi(doi)
        kind = IdentifierKind.ARXIV if preprint else IdentifierKind.DOI
        return Identifier(kind, preprint or doi)
    if _ARXIV.fullmatch(text):
        return Identifier(IdentifierKind.ARXIV, text)
    isbn = normal_isbn(text)
    if isbn:
        return Identifier(IdentifierKind.ISBN, isbn)
    return _address(text)


def _address(text: str) -> Identifier | None:
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    if parts.scheme.lower() not in {"http", "https"} or not parts.hostname:
        return None
    doi = _DOI.search(unquote(parts.path))
    if doi is not None:
        # Publishers put the DOI into the address and their own endings behind it.
        bare = re.sub(r"(?:/(?:full|abstract|pdf|epub|html|meta)|\.pdf|\.html?)+$", "", doi[0])
        return Identifier(IdentifierKind.DOI, normal_doi(bare))
    return Identifier(IdentifierKind.URL, text)
