"""The HTML that legislation.gov.uk writes, and the Parliament for its bills from 2006 to 2018.

Every part has a class that starts with "Leg": `LegP1No` a number, `LegP1GroupTitle` a heading,
`…Amend` wording for another Act.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rvc.adapters.publishers.html import read_site
from rvc.adapters.publishers.html_lines import Page
from rvc.adapters.publishers.sites import is_classed
from rvc.model.text import LegalText
from rvc.model.text import ProvisionKind as Kind

if TYPE_CHECKING:
    from lxml.etree import _Element

_SIGN = re.compile(rb"class=[\"'][^\"']*\bLeg(?:P1No|P1GroupTitle|P2Container|Snippet|Content)\b")
_ROOT = re.compile(r"\bLeg(?:Snippet|Content)\b")
_LEFT_OUT = re.compile(
    r"\bLeg(?:Annotations|CommentaryLink|Commentary\w*|ChangeDelimiter|ExtentRestriction|Nav\w*|"
    r"ExtentContainer|ProspectiveText)\b|\b(?:line-?num(?:ber)?s?|newPage|chunkPage)\b"
)
_CONTENTS = re.compile(r"\bLegContents(?:No|Title|Entry|Item|\w*)\b")
_HEADINGS = (
    re.compile(r"\bLeg(?:Schedule|EUAnnex)(?:First|Heading)?\b"),
    re.compile(r"\bLeg(?:EU)?(?:Part|Title)(?:First)?\b"),
    re.compile(r"\bLeg(?:EU)?Chapter(?:First)?\b"),
    re.compile(r"\bLeg(?:Pblock|EUSection)(?:Title)?(?:First)?\b"),
    re.compile(r"\bLegS?P1(?:Group)?(?:Title|Container)(?:First)?\b"),
)
_FRONT = re.compile(r"\bLeg(?:Title|No|Number|DateOfEnactment|LongTitle)\b")
_QUOTED = re.compile(r"\bLeg\w*Amend\b")


def recognises(data: bytes) -> bool:
    """Whether the classes of a page are those of legislation.gov.uk."""
    return _SIGN.search(data) is not None


def read(data: bytes, *, url: str = "", charset: str = "", basic: Kind = Kind.SECTION) -> LegalText:
    """Read sections (or clauses, as `basic` says), schedules and wording for other Acts.

    Annotations, their signs in the text, line and page numbers are left out. Raises RvcError for a
    page without text and when lxml is not installed.
    """
    site = Page(root=_root, skips=_is_left_out, level=_level, aside=_is_front, quoted=_is_quoted)
    return read_site(data, url=url, charset=charset, site=site, basic=basic, language="en")


def _root(page: _Element) -> _Element | None:
    return next((one for one in page.iter("div") if is_classed(one, _ROOT)), None)


def _is_left_out(element: _Element) -> bool:
    return is_classed(element, _LEFT_OUT) or is_classed(element, _CONTENTS)


def _level(element: _Element) -> int:
    found = (place for place, name in enumerate(_HEADINGS, 2) if is_classed(element, name))
    return next(found, 0)


def _is_front(element: _Element) -> bool:
    """Title, number and date of an Act are headings of nothing."""
    return is_classed(element, _FRONT)


def _is_quoted(element: _Element) -> bool:
    return is_classed(element, _QUOTED)
