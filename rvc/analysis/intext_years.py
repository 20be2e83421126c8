"""The years of a citation, and what stands between two of them: a list, names, pages, or words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto

from msgspec import Struct

_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_LETTER = r"[a-rt-z]"  # no s: 1990s
_MORE_LETTERS = rf"(?:\s*(?:,|&|\+|[-–—]|and|et|und|y)\s*{_LETTER}(?![\w.])(?!\s*\d))"
YEARS = re.compile(
    rf"(?<![\w/])(?P<year>{_YEAR})"
    rf"(?:(?P<letters>{_LETTER}{_MORE_LETTERS}*)"
    rf"|(?:\s*[-–—]\s*|\s+(?:to|bis|à)\s+)(?P<to>{_YEAR}|\d\d)(?!\d)|/(?P<other>{_YEAR}){_LETTER}?)?"
    r"(?!\w|-\d{3}\b|/\d{1,3}/)"  # 1990s, 2017-399: none
    r"|\b[ns]\.\s?[df]\.(?:-[a-z]\b)?|\bo\.\s?J\.|\bforthcoming\b|\bto\s+appear\b|\bin\s+press\b"
    r"|\bin\s+preparation\b|\bà\s+paraître\b|\bsous\s+presse\b|\ben\s+prensa\b"
    r"|\bim\s+(?:Erscheinen|Druck)\b",
    re.IGNORECASE,
)
"""A year, with letters (`2004a, b`), as a range, or of two editions (`1900/1953`); or none yet."""
LIKE_A_YEAR = re.compile(rf"(?<!\w){_YEAR}(?!\w)")
"""A number that may be a year, wherever it stands: in a date, or in the number of an act."""

_JOINER = (
    r"and|or|nor|as\s+well\s+as|vs\.?|versus|et|ou|und|oder|sowie|y|e|o|u|also|again"
    r"|compared\s+(?:to|with)|contra|but"
)
"""In lower case only: `Ou` is a name."""
CITED_IN = (
    r"(?:as\s+)?(?:quoted|cited|reprinted|reproduced|discussed|reported|mentioned)\s+(?:in|by)"
    r"|zit(?:iert|\.)?\s*(?:nach|n\.|in|bei)|(?:cité|citée|repris|reprise|cit\.)\s+(?:dans|par|in)"
    r"|citad[oa]s?\s+(?:en|por|em)|apud"
)
_IN = "dans|in|en|bei"
_JOINERS = re.compile(rf"[\s,&+/]*(?:(?:{_JOINER})(?![\w’'])[\s,&]*)*")
_LINK = re.compile(rf"[\s,&+/]*(?:(?:{_JOINER}|{CITED_IN}|{_IN})(?![\w’'])[\s,:&]*)*")
_PLACE_WORD = (
    r"(?:pp?|pages?|pg|chap(?:ter|itre|\.)?s?|chs?|sec(?:tion|t)?s?|paras?|paragraphs?|arts?"
    r"|articles?|art[íi]culos?|vols?|volumes?|bd|tomes?|t|nos?|n°|nr|núm|n|fns?|notes?|anm|rn|rz"
    r"|figs?|figures?|tab(?:le)?s?|abb|s|ss|seiten?|kap(?:itel)?|abs(?:chn(?:itt)?)?|cap(?:[íi]tulos?)?"
    r"|p[áa]gs?|p[áa]ginas?|p[áa]rr|lines?|lignes?|ll?|verses?|loc(?:ation)?|pos|parts?|books?"
    r"|appendix|annex|annexe|anhang|at)\.?"
)
_NUMBER = r"(?:\d[\w.]*|(?-i:[ivxlc]+)\b)"
_NUMBERS = rf"{_NUMBER}(?:\s*(?:[-–—,&]|and|et|und|y)\s*{_NUMBER})*(?:\s*(?:ff?|sqq?|passim)\b\.?)?"
_LOCATOR = re.compile(rf"\s*(?:,?\s*(?:{_PLACE_WORD}|§+|¶+)\s*|:\s*){_NUMBERS}", re.IGNORECASE)
_NUMBER_NEXT = re.compile(rf"(?:^|[\s,(:;]|\d)(?:{_PLACE_WORD}|§+|¶+)\s*$|:\s*$", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:[-–—]+|to|bis|à|al?|through|until)\s*")
_APPARATUS = re.compile(
    r"\b(?:accessed|retrieved|consulted|consult[ée]e?|abgerufen|reprint(?:ed)?|reissued|orig(?:inal(?:ly)?)?"
    r"|first\s+published|edn?|edition|translat(?:ed|ion)|trans|revised|rev|updated|published)\b",
    re.IGNORECASE,
)


class Between(Enum):
    """What a number that looks like a year is, by what stands before it."""

    YEAR = auto()
    """One more year of the same work's authors: `Day 2004, 2005`."""
    NAMES = auto()
    """The year of somebody else: `Day 2004 and Bair 2005`; or words that nobody understands."""
    NONE = auto()
    """No year of a citation: a page, the year of a reprint, the end of a range."""
    UNCLEAR = auto()
    """A year or a page, and nothing says which: `Day 2004, p. 3, 2005`."""


