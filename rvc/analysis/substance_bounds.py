"""Whether an amount is a least or a most: "at least 5", "5 or more", "ne peut excéder 5"."""

from __future__ import annotations

import re

from rvc.analysis.substance_said import ALL_WORDS

_FEW = 3
"""Words that may stand between a comparison and its number: "at least a net five"."""

_EQUAL = r"(?:égale?s?|equal)"
_HIGH, _LOW = r"supérieure?s?", r"inférieure?s?"
_NE = r"(?:n[ei]\s+|n[’'])(?:\w+\s+){0,3}?"
_NOT = r"n(?:ot|or|o)\s+(?:be\s+)?(?:a\s+)?"
_COMPARED: dict[str, tuple[str, ...]] = {
    ">=": (
        rf"{_NOT}(?:less|fewer|lower|smaller|shorter|younger)\s+than", r"at\s+(?:the\s+)?least",
        r"(?:a\s+)?minimum\s+(?:\w+\s+)?(?:of|de)", r"minimale?s?\s+(?:of|de)",
        r"au\s+(?:moins|minimum)",
        rf"{_HIGH}\s+ou\s+{_EQUAL}\s+(?:à|aux?)", rf"{_EQUAL}\s+ou\s+{_HIGH}\s+(?:à|aux?)",
        r"(?:greater|more|higher)\s+than\s+or\s+equal\s+to",
        r"equal\s+to\s+or\s+(?:greater|more|higher)\s+than",
        rf"{_NE}(?:être\s+)?{_LOW}\s+(?:à|aux?)",
    ),
    "<=": (
        rf"{_NOT}(?:more|greater|higher|longer|larger|older)\s+than", r"at\s+(?:the\s+)?most",
        r"up\s+to", r"no[tr]\s+(?:to\s+)?exceed(?:s|ing)?", r"without\s+exceeding",
        r"(?:a\s+)?maximum\s+(?:\w+\s+)?(?:of|de)", r"maximale?s?\s+(?:of|de)",
        r"au\s+(?:plus(?!\s+t[aô])|maximum)",
        rf"{_LOW}\s+ou\s+{_EQUAL}\s+(?:à|aux?)", rf"{_EQUAL}\s+ou\s+{_LOW}\s+(?:à|aux?)",
        r"(?:less|lower)\s+than\s+or\s+equal\s+to", r"equal\s+to\s+or\s+(?:less|lower)\s+than",
        rf"{_NE}(?:excéder|dépasser|excède(?:nt)?|dépasse(?:nt)?|excédant|dépassant)",
        rf"{_NE}(?:être\s+)?{_HIGH}\s+(?:à|aux?)", r"sans\s+(?:pouvoir\s+)?(?:excéder|dépasser)",
        r"dans\s+la\s+limite\s+de",
    ),
    ">": (
        r"(?:more|greater|higher|longer|larger)\s+than", r"exceed(?:s|ed|ing)?",
        r"in\s+excess\s+of",
        r"plus\s+(?:d[eu]|des|d[’'])", rf"{_HIGH}\s+(?:à|aux?)", r"excède(?:nt)?|excédant|excéder",
        r"dépasse(?:nt)?|dépassant|dépasser",
    ),
    "<": (
        r"(?:less|fewer|lower|shorter)\s+than", r"moins\s+(?:d[eu]|des|d[’'])",
        rf"{_LOW}\s+(?:à|aux?)",
    ),
}  # fmt: skip
"""Words that compare whatever stands between them and the number, if it is short."""

_AMOUNT = r"(?:a\s+total\s+of|the\s+age\s+of|(?:the|a)\s+sum\s+of|l[’']âge\s+de)"
_RIGHT_BEFORE = {
    ">": rf"(?:over|above)(?:\s+{_AMOUNT})?",
    "<": rf"(?:under|below)(?:\s+{_AMOUNT})?",
    "<=": rf"jusqu[’']à(?:\s+{_AMOUNT})?",
}
"""Words that mean much else ("under section 5"): they compare only right before the number."""

