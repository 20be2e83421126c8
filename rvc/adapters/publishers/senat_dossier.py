"""Dossier pages of the Sénat: the steps of a bill through both chambers, with its texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rvc.adapters.publishers import french_dossier as fd
from rvc.adapters.publishers.encoding import decode
from rvc.adapters.publishers.french_dossier import Dossier, DossierStep, LinkedLine
from rvc.adapters.publishers.xml_input import parse_html, words_of
from rvc.errors import RvcError

if TYPE_CHECKING:
    from lxml.etree import _Element

_BASE = "https://www.senat.fr/"
_PICTURE = re.compile(r"picto_timeline_(\d\d)")
_OPENED = {"01": fd.ASSEMBLEE, "02": fd.SENAT}
_VOTED = re.compile(r"\b(?:adopté|modifié|rejeté|approuvé)", re.IGNORECASE)
_COMMITTEE_TEXT = r"(?:texte|résultat des travaux) de la commission"
_TERM = re.compile(r"assemblee-nationale\.fr/(?:dyn/)?(\d{2})/")
_NUMBER_THERE = re.compile(r"numéro de dépôt à l'Assemblée nationale\s*:\s*(\d+)", re.IGNORECASE)
_THERE = "http://www.assemblee-nationale.fr/{}/ta-commission/r{:04}-a0.asp"
_URGENT = re.compile(
    r"procédure accélérée\W{0,20}(?:</\w+>)?\s*(?:est )?engagée|"
    r"engag\w+\s+la\s+procédure accélérée",
    re.IGNORECASE,
)
_DEFINITIVE = "l. définitive"


def read_dossier(data: bytes, *, url: str = "") -> Dossier:
    """Read the steps of the timeline in order, with the texts' addresses and dates.

    Raises RvcError for a page without a timeline and when lxml is not installed.
    """
    html = decode(data).text
    page = parse_html(html, url=url)
    items = [one for one in page.iter("div") if one.get("id", "").startswith("timeline-")]
    if not items:
        raise RvcError(
            "the page shows no timeline of a bill", where=url, hint="is it a dossier of the Sénat?"
        )
    title = next((words_of(one) for one in page.iter("h1")), "")
    law = next((words_of(one) for one in page.iter("strong") if _is_law(words_of(one))), "")
    term = _TERM.search(html)
    steps = _Timeline(
        _dates(page), fd.jo_address(html), fd.base_of(url, _BASE), term[1] if term else ""
    )
    return Dossier(
        title=title,
        steps=tuple(step for item in items for step in steps.of(item)),
        urgent=_URGENT.search(html) is not None,
        law=law,
    )


def _is_law(words: str) -> bool:
    return re.match(r"Loi (?:organique |constitutionnelle )?n°", words) is not None


def _dates(page: _Element) -> dict[str, str]:
    """The dates of the overview at the top of the page, by the item that they point to."""
    return {
        link.get("href", "").removeprefix("#"): fd.first_date(link.get("title", ""))
        for link in page.iter("a")
        if link.get("href", "").startswith("#timeline-") and link.get("title")
    }


class _Timeline:
    """Carries chamber and stage from one item of the timeline to the next."""

    def __init__(self, dates: dict[str, str], official: str, base: str, term: str) -> None:
        self.dates = dates
        self.official = official
        self.base = base
        self.term = term
        self.chamber = self.stage = ""

    def of(self, item: _Element) -> Iterator[DossierStep]:
        """The steps that one item of the timeline tells."""
        sources = (one.get("src", "") for one in item.iter("img"))
        kind = next((found[1] for one in sources if (found := _PICTURE.search(one))), "")
        lines = fd.linked_lines(item, self.base)
        date = self.dates.get(item.get("id", ""), "")
        if kind in _OPENED:
            self.chamber = _OPENED[kind]
            self.stage = next((words_of(one) for one in item.iter("em")), self.stage)
            yield from self._deposits(lines, date)
        elif kind == "05":
            self.chamber = self.stage = fd.CMP
        elif kind == "03":
            yield from self._committee(lines)
        elif kind == "04":
            yield from self._votes(lines)
        elif kind == "06":
            yield from self._ruling(lines)
        elif kind == "07":
            yield self._promulgation(lines, date)

    def _deposits(self, lines: list[LinkedLine], date: str) -> Iterator[DossierStep]:
        texts = [line for line in lines if line.link(r"texte$") and not _VOTED.search(line.text)]
        for line in texts or [line for line in lines if line.link(r"texte$")] or [LinkedLine()]:
            yield DossierStep(
                self.chamber,
                self.stage,
                fd.DEPOT,
                date=fd.last_date(line.text) or date,
                url=line.link(r"texte$"),
            )

    def _committee(self, lines: list[LinkedLine]) -> Iterator[DossierStep]:
        texts = [line for line in lines if line.link(_COMMITTEE_TEXT)]
        if not texts and self.stage != _DEFINITIVE:
            texts = [line for line in lines if line.link(r"rapport$")][:1]
        if texts:
            yield DossierStep(
                self.chamber,
                self.stage,
                fd.COMMISSION,
                date=fd.last_date(texts[0].text),
                url=texts[0].link(rf"{_COMMITTEE_TEXT}|rapport$"),
                other_url=self._elsewhere(lines) if self.stage == fd.CMP else "",
            )

    def _elsewhere(self, lines: list[LinkedLine]) -> str:
        """A joint committee's text at the Assemblée, its address built from its number."""
        found = (_NUMBER_THERE.search(line.text) for line in lines)
        number = next((int(one[1]) for one in found if one), None)
        return _THERE.format(self.term, number) if number is not None and self.term else ""

    def _votes(self, lines: list[LinkedLine]) -> Iterator[DossierStep]:
        voted = [
            line for line in lines if line.text.startswith("Texte") and _VOTED.search(line.text)
        ]
        if self.stage == fd.CMP:
            for line in voted:
                yield self._vote(line, _chamber_of(line.text) or self.chamber)
            return
        own = [line for line in voted if _chamber_of(line.text) in {"", self.chamber}] or voted
        if own:
            yield self._vote(own[-1], self.chamber)

    def _vote(self, line: LinkedLine, chamber: str) -> DossierStep:
        return DossierStep(
            chamber,
            self.stage,
            fd.HEMICYCLE,
            date=fd.last_date(line.text),
            url=line.link(r"texte$"),
        )

    def _ruling(self, lines: list[LinkedLine]) -> Iterator[DossierStep]:
        for line in lines:
            address = line.link(r"décision")
            if address:
                date = fd.last_date(line.text)
                yield DossierStep(fd.COUNCIL, "constitutionnalité", "", date=date, url=address)

    def _promulgation(self, lines: list[LinkedLine], date: str) -> DossierStep:
        line = next((one for one in lines if "parue au" in one.text), LinkedLine())
        return DossierStep(
            fd.GOVERNMENT,
            "promulgation",
            "",
            date=fd.last_date(line.text) or date,
            url=self.official or next((url for _, url in line.links), ""),
        )


def _chamber_of(text: str) -> str:
    if re.search(r"par l[’']assemblée nationale", text, re.IGNORECASE):
        return fd.ASSEMBLEE
    return fd.SENAT if re.search(r"par le sénat", text, re.IGNORECASE) else ""
