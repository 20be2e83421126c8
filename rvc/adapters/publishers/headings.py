"""Recognise headings in English and French: "Article 2 bis", "TITRE Ier", "Schedule 1"."""

from __future__ import annotations

import re
from typing import NamedTuple

from rvc.model.text import ProvisionKind as Kind

RANK = {
    Kind.PREAMBLE: 0,
    Kind.SCHEDULE: 0,
    Kind.ANNEX: 0,
    Kind.PART: 1,
    Kind.BOOK: 2,
    Kind.TITLE: 3,
    Kind.CHAPTER: 4,
    Kind.SECTION: 5,
    Kind.SUBSECTION: 6,
    Kind.CROSSHEADING: 7,
    Kind.ARTICLE: 8,
    Kind.CLAUSE: 8,
    Kind.REGULATION: 8,
    Kind.RULE: 8,
    Kind.RECITAL: 8,
}
"""Which heading closes which: a title ends chapters, an article ends only articles."""

BASIC_RANK = 8

LATIN = (
    "bis|ter|quater|quinquies|sexies|septies|octies|nonies|decies|undecies|duodecies|terdecies|"
    "quaterdecies|quindecies|sexdecies|septdecies|octodecies|novodecies|vicies"
)
_TAIL = rf"(?:\s+(?:{LATIN}|alt)\b)*(?:\s+(?-i:[A-Z]{{1,3}})(?![\w.’']))?(?:\s+(?:{LATIN})\b)*"
_ARABIC = r"(?:[LRDA]\.?\s?\*?\s?)?\d{1,4}[A-Za-z]{0,2}(?:[-‑–.]\d+)*(?:\s?(?:er|re|ère|ER))?"
_ARTICLE = (
    rf"(?:(?:{_ARABIC}|(?-i:[IVXLC]+(?:er|ER)?)){_TAIL}|"
    r"premier|unique|liminaire|préliminaire|one|two|three)"
)
_MANY = rf"{_ARTICLE}(?:\s*(?:,|et|à|and|to|[-–])\s*{_ARTICLE})+"
_GROUP = (
    rf"(?:(?-i:[IVXLC]+(?:er|ER|re)?(?:-?[A-Z]\b)?){_TAIL}|"
    rf"\d{{1,3}}(?-i:[A-Z]{{0,2}})(?:er|ère)?{_TAIL}|(?-i:[A-Z])\b|"
    r"premier|première|unique|préliminaire|liminaire|PREMIER|PREMIÈRE|UNIQUE|PRÉLIMINAIRE|"
    r"One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)"
)
_GROUPS = (
    (Kind.PART, r"(?:part|partie)"),
    (Kind.BOOK, r"(?:book|livre)"),
    (Kind.TITLE, r"(?:title|titre)"),
    (Kind.CHAPTER, r"(?:chapter|chapitre)"),
    (Kind.SUBSECTION, r"(?:sous-section|subsection)"),
    (Kind.SECTION, r"section"),
    (Kind.SCHEDULE, r"schedule"),
    (Kind.ANNEX, r"(?:annex|annexe|appendix)"),
    (Kind.CROSSHEADING, r"paragraphe"),
)
_PATTERNS = (
    (
        Kind.ARTICLE,
        re.compile(rf"(?:articles\s+{_MANY}|(?:article|art\.)\s+{_ARTICLE})(?![\w-])", re.I),
    ),
    *(
        (kind, re.compile(rf"{word}\s+{_GROUP}(?![\w’'-])", re.IGNORECASE))
        for kind, word in _GROUPS
    ),
    (Kind.CLAUSE, re.compile(r"clause\s+\d{1,3}[A-Z]{0,2}(?!\w)", re.IGNORECASE)),
    (Kind.REGULATION, re.compile(r"regulation\s+\d{1,3}[A-Z]{0,2}(?!\w)", re.IGNORECASE)),
    (Kind.RULE, re.compile(r"rule\s+\d{1,3}[A-Z]{0,2}(?!\w)", re.IGNORECASE)),
    (Kind.PART, re.compile(r"(?:première|deuxième|seconde|troisième|quatrième)\s+partie\b", re.I)),
    (Kind.PREAMBLE, re.compile(r"(?:preamble|préambule)\b", re.IGNORECASE)),
    (Kind.ANNEX, re.compile(r"(?:État|ÉTAT)\s+[A-Z](?![\w’'-])")),
    (Kind.SCHEDULE, re.compile(r"(?:the\s+)?schedules?$", re.IGNORECASE)),
    (Kind.ANNEX, re.compile(r"annexe?s?$", re.IGNORECASE)),
)
_FIRST = re.compile(
    r"art|par|état|book|livre|tit|chap|s[eou]|sch|ann|app|cla|reg|rul|pr[eé]|deux|trois|quatr|the",
    re.I,
)
_ASIDE = re.compile(r"\s*\((?:nouveau|nouvelle|new)\)", re.IGNORECASE)
_OPTION = re.compile(
    r"\s*[–—-]?\s*([(\[]?)\s*(?:options?|alternative|variante|opción)\s+"
    r"(?:n[°o]\s?)?(?-i:[A-Z]|\d{1,2}|[IVX]{1,4})(?!\w)(?(1)\s*[)\]]?)",
    re.IGNORECASE,
)
"""Which of several wordings an article is, where negotiators print them one after the other."""
_REFERRED = re.compile(
    r"\s*(?:of|to|in|du|de|des|d[’']|sur|is|are|shall|est|sont|,)\b", re.IGNORECASE
)
_LONGEST_PRINTED = 80
_SEPARATOR = re.compile(r"\s*(?:[.:]\s*[–—-]?|[–—-])\s*")
_OPENS = re.compile(r"[«“\"‘'(\[]?\s*[A-ZÀ-ÞŒ\d]")
_STATUS = re.compile(r"\(?\s*(?:supprimé|non modifié|conforme|suppression|deleted)", re.IGNORECASE)


