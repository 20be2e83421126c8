"""Read where a coding says that its evidence stands: `art. 1, C. com. L. 233-41 II`, `s. 54(4)(b)`.

A locator names one or more places; each is a way of steps from the outermost provision inwards.
"""

from __future__ import annotations

import re
from enum import StrEnum

from msgspec import Struct


class StepKind(StrEnum):
    """What a step of a locator leads to."""

    ARTICLE = "article"
    SECTION = "section"
    CLAUSE = "clause"
    REGULATION = "regulation"
    PART = "part"
    CHAPTER = "chapter"
    TITLE = "title"
    SCHEDULE = "schedule"
    ANNEX = "annex"
    RECITAL = "recital"
    PREAMBLE = "preamble"
    PARAGRAPH = "paragraph"
    ALINEA = "alinea"
    """A line, counted (French bills): `al. 3`, `dernier al.`."""
    SUB = "sub"
    """Something inside the step before, of whatever kind: `(4)`, `II`, the 7 of `8.7`."""
    UNREAD = "unread"
    """Words that say more closely where, and that were not understood."""
    CODE = "code"
    """An article of a code that the text quotes: `L. 233-41`."""
    WHOLE = "whole"
    """The whole text."""


class Step(Struct, frozen=True):
    """One step: what it leads to, and its number (`54`, `b`, `L225-102-4`)."""

    kind: StepKind
    number: str = ""


class Locator(Struct, frozen=True):
    """The places that a locator names, and whether it says that nobody checked its number.

    No places: it could not be understood, or says itself that the place is not known.
    """

    places: tuple[tuple[Step, ...], ...]
    unverified: bool = False


