"""What the dossier pages of both French chambers have in common: steps, dates, lines with links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from msgspec import Struct

from rvc.adapters.publishers.xml_input import local

if TYPE_CHECKING:
    from lxml.etree import _Element

ASSEMBLEE, SENAT, CMP = "assemblee", "senat", "CMP"
COUNCIL, GOVERNMENT = "conseil constitutionnel", "gouvernement"
DEPOT, COMMISSION, HEMICYCLE = "depot", "commission", "hemicycle"

_MONTHS = {
    "janvier": 1, "février": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7,
    "août": 8, "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12,
}  # fmt: skip
_DATE = re.compile(rf"\b(\d{{1,2}})(?:er)?\s+({'|'.join(_MONTHS)})\s+(\d{{4}})\b", re.IGNORECASE)
_JO = re.compile(r"JORFTEXT\d{12}")
_BREAKS = {"br", "p", "li", "div", "tr", "td", "table", "ul", "ol", "h1", "h2", "h3", "h4", "h5"}


class DossierStep(Struct, frozen=True):
    """One step of a French bill: where, at which stage, when, and the address of its text.

    `chamber` is one of the names above, `stage` the page's own label ("1ère lecture", "CMP"),
    `step` one of "depot", "commission", "hemicycle" or "" after Parliament. `date` is an ISO date
    or "", `url` the text's address or "", `other_url` the same text at the other chamber.
    """

    chamber: str
    stage: str
    step: str
    date: str = ""
    url: str = ""
    other_url: str = ""


class Dossier(Struct, frozen=True):
    """What a dossier page says of a bill: its titles and its steps in order.

    `urgent` tells the accelerated procedure; `law` is the law's name once promulgated.
    """

    title: str
    steps: tuple[DossierStep, ...]
    urgent: bool = False
    law: str = ""


@dataclass(slots=True)
class LinkedLine:
    """A line of a page and its links as (words, address)."""

    text: str = ""
    links: list[tuple[str, str]] = field(default_factory=list)

    def link(self, words: str) -> str:
        """The address of the first link whose words match the pattern, else ""."""
        pattern = re.compile(words, re.IGNORECASE)
        return next((url for said, url in self.links if pattern.match(said)), "")


def dates_in(text: str) -> list[str]:
    """All dates written out in French, as ISO dates in order."""
    return [
        f"{found[3]}-{_MONTHS[found[2].lower()]:02}-{int(found[1]):02}"
        for found in _DATE.finditer(text)
    ]


def last_date(text: str) -> str:
    """The last date in a text, "" if it has none."""
    return (dates_in(text) or [""])[-1]


def first_date(text: str) -> str:
    """The first date in a text, "" if it has none."""
    return (dates_in(text) or [""])[0]


def jo_address(html: str) -> str:
    """The address at Légifrance of the first text of the Journal officiel that a page names."""
    found = _JO.search(html)
    return f"https://www.legifrance.gouv.fr/jorf/id/{found[0]}" if found else ""


def base_of(source: str, site: str) -> str:
    """What relative addresses start from: the page's own address, the site's for a saved file."""
    return source if source.lower().startswith(("http://", "https://")) else site


def linked_lines(root: _Element, base: str) -> list[LinkedLine]:
    """The lines of an element with their links made absolute, empty lines left out."""
    lines = [LinkedLine()]
    for kind, words, link in _events(root):
        if kind == "break":
            lines.append(LinkedLine())
        else:
            lines[-1].text += words
            if link:
                lines[-1].links.append((_clean(words), urljoin(base, link.strip())))
    for line in lines:
        line.text = _clean(line.text)
    return [line for line in lines if line.text or line.links]


def _events(root: _Element) -> Iterator[tuple[str, str, str]]:
    """Breaks and words with their links, in order; pages nest deeper than Python calls do."""
    waiting: list[_Element | tuple[str, str, str]] = [root]
    while waiting:
        one = waiting.pop()
        if isinstance(one, tuple):
            yield one
            continue
        name = local(one)
        if name in {"script", "style", "select", "form", "head"} or not name:
            continue
        if name in _BREAKS:
            yield "break", "", ""
            waiting.append(("break", "", ""))
        if name == "a" and one.get("href"):
            yield "words", "".join(str(part) for part in one.itertext()), one.get("href", "")
            continue
        yield "words", one.text or "", ""
        for child in reversed(one):
            waiting += [("words", child.tail or "", ""), child]


def _clean(text: str) -> str:
    return " ".join(text.split())