class Heading(NamedTuple):
    """A recognised heading; `skip` characters of its line are label and heading."""

    kind: Kind
    label: str
    heading: str
    skip: int


def read_heading(line: str) -> Heading | None:
    """Recognise a line that opens a part, title, article, schedule …; None for running text.

    "Article 3 of the Convention applies" is running text: after the number only a separator, a
    short heading or nothing may follow.
    """
    if not _FIRST.match(line):
        return None
    for kind, pattern in _PATTERNS:
        found = pattern.match(line)
        if found:
            option = _OPTION.match(line, found.end())
            if option:
                return _complete(kind, line[: option.end()], line, option.end())
            return _complete(kind, found[0].rstrip(" ."), line, found.end())
    return None


def read_printed_heading(line: str) -> Heading | None:
    """Recognise an article by a line that stands out in print, whatever follows its number.

    "Article 42 et état B", "Article 4 alt." open articles; "Article 4 of the Convention" does not.
    """
    found = _PATTERNS[0][1].match(line) if len(line) <= _LONGEST_PRINTED else None
    if found is None or _REFERRED.match(line, found.end()) or line.endswith((",", ";", ":")):
        return None
    label = found[0].rstrip(" .")
    return Heading(Kind.ARTICLE, label, line[found.end() :].strip(" .:–—-"), len(line))


def _complete(kind: Kind, label: str, line: str, end: int) -> Heading | None:
    aside = _ASIDE.match(line, end)
    end = aside.end() if aside else end
    rest = line[end:].strip()
    if not rest or not rest.strip(".:–—- "):
        return Heading(kind, label, "", len(line))
    separator = _SEPARATOR.match(line, end)
    if separator:
        return _after_separator(kind, label, line, separator.end())
    if _STATUS.match(rest) or rest.startswith("("):
        return Heading(kind, label, "", end) if len(rest) < 60 else None
    if is_title_like(rest, 90) and line[end : end + 1].isspace():
        return Heading(kind, label, rest, len(line))
    return None


def _after_separator(kind: Kind, label: str, line: str, end: int) -> Heading | None:
    rest = line[end:].strip()
    if _STATUS.match(rest):
        return Heading(kind, label, "", end)
    if is_title_like(rest, 160):
        return Heading(kind, label, rest, len(line))
    return Heading(kind, label, "", end) if _OPENS.match(rest) else None


def is_status(words: str) -> bool:
    """Whether the words only say what became of an article: "Supprimé", "…… Conforme ……"."""
    return _STATUS.match(words.strip(" .…·_")) is not None and len(words.strip(" .…·_")) < 40


def is_title_like(words: str, longest: int) -> bool:
    """Whether the words read like a title: short, capitalised, without the stop of a sentence."""
    return (
        0 < len(words) <= longest
        and _OPENS.match(words) is not None
        and not words.endswith((".", ";", ":", ",", "—", "–", " and", " or", " et", " ou"))
        and ". " not in words
    )
