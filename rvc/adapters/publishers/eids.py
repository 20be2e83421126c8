"""Akoma Ntoso ids of provisions (OASIS Akoma Ntoso Naming Convention 1.0, chapter 5)."""

from __future__ import annotations

import re

from rvc.model.text import ProvisionKind as Kind

PREFIX = {
    Kind.PREAMBLE: "preamble",
    Kind.RECITAL: "rec",
    Kind.PART: "part",
    Kind.BOOK: "book",
    Kind.TITLE: "title",
    Kind.CHAPTER: "chp",
    Kind.CROSSHEADING: "crossheading",
    Kind.SECTION: "sec",
    Kind.CLAUSE: "clause",
    Kind.REGULATION: "reg",
    Kind.RULE: "rule",
    Kind.SUBSECTION: "subsec",
    Kind.ARTICLE: "art",
    Kind.PARAGRAPH: "para",
    Kind.SUBPARAGRAPH: "subpara",
    Kind.POINT: "point",
    Kind.SCHEDULE: "sched",
    Kind.ANNEX: "annex",
}

CONTAINERS = {Kind.PART, Kind.BOOK, Kind.TITLE, Kind.CHAPTER, Kind.CROSSHEADING, Kind.PREAMBLE}
"""Numbered apart from what they hold: an article keeps its number through all of them."""

BASIC = {Kind.ARTICLE, Kind.SECTION, Kind.CLAUSE, Kind.REGULATION, Kind.RULE, Kind.RECITAL}

_AROUND = CONTAINERS | {Kind.SECTION, Kind.SUBSECTION}
"""What an article is named without: French codes part chapters into sections and subsections."""

_FIRST = re.compile(r"\bpremier\b", re.IGNORECASE)
_WORD = re.compile(
    r"^(?:sous-section|subsection|section|sec|articles?|art|clause|regulation|rule|schedules?|"
    r"annexe?|appendix|chapter|chapitre|part(?:ie)?|titre|title|livre|book|recital|paragraphe?|preamble|préambule)\b\.?\s*",
    re.IGNORECASE,
)
_FOREIGN = re.compile(r"^(?!État|[IVXLC]+\b)[^\W\d_]{3,}\.?\s+(?=\d|[IVXLC]+(?:$|[\s.-]))")
"""The word before a number in languages that `_WORD` does not know: "CAPO I", "Artículo 5"."""

_ORDINAL = re.compile(r"\b(\d+|[IVXLC]+)\s*(?:er|re|ère)\b", re.IGNORECASE)
_CODE = re.compile(r"\b([LRDA])\.?\s?\*?\s?(?=\d)")
_ASIDE = re.compile(r"\(\s*(?:nouveau|nouvelle|supprimée?s?|deleted|conformes?|new)\s*\)", re.I)
_OPTION = re.compile(r"\b(?:options?|alternative|variante|opción)\b", re.IGNORECASE)
_OUTSIDE = re.compile(r"[^\w.]+")


def number_of(label: str) -> str:
    """Reduce a printed label to the number in an eid: "Article 2 bis (nouveau)" → `2-bis`.

    Letters keep their case, as "(a)" and "(A)" differ; the ordinal ending of "1er" goes.
    """
    said = _CODE.sub(r"\1", _ASIDE.sub("", label.strip()))
    said = _ORDINAL.sub(r"\1", _FIRST.sub("1", _FOREIGN.sub("", _WORD.sub("", said))))
    said = _OPTION.sub(lambda found: found[0].lower(), said.replace("_", "-"))
    return _OUTSIDE.sub("-", said).strip("-.")


class Namer:
    """Names the provisions of one text; no two of them alike."""

    def __init__(self) -> None:
        self._used: set[str] = set()
        self._turns: dict[str, int] = {}
        self._count: dict[tuple[str, Kind], int] = {}

    def name(
        self,
        kind: Kind,
        label: str,
        parent: str,
        inside: tuple[Kind, ...] = (),
        *,
        holds_articles: bool = False,
    ) -> str:
        """Name a provision inside `parent`; `inside` lists the kinds around it, outermost first.

        An article, section or other basic unit that lies only in parts, titles and chapters is
        named without them, as people cite it. A provision without a number gets its position.
        """
        if kind in BASIC and not holds_articles and set(inside) <= _AROUND:
            parent = ""
        number = number_of(label) or self._position(parent, kind)
        stem = f"{PREFIX[kind]}_{number}"
        return self._unused(f"{parent}__{stem}" if parent else stem)

    def _position(self, parent: str, kind: Kind) -> str:
        self._count[parent, kind] = self._count.get((parent, kind), 0) + 1
        return str(self._count[parent, kind])

    def _unused(self, wanted: str) -> str:
        """A number used twice (two lists in one article) is told apart by `_2`, `_3`."""
        eid = wanted
        while eid in self._used:
            self._turns[wanted] = self._turns.get(wanted, 1) + 1
            eid = f"{wanted}_{self._turns[wanted]}"
        self._used.add(eid)
        return eid
