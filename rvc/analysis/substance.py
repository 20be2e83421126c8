"""What may matter in the wording of a law: amounts, deadlines, thresholds, and how strong it binds.

Everything found is a candidate with its quotation: a person reads it and decides. Nothing here says
that a law became weaker or stronger.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct

from rvc.analysis.substance_numbers import BEFORE_MONEY, CURRENCY, read_number_words
from rvc.analysis.substance_words import CURRENCIES, OPERATORS, PERIODS, UNITS, Force
from rvc.model.text import Span


class ValueKind(StrEnum):
    """What a number in a law measures."""

    MONEY = "money"
    PERCENTAGE = "percentage"
    DEADLINE = "deadline"
    THRESHOLD = "threshold"
    NUMBER = "number"


class Value(Struct, frozen=True):
    """A number with its unit: "at least five thousand employees" → threshold, 5000, employee, >=.

    `amount` is a decimal number as text ("0.5", "36000000"), `unit` an ISO 4217 currency, "%", a
    period ("month") or what is counted ("employee"), `bound` one of >=, >, <=, < or "". `quote` is
    verbatim and `span` counts the characters of the text that was read.
    """

    kind: ValueKind
    amount: str
    unit: str
    bound: str
    quote: str
    span: Span

    @property
    def is_bare(self) -> bool:
        """Whether neither a unit nor a bound says what the number measures: noise, mostly."""
        return self.kind is ValueKind.NUMBER and not self.unit

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What makes two values the same whatever words say them."""
        return self.kind.value, self.amount, self.unit, self.bound


class Operator(Struct, frozen=True):
    """A word that binds, allows, softens or excepts: its force, normal form, quotation and span."""

    force: Force
    form: str
    quote: str
    span: Span

    @property
    def key(self) -> tuple[str, str]:
        return self.force.value, self.form


class Substance(Struct, frozen=True):
    """All candidates of one text, each list in the order of the text."""

    values: tuple[Value, ...]
    operators: tuple[Operator, ...]


class SubstanceChange(Struct, frozen=True):
    """Candidates that only one of two texts has; what both have is left out, however it moved."""

    values_gone: tuple[Value, ...]
    values_new: tuple[Value, ...]
    operators_gone: tuple[Operator, ...]
    operators_new: tuple[Operator, ...]

    def __bool__(self) -> bool:
        return bool(
            self.values_gone or self.values_new or self.operators_gone or self.operators_new
        )


_PERCENT = r"(?:%|per\s?cent|percent|pour\s?cent|p\.\s?100)"
_UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
_AFTER = re.compile(
    rf"\s*(?:(?P<percent>{_PERCENT})|(?:d[’']|de\s+)?(?P<money>{CURRENCY})(?!\w)|"
    rf"(?:working\s+|calendar\s+|clear\s+|full-time\s+|consecutive\s+|Member\s+)?(?P<unit>{_UNIT})\b)",
    re.IGNORECASE,
)
_BOUNDS = {
    "least": (">=", (
        r"not\s+less\s+than", r"at\s+least", r"no\s+(?:fewer|less)\s+than", r"a\s+minimum\s+of",
        r"au\s+moins", r"au\s+minimum",
        r"(?:supérieure?s?|égale?s?)\s+ou\s+(?:égale?s?|supérieure?s?)\s+à",
    )),
    "most": ("<=", (
        r"not\s+more\s+than", r"no\s+more\s+than", r"at\s+most", r"up\s+to", r"within",
        r"not\s+exceed(?:ing)?", r"a\s+maximum\s+of", r"au\s+plus", r"au\s+maximum",
        r"ne\s+p(?:eut|ouvant)\s+(?:être\s+supérieure?\s+à|excéder)", r"jusqu[’']à",
        r"dans\s+la\s+limite\s+de",
    )),
    "more": (">", (
        r"more\s+than", r"exceed(?:s|ing)?", r"over", r"above", r"greater\s+than", r"plus\s+de",
        r"supérieure?s?\s+à", r"excède",
    )),
    "less": ("<", (
        r"less\s+than", r"fewer\s+than", r"under", r"below", r"moins\s+de", r"inférieure?s?\s+à",
    )),
}  # fmt: skip
_BOUND = re.compile(
    "|".join(rf"(?P<{name}>\b(?:{'|'.join(words)}))" for name, (_, words) in _BOUNDS.items()),
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"(?:\b(?:articles?|art\.|sections?|s\.|subsections?|paragraphs?|para\.|schedules?|parts?|"
    r"chapters?|chapitres?|titres?|alinéas?|annex(?:es|e)?|regulations?|directives?|no\.?|n°|"
    r"clauses?|points?|lois?|act|law|code|rules?|title|pages?|p\.|pp\.|bill|report|stat\.|"
    r"u\.\s?s\.\s?c\.|h\.\s?r\.|s\.\s?res\.|janv(?:ier|\.)|févr(?:ier|\.)|mars|avril|mai|juin|"
    r"juillet|août|septembre|octobre|novembre|décembre|january|february|march|april|may|june|july|"
    r"august|september|october|november|december)\s*(?:\(\w+\)|[LRD]\.)?\s*|"
    r"\d[°/–-]|\(|[LRD]\.\s?|[-–/.§]\s?)$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\s?(?:[-–/°.)]\s?\w|°|er\b|st\b|nd\b|rd\b|th\b|\)|janv|févr|mars|avril|mai|juin|juil|août|"
    r"sept|octo|nove|déce|jan|feb|march|apr|may|jun|jul|aug|oct|nov|dec)",
    re.IGNORECASE,
)
_LOOK = 60  # characters before a number in which its bound is looked for
_YEAR = range(1500, 2200)