_DELAI = (
    r"(?:au\s+plus\s+tard\s+)?(?:dans|avant\s+l[’']expiration\s+d[’']?|sous)\s*"
    r"(?:(?:un|le)\s+)?délai\s+(?:maximale?\s+|maximum\s+)?(?:de|d[’'])"
)
_TIME = {
    "<=": (
        r"within(?:\s+(?:a|an|the|any|further|next|first|period|term|time|limit|of))*",
        r"n(?:ot|o)\s+later\s+than(?:\s+the\s+end\s+of\s+the(?:\s+period\s+of)?)?",
        _DELAI, r"(?:au\s+plus\s+tard\s+)?dans\s+les(?:\s+(?:premiers|prochains))?",
        r"au\s+plus\s+tard", r"d[’']ici(?:\s+à)?", r"sous",
    ),
    ">=": (r"n(?:ot|o)\s+(?:earlier|sooner)\s+than", r"au\s+plus\s+tôt"),
}  # fmt: skip
"""Words that bound a time right before it; with anything else they mean a place or a reference."""


def _named(words: dict[str, str]) -> str:
    return "|".join(rf"(?P<{_NAMES[bound]}>{said})" for bound, said in words.items())


_NAMES = {">=": "least", "<=": "most", ">": "more", "<": "less"}
_SIGNS = {name: sign for sign, name in _NAMES.items()}
_START = r"(?<![\w-])"
_END = r"(?:(?<=[’'])|(?!\w))"
_ANYWHERE = re.compile(
    rf"{_START}(?:{_named({bound: '|'.join(words) for bound, words in _COMPARED.items()})}){_END}",
    re.IGNORECASE,
)
_JUST_BEFORE = re.compile(rf"{_START}(?:{_named(_RIGHT_BEFORE)})\s*$", re.IGNORECASE)
_TIME_BEFORE = re.compile(
    rf"{_START}(?:{_named({b: '|'.join(words) for b, words in _TIME.items()})})\s*$",
    re.IGNORECASE,
)
NUMBER_WORD = "|".join(sorted(ALL_WORDS, key=len, reverse=True))
_BREAKS_OFF = re.compile(
    rf"\d|\b(?:{NUMBER_WORD}|once|twice|every|each|per|chaque|tous|toutes|fois)\b|[.;]",
    re.IGNORECASE,
)
"""Between a comparison and a number: the comparison is of something else ("at least once in 3")."""
_NEXT_NUMBER = rf"(?!\s+(?:de\s+)?(?:\d|(?:{NUMBER_WORD})\b))"
AFTER = (
    r"(?:(?P<least>or\s+(?:more|over|above|older|greater)|and\s+(?:over|above|more)|"
    rf"ou\s+(?:plus|davantage)|et\s+plus|(?:au\s+moins|au\s+minimum){_NEXT_NUMBER})|"
    r"(?P<most>or\s+(?:less|fewer|under|below)|ou\s+moins|"
    rf"au\s+plus(?!\s+t[aô]){_NEXT_NUMBER}|au\s+maximum{_NEXT_NUMBER}))\b"
)
"""A bound that follows its number, or the unit of it: "250 employees or more"."""
_AFTER = re.compile(rf"\s+{AFTER}", re.IGNORECASE)


def bound_before(before: str, *, time: bool) -> str:
    """The bound that the words right before a number set: one of >=, >, <=, < or "".

    `time` says whether the number is one of days, months or years.
    """
    if time and (found := _TIME_BEFORE.search(before)):
        return _SIGNS[str(found.lastgroup)]
    if found := _JUST_BEFORE.search(before):
        return _SIGNS[str(found.lastgroup)]
    compared = list(_ANYWHERE.finditer(before))
    if not compared:
        return ""
    last = compared[-1]
    between = before[last.end() :]
    if len(between.split()) > _FEW or _BREAKS_OFF.search(between):
        return ""
    return _SIGNS[str(last.lastgroup)]


def bound_after(text: str, end: int) -> tuple[str, int]:
    """The bound that the words behind a number and its unit set, and where they end."""
    found = _AFTER.match(text, end)
    return (_SIGNS[str(found.lastgroup)], found.end()) if found else ("", end)