_WORDS = {
    StepKind.ARTICLE: r"art(?:icle)?s?",
    StepKind.SECTION: r"ss?|sec(?:tion)?s?|§+",
    StepKind.CLAUSE: r"cls?|clauses?",
    StepKind.REGULATION: r"regs?|regulations?|rules?",
    StepKind.PART: r"parts?|partie",
    StepKind.CHAPTER: r"ch(?:ap)?s?|chapters?|chapitres?",
    StepKind.TITLE: r"tit|titles?|titres?",
    StepKind.SCHEDULE: r"schs?|scheds?|schedules?",
    StepKind.ANNEX: r"ann(?:ex(?:e|es)?)?",
    StepKind.RECITAL: r"recitals?|consid[ée]rants?",
    StepKind.ALINEA: r"al(?:in[ée]as?)?",
    StepKind.PARAGRAPH: r"paras?|par|paragraph(?:e|s|es)?",
}
_NAMED = re.compile(
    "(?:"
    + "|".join(f"(?P<{kind.value}>{words})" for kind, words in _WORDS.items())
    + r")(?:\.\s*|\s+|(?=\d|\())(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_CODE = re.compile(
    r"(?:[Cc](?:ode)?\.?\s+(?:(?:de\s+|du\s+|de\s+la\s+)?[^\W\d]+\.?\s+)??)?"
    r"(?:[Aa]rt(?:icle)?s?\.?\s+)?(?P<number>[LRDA]\*?\.?\s?\d+(?:-\d+)*)(?P<rest>.*)",
    re.DOTALL,
)
_CIVIL = re.compile(r"C(?:ode)?\.?\s+[^\W\d]+\.?\s+(?P<number>\d+(?:-\d+)*)(?P<rest>.*)", re.DOTALL)
_PREAMBLE = re.compile(r"preamble|pr[ée]ambule", re.IGNORECASE)
_WHOLE = re.compile(r"(?:the )?whole(?: text)?|ensemble(?: du texte)?", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\((?:[^()]*\s[^()]*|[^()\d]{5,})\)")
_UNVERIFIED = re.compile(r"unverified|not verified|non v[ée]rifi", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:(?P<first>premier|unique)\b"
    r"|(?P<main>\d+(?:er)?(?:[ \u00a0](?:bis|ter|quater|quinquies)\b)?"
    r"(?:[ \u00a0]?(?![IVX]+\b)[A-Z]+\b)?|[IVXLC]+\b|[A-Z]\b))(?P<rest>.*)",
    re.DOTALL,
)
_WITHIN = r"(?i:sub-?section|sub-?para(?:graph)?|para(?:graphe?)?|par|point)(?:e?s)?\b\.?"
"""Words for what is only ever inside something: `Sch. 2 para 3`, `s. 54, subsection (1)`."""
_NTH = ("premier", "deuxième", "troisième", "quatrième", "cinquième", "sixième", "septième",
        "huitième", "neuvième", "dixième")  # fmt: skip
_NTH_LINE = rf"(?P<nth>second|{'|'.join(_NTH)})\s+al(?:in[ée]a)?\b\.?"
_CLOSER = re.compile(
    r"sentence|phrase|(?:sub-?)?paragraph|indent|tiret|alin[ée]a|item|limb|first|second|third|last",
    re.IGNORECASE,
)
"""Says where inside the place before, in a way that cannot be followed: `second sentence`."""
_INNER = re.compile(
    rf"\s*(?:(?:{_WITHIN}\s*)?\((?P<bracket>[0-9a-zA-Z]{{1,5}})\)|(?:{_WITHIN}|§)\s*(?P<para>\d+[A-Z]?)|"
    r"\.(?P<dot>\d+)|(?P<roman>[IVX]+)(?:\s*(?:bis|ter))?\b"
    r"|(?:al|alin[ée]a)\.?\s*(?P<al>\d+)|(?P<degree>\d+)°"
    rf"|(?:{_WITHIN}\s*)?(?P<letter>[a-z])\)"
    rf"|(?P<last>dernier al(?:in[ée]a)?\.?)|{_NTH_LINE})"
)
_OF = re.compile(r"\s+de\s+l['’]|\s+(?:of(?:\s+the)?|du|de\s+la|de)\s+", re.IGNORECASE)
_INSIDE_FIRST = re.compile(
    rf"{_WITHIN}|\(\w{{1,5}}\)|[IVX]+\b|\d+°|[a-z]\)|(?:dernier )?al(?:in[ée]a)?\b|{_NTH_LINE}"
)
_OF_WHAT = re.compile(r"\s*(?:of|du|de|des)\b")
"""Goes on to say in which law or code the place is: nothing to be followed."""
_RANGE = re.compile(r"\s*(?:[-–]|to\b|à\b)\s*(?P<to>\(\w{1,5}\)|\d+)")
_SCHEDULES = {StepKind.SCHEDULE, StepKind.ANNEX}
_SCHEDULE_HAS = {StepKind.PART, StepKind.CHAPTER}
"""Named behind a schedule, they are its own: `Sch. 2, Part 1`."""
_ITEMS = re.compile(r"\s*,\s*|\s+(?:and|et|&)\s+")
_BARE = re.compile(r"[(\d]")
_DEEPER = re.compile(rf"{_WITHIN}|[IVX]+\b|\d+°|[a-z]\)|al(?:in[ée]a)?\b|dernier al|{_NTH_LINE}")
"""What stands inside the item before it: `art. 3, I, 1°`."""


def parse_locator(text: str) -> Locator:
    """Return the places that `text` names; asides in brackets ("(not read)") are no part of it."""
    unverified = bool(_UNVERIFIED.search(text))
    bare = _ASIDE.sub("", re.sub("[\u2010\u2011]", "-", " ".join(text.split())))
    places: list[tuple[Step, ...]] = []
    for group in re.split(r"\s*;\s*", bare):
        around: tuple[Step, ...] = ()
        before: tuple[Step, ...] = ()
        for item in _ITEMS.split(_outermost_first(group.strip())):
            found = _item(item.strip(), before)
            if not found and before and _CLOSER.search(item):
                found = [(*before, Step(StepKind.UNREAD, item.strip()))]
            if not found:
                continue
            if before and found[0][: len(before)] == before and len(found[0]) > len(before):
                places = [place for place in places if place != before] + found
            elif found[0][0].kind is StepKind.CODE:
                # an article of a code stands in the article of the bill named before it
                nested = [(*around, *place) for place in found]
                if around in places:
                    places.remove(around)
                found = nested
                places += nested
            else:
                places += found
                around = found[-1][:1] if found[-1][0].kind is StepKind.ARTICLE else ()
            before = found[-1]
    return Locator(tuple(dict.fromkeys(places)), unverified)


def _outermost_first(group: str) -> str:
    """Turn around what is said from the inside: `subsection (1) of section 54`."""
    *inner, last = _OF.split(group)
    outer = _NAMED.fullmatch(last) or _CODE.fullmatch(last)
    if not inner or not outer or not all(_INSIDE_FIRST.match(part) for part in inner):
        return group
    return ", ".join((last, *reversed(inner)))


def _item(text: str, before: tuple[Step, ...]) -> list[tuple[Step, ...]]:
    """Return the places that one item of a list names; a bare number continues `before`."""
    if _PREAMBLE.match(text):
        return [(Step(StepKind.PREAMBLE),)]
    if _WHOLE.fullmatch(text):
        return [(Step(StepKind.WHOLE),)]
    code = _CODE.fullmatch(text) or _CIVIL.fullmatch(text)
    if code:
        number = re.sub(r"[\s.*]", "", code["number"])
        return _inside((Step(StepKind.CODE, number),), code["rest"])
    if before and (_DEEPER.match(text) or _is_paragraph_sign(before, text)):
        return _inside(_beside(before, text), text)
    named = _NAMED.fullmatch(text)
    if named:
        kind = next(kind for kind in _WORDS if named[kind.value])
        if before and kind in _SCHEDULE_HAS and before[0].kind in _SCHEDULES:
            return [before[:1] + place for place in _numbered(kind, named["rest"])]
        return _numbered(kind, named["rest"])
    if before and _BARE.match(text):
        if text.startswith("("):
            depth = 1 + next(
                (at for at, step in enumerate(before[1:]) if step.kind is StepKind.SUB), 0
            )
            return _inside(before[:depth], text)
        if before[-1].kind is StepKind.PARAGRAPH and len(before) > 1:
            return _inside(before[:-1], f"para {text}")
        return _numbered(before[0].kind, text)
    return []


def _is_paragraph_sign(before: tuple[Step, ...], text: str) -> bool:
    """Whether "§ 2" is a paragraph of the article before, not a section of its own."""
    return text.startswith("§") and before[0].kind is StepKind.ARTICLE


def _beside(before: tuple[Step, ...], text: str) -> tuple[Step, ...]:
    """Return what an item that begins with a word goes into: a second `para` stands beside the
    first, a subsection right in its section.
    """
    if text.lower().startswith(("subsection", "sub-section")):
        return before[:1]
    counted = re.match(rf"(?:{_WITHIN}|§)\s*\(?\d", text) and before[-1].number.isdigit()
    return before[:-1] if counted and before[-1].kind is StepKind.PARAGRAPH else before


def _numbered(kind: StepKind, text: str) -> list[tuple[Step, ...]]:
    match = _NUMBER.match(text)
    if not match:
        return []
    number = "1" if match["first"] else re.sub(r"(?<=\d)er\b", "", match["main"])
    first = Step(kind, number)
    upto = _RANGE.fullmatch(match["rest"]) if number.isdigit() else None
    if upto and upto["to"].isdigit() and int(number) < int(upto["to"]) < int(number) + 100:
        return [(Step(kind, str(each)),) for each in range(int(number), int(upto["to"]) + 1)]
    return _inside((first,), match["rest"])


def _inside(steps: tuple[Step, ...], text: str) -> list[tuple[Step, ...]]:
    """Follow what is said inside: `(4)(b)`, `.7`, `II`, `al. 1`, and ranges `(5)-(6)`."""
    at = 0
    while match := _INNER.match(text, at):
        steps = (*steps, _inner(match))
        at = match.end()
    upto = _RANGE.match(text, at)
    if upto and len(steps) > 1:
        last = upto["to"].strip("()")
        kind = steps[-1].kind
        return [(*steps[:-1], Step(kind, each)) for each in _range(steps[-1].number, last)]
    rest = text[at:].strip()
    if re.search(r"[\d(]", rest) and not _OF_WHAT.match(rest):
        # said more closely than can be read here: nobody may think that the place was found
        return [(*steps, Step(StepKind.UNREAD, rest))]
    return [steps]


def _inner(match: re.Match[str]) -> Step:
    if match["al"] or match["last"]:
        return Step(StepKind.ALINEA, match["al"] or "last")
    if match["nth"]:
        return Step(StepKind.ALINEA, "2" if match["nth"] == "second" else _nth(match["nth"]))
    if match["para"]:
        return Step(StepKind.PARAGRAPH, match["para"])
    number = match["bracket"] or match["dot"] or match["roman"] or match["degree"]
    number = number or match["letter"]
    return Step(StepKind.SUB, number)


def _nth(word: str) -> str:
    return str(_NTH.index(word) + 1)


def _range(first: str, last: str) -> list[str]:
    if first.isdigit() and last.isdigit() and int(first) <= int(last) < int(first) + 100:
        return [str(each) for each in range(int(first), int(last) + 1)]
    if len(first) == len(last) == 1 and first.isalpha() and first <= last:
        return [chr(code) for code in range(ord(first), ord(last) + 1)]
    return [first, last]