class Place(Struct, frozen=True):
    """Whether pages were named since the last year, and whether one of them looks like a year."""

    named: bool = False
    like_a_year: bool = False


def stands_between(said: str, place: Place, after: str) -> tuple[Between, Place]:
    """Say what the number behind `said` is; `after` is what follows the number."""
    if _NUMBER_NEXT.search(said) and not _names(said):
        return Between.NONE, Place(named=True, like_a_year=True)
    located, rest = _without_locators(said)
    place = Place(place.named or located, place.like_a_year)
    if _RANGE.fullmatch(rest):
        return Between.NONE, place
    if rest.strip() and not _JOINERS.fullmatch(rest):
        return (Between.NONE if _APPARATUS.search(rest) else Between.NAMES), place
    if not place.named or _LOCATOR.match(after):
        return Between.YEAR, Place()
    return (Between.NONE if place.like_a_year else Between.UNCLEAR), place


def after_link(said: str) -> str:
    """Return what stands before a year without what links it to the citation before: `, and`."""
    rest = _without_locators(said)[1]
    link = _LINK.match(rest)
    return rest[link.end() :] if link else rest


def _names(said: str) -> bool:
    """Whether anything but a locator stands before a number: then it is not that of the pages."""
    rest = _NUMBER_NEXT.sub("", _without_locators(said)[1])
    return bool(re.search(r"[^\W\d_]", after_link(rest)))


def _without_locators(said: str) -> tuple[bool, str]:
    end = 0
    while found := _LOCATOR.match(said, end):
        end = found.end()
    return end > 0, said[end:]


def each_year(year: re.Match[str]) -> Iterator[tuple[str, str]]:
    """Yield the years that one match stands for, in lower case, each as asked and as printed."""
    if not year["year"]:
        yield (" ".join(year[0].lower().split()), " ".join(year[0].split()))
    elif year["to"]:
        to = year["to"] if len(year["to"]) == 4 else year["year"][:2] + year["to"]
        yield f"{year['year']}-{to}", f"{year['year']}–{to}"
    elif year["other"]:
        yield f"{year['year']}/{year['other']}", f"{year['year']}/{year['other']}"
    elif year["letters"]:
        for letter in _letters(year["letters"].lower()):
            yield year["year"] + letter, year["year"] + letter
    else:
        yield year["year"], year["year"]


def _letters(text: str) -> list[str]:
    """Return the letters behind a year: `a, b` and `a–c` name two and three."""
    ranged = re.fullmatch(r"(\w)\s*[-–—]\s*(\w)", text)
    if ranged and ranged[1] < ranged[2]:
        return [chr(n) for n in range(ord(ranged[1]), ord(ranged[2]) + 1)]
    found = re.findall(r"(?<!\w)\w(?!\w)", text)
    return [one for n, one in enumerate(found) if one > max(found[:n], default="")]