def find_substance(text: str, language: str) -> Substance:
    """List the values and operators of one text in "en" or "fr".

    Numbers of articles, laws and dates are left out. Text in an unknown or another language is read
    with the words of both: too many candidates are better than an all-clear that nobody checked.
    """
    tag = language.partition("-")[0].lower()
    return Substance(tuple(find_values(text, tag)), tuple(find_operators(text, tag)))


def compare_substance(left: Substance, right: Substance) -> SubstanceChange:
    """What only one side has, counted: a second "may" is new though a first one was there.

    Where a key occurs more often on one side, its last occurrences there are given.
    """
    return SubstanceChange(
        values_gone=_beyond(left.values, right.values),
        values_new=_beyond(right.values, left.values),
        operators_gone=_beyond_operators(left.operators, right.operators),
        operators_new=_beyond_operators(right.operators, left.operators),
    )


def find_operators(text: str, language: str) -> Iterator[Operator]:
    """The operators of a text in order; both word lists serve for another language."""
    pattern = OPERATORS.get(language, OPERATORS[""])
    for found in pattern.finditer(text):
        form = " ".join(found[0].lower().replace("’", "'").split())
        yield Operator(Force(str(found.lastgroup)), form, found[0], Span(*found.span()))


def find_values(text: str, language: str) -> Iterator[Value]:
    """The numbers of a text that measure something, in order, in figures and in words."""
    for number in read_number_words(text, language):
        before = text[max(0, number.start - _LOOK) : number.start]
        value = _value(
            text, before, number.start, number.end, number.amount, in_words=number.in_words
        )
        if value is not None:
            yield value


def _value(
    text: str, before: str, start: int, end: int, amount: str, *, in_words: bool
) -> Value | None:
    sign = BEFORE_MONEY.search(before)
    after = _AFTER.match(text, end)
    kind, unit = ValueKind.NUMBER, ""
    if sign:
        start -= len(sign[0])
        kind, unit = ValueKind.MONEY, CURRENCIES[sign[0].strip().lower()]
    elif after:
        end = after.end()
        kind, unit = _measured(after)
    elif in_words or _REFERENCE.search(before) or _is_date(amount, text, end):
        return None
    bound = _bound(before)
    if bound and kind is ValueKind.NUMBER:
        kind = ValueKind.THRESHOLD
    quote = text[start:end]
    return Value(kind, amount, unit, bound, quote, Span(start, end))


def _measured(after: re.Match[str]) -> tuple[ValueKind, str]:
    if after["percent"]:
        return ValueKind.PERCENTAGE, "%"
    if after["money"]:
        return ValueKind.MONEY, CURRENCIES[after["money"].lower()]
    unit = UNITS[after["unit"].lower()]
    return (ValueKind.DEADLINE if unit in PERIODS else ValueKind.NUMBER), unit


def _bound(before: str) -> str:
    """The bound whose words stand nearest before the number, with few words between."""
    found = list(_BOUND.finditer(before))
    if not found or len(before[found[-1].end() :].split()) > 3:
        return ""
    if re.search(r"[.;]", before[found[-1].end() :]):
        return ""
    return _BOUNDS[str(found[-1].lastgroup)][0]


def _is_date(amount: str, text: str, end: int) -> bool:
    """Years, days of a month and numbers that go on ("2017-399", "3.2") measure nothing."""
    if amount.isdigit() and int(amount) in _YEAR and len(amount) == 4:
        return True
    return _GOES_ON.match(text, end) is not None


def _beyond(these: tuple[Value, ...], those: tuple[Value, ...]) -> tuple[Value, ...]:
    keep = _surplus([one.key for one in these], [one.key for one in those])
    return tuple(one for place, one in enumerate(these) if place in keep)


def _beyond_operators(
    these: tuple[Operator, ...], those: tuple[Operator, ...]
) -> tuple[Operator, ...]:
    keep = _surplus([one.key for one in these], [one.key for one in those])
    return tuple(one for place, one in enumerate(these) if place in keep)


def _surplus(these: list[tuple[str, ...]], those: Iterable[tuple[str, ...]]) -> set[int]:
    """Places in `these` of what `those` has fewer of, the last ones of each key."""
    left = Counter(these)
    left.subtract(those)
    places: set[int] = set()
    for place in range(len(these) - 1, -1, -1):
        if left[these[place]] > 0:
            left[these[place]] -= 1
            places.add(place)
    return places
