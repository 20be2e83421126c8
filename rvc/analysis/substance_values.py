"""The numbers of a law that measure something: amounts, deadlines, thresholds, shares."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from rvc.analysis.substance_bounds import AFTER, NUMBER_WORD, bound_after, bound_before
from rvc.analysis.substance_dates import read_dates
from rvc.analysis.substance_numbers import (
    BEFORE_MONEY,
    CURRENCY,
    FoundNumber,
    plain,
    read_number_words,
)
from rvc.analysis.substance_shares import read_shares
from rvc.analysis.substance_words import CURRENCIES, PERIODS, UNITS
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

    `amount` is a decimal number as text ("0.5", "36000000"), a share ("2/3") or a date
    ("2018-01-01"); `unit` an ISO 4217 currency, "%", a period ("month"), "share", "date" or what is
    counted ("employee"); `bound` one of >=, >, <=, < or "". `quote` is verbatim and `span` counts
    the characters of the text that was read.
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


_PERCENT = r"(?:%|per\s?cent|percent|pour\s?cent|p\.\s?100)"
_AGAIN = rf"(?:\s*\(\s*(?:\d[\d., ]*|(?:{NUMBER_WORD})(?:[\s-]+(?:and|et|{NUMBER_WORD}))*)\s*\))?"
"""The number said once more: "thirty (30) days"."""
_WHICH = (
    r"(?:(?:working|business|calendar|clear|full(?:-time)?|consecutive|successive|complete|Member|"
    r"further|additional|other)\s+){0,2}"
)


def _after(language: str) -> re.Pattern[str]:
    """What a number measures, said behind it; in English "an" is no year: "2015, c. 21 An Act"."""
    units = [unit for unit in sorted(UNITS, key=len, reverse=True) if unit != "an"]
    said = "|".join(re.escape(unit).replace(r"\ ", r"\s+") for unit in units)
    unit = said if language == "en" else rf"{said}|(?-i:an|(?<=UN\s)AN)"
    return re.compile(
        rf"(?P<half>\s+and\s+a\s+half)?{_AGAIN}(?:\s+{AFTER})?[\s-]*"
        rf"(?:(?P<percent>{_PERCENT})(?!\w)|(?:d[’']|de\s+)?(?P<money>{CURRENCY})(?!\w)|"
        rf"(?:d[’']|de\s+)?{_WHICH}(?P<unit>{unit})(?!\w))(?P<demi>\s+et\s+demie?\b)?",
        re.IGNORECASE,
    )


_AFTER = {language: _after(language) for language in ("en", "fr", "")}
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
_LISTED = re.compile(r"\s*(?:,|to|and|or|nor|à|et|ou|[-–—])\s*(?:[€£$]\s?)?", re.IGNORECASE)
"""Between the numbers of a list or range: "2 to 5 years", "sections 3, 4 and 5"."""
_PERIOD = r"day|week|month|year"
_A_PERIOD = re.compile(
    r"\b(?:within|at\s+least|up\s+to|not\s+exceeding|(?:less|more|n(?:ot|o)\s+later)\s+than)\s+"
    rf"(?P<english>an?\s+(?P<period>{_PERIOD})\b)|\bdans\s+(?P<french>(?:l[ea]\s+|l[’'])"
    r"(?P<durée>mois|semaine|année)\b)(?=\s+(?:qui|suivant|à\s+compter))",
    re.IGNORECASE,
)
_LOOK = 80  # characters before a number in which its bound is looked for
_NAME = 30  # characters before a number in which stands what it is the number of
_YEAR = range(1500, 2200)


def find_values(text: str, language: str) -> Iterator[Value]:
    """The numbers of a text that measure something, in order, in figures and in words."""
    whole = [*_terms(text), *_periods(text), *_shares(text, language)]
    taken = sorted((value.span.start, value.span.end) for value in whole)
    yield from sorted((*whole, *_numbers(text, language, taken)), key=lambda one: one.span.start)


def _terms(text: str) -> Iterator[Value]:
    for date in read_dates(text):
        span = Span(date.start, date.end)
        quote = text[date.start : date.end]
        yield Value(ValueKind.DEADLINE, date.date, "date", date.bound, quote, span)


def _periods(text: str) -> Iterator[Value]:
    """Periods of one that no number counts: "within a month", "dans le mois qui suit"."""
    for found in _A_PERIOD.finditer(text):
        group = "english" if found["english"] else "french"
        span = Span(*found.span(group))
        bound = bound_before(text[max(0, span.start - _LOOK) : span.start], time=True) or "<="
        unit = UNITS[(found["period"] or found["durée"]).lower()]
        yield Value(ValueKind.DEADLINE, "1", unit, bound, found[group], span)


def _shares(text: str, language: str) -> Iterator[Value]:
    for share in read_shares(text, language):
        before = text[max(0, share.start - _LOOK) : share.start]
        bound = bound_before(before, time=False)
        end = share.end
        if not bound:
            bound, end = bound_after(text, share.end)
        kind = ValueKind.THRESHOLD if bound else ValueKind.NUMBER
        quote = text[share.start : end]
        yield Value(kind, share.share, "share", bound, quote, Span(share.start, end))


def _numbers(text: str, language: str, taken: list[tuple[int, int]]) -> Iterator[Value]:
    numbers = [one for one in read_number_words(text, language) if not _within(one, taken)]
    read_to = 0
    refers = False
    for at, number in enumerate(numbers):
        before = text[max(0, number.start - _LOOK) : number.start]
        listed = at > 0 and _LISTED.fullmatch(text, numbers[at - 1].end, number.start)
        refers = bool(_REFERENCE.search(before[-_NAME:]) or (refers and listed))
        if number.start < read_to:
            continue
        found = _Reading(text, before, number, language, refers=refers)
        if not refers:
            found.borrow(numbers[at + 1 : at + 2])
        value = found.value()
        if value is not None:
            read_to = found.end
            yield value


def _within(number: FoundNumber, taken: list[tuple[int, int]]) -> bool:
    place = bisect_right(taken, number.start, key=lambda span: span[0]) - 1
    return place >= 0 and number.start < taken[place][1]


class _Reading:
    """One number with what stands around it; `end` is where the words end that belong to it."""

    def __init__(
        self, text: str, before: str, number: FoundNumber, language: str, *, refers: bool
    ) -> None:
        self.text, self.number, self.language, self.refers = text, number, language, refers
        sign = BEFORE_MONEY.search(before)
        self.before = before[: sign.start()] if sign else before
        self.start = number.start - len(sign[0]) if sign else number.start
        self.end = self.quoted_to = number.end
        self.amount = Decimal(number.amount)
        self.bound = ""
        self.kind, self.unit = ValueKind.NUMBER, ""
        if sign:
            self.kind, self.unit = ValueKind.MONEY, CURRENCIES[sign[0].strip().lower()]
        elif after := _AFTER.get(language, _AFTER[""]).match(text, number.end):
            self._measure(after)

    def _measure(self, after: re.Match[str]) -> None:
        self.kind, self.unit = _measured(after)
        self.end = self.quoted_to = after.end()
        self.bound = ">=" if after["least"] else "<=" if after["most"] else ""
        if after["half"] or after["demi"]:
            self.amount += Decimal("0.5")

    def borrow(self, following: list[FoundNumber]) -> None:
        """Take unit and scale of the number behind: "2 to 5 years", "de 2 à 5 millions d’euros"."""
        for other in following:
            if _is_year(self.number) or not _LISTED.fullmatch(self.text, self.end, other.start):
                return
            between = self.text[self.end : other.start]
            that = _Reading(self.text, between, other, self.language, refers=False)
            if not that.unit or self.unit not in ("", that.unit):
                return
            if not self.unit or self.end == self.number.end:
                self.kind, self.unit, self.quoted_to = that.kind, that.unit, that.end
            if self.number.scale == 1 and self.amount * other.scale < Decimal(other.amount):
                self.amount *= other.scale

    def value(self) -> Value | None:
        """The value, or nothing where the number only names a provision, a law or a day."""
        time = self.unit in PERIODS
        bound = bound_before(self.before, time=time) or self.bound
        if not bound and self.end == self.quoted_to:
            bound, end = bound_after(self.text, self.end)
            self.end = self.quoted_to = end
        if self._names_a_provision or (not self.unit and _is_date(self.number, self.text)):
            return None
        if self.number.in_words and self.amount == 1 and not self._counts_one(bound):
            return None
        kind = ValueKind.THRESHOLD if bound and self.kind is ValueKind.NUMBER else self.kind
        quote = self.text[self.start : self.quoted_to]
        span = Span(self.start, self.quoted_to)
        return Value(kind, plain(self.amount), self.unit, bound, quote, span)

    def _counts_one(self, bound: str) -> bool:
        """Whether "one" or "un" is a number: "one month", "au moins une société", not "une société"
        or "supérieur à un montant fixé".
        """
        if bound:
            word = self.text[self.number.start : self.number.end].lower()
            return bool(self.unit) or bound == ">=" or word == "one"
        return self.kind is not ValueKind.NUMBER and self.unit != "financial-year"

    @property
    def _names_a_provision(self) -> bool:
        """Whether it is the number of something: "section 5", "Part 3 companies"."""
        called = self.before.rstrip()[-1:].isalpha() and not self.number.in_words
        an = self.text.endswith(" an", self.start, self.end)
        no_measure = an or self.kind is ValueKind.NUMBER
        return self.refers and (not self.unit or (called and no_measure))


def _measured(after: re.Match[str]) -> tuple[ValueKind, str]:
    if after["percent"]:
        return ValueKind.PERCENTAGE, "%"
    if after["money"]:
        return ValueKind.MONEY, CURRENCIES[" ".join(after["money"].lower().split())]
    unit = UNITS[" ".join(after["unit"].lower().split())]
    return (ValueKind.DEADLINE if unit in PERIODS else ValueKind.NUMBER), unit


def _is_date(number: FoundNumber, text: str) -> bool:
    """Years, days of a month and numbers that go on ("2017-399", "3.2") measure nothing."""
    if _is_year(number):
        return True
    return not number.in_words and _GOES_ON.match(text, number.end) is not None


def _is_year(number: FoundNumber) -> bool:
    amount = number.amount
    four = len(amount) == 4 == number.end - number.start and amount.isdigit()
    return four and int(amount) in _YEAR
