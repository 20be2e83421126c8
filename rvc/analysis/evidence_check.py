"""Whether the phrases that codings quote stand in the official text, at the place they name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from rvc.analysis.places import find_places, name_of
from rvc.analysis.quotes import Match, find_quotes
from rvc.model.demand import Coding, Demand
from rvc.model.law import Law
from rvc.model.text import LegalText


class PhraseState(StrEnum):
    """What became of looking for a phrase."""

    FOUND = "found"
    """In the text, at the place that the coding names (or where it names none)."""
    ELSEWHERE = "found elsewhere"
    """In the text, but not at the place that the coding names."""
    NOT_FOUND = "not found"
    """The text was read, and the phrase is not in it."""
    NO_TEXT = "text not here"
    """The text of this version is not in the store."""
    NOT_CHECKED = "not checked"
    """The text could not be read, or is in another language than the phrase."""


class PhraseCheck(Struct, frozen=True):
    """One phrase, looked for in the text of its version.

    `score` is 1 when it stands there word for word (spaces, apostrophes, hyphenation, ligatures,
    capitals and Unicode forms aside), lower when nearly; `wording` is what the text says there,
    `found_at` the provisions around it, `sha256` the hash of the bytes that were read.
    """

    law: str
    demand: str
    version: str
    locator: str
    phrase: str
    state: PhraseState
    score: float = 0.0
    wording: str = ""
    found_at: str = ""
    sha256: str = ""
    reason: str = ""
    hint: str = ""
    """What to do about a text that is not here or could not be read."""

    @property
    def subject(self) -> str:
        """The coding, as findings name it."""
        return f"{self.law}/{self.demand}@{self.version}"

    @property
    def verified(self) -> bool:
        """Whether the phrase stands word for word at the place that the coding names."""
        return self.state is PhraseState.FOUND and self.score == 1.0 and not self.reason


class TextHere(Struct, frozen=True):
    """The text of a version, or why there is none: `problem` is empty when it is just not kept."""

    text: LegalText | None = None
    problem: str = ""


def quoting(law: Law, version: str) -> Iterator[tuple[Demand, Coding]]:
    """Yield the codings of a version that quote a phrase."""
    for demand in law.demands:
        coding = demand.codings.get(version)
        if coding is not None and coding.phrase:
            yield demand, coding


def check_phrases(law: Law, version: str, here: TextHere) -> tuple[PhraseCheck, ...]:
    """Return what became of each phrase that codings of `version` quote, in their order."""
    quoted = list(quoting(law, version))
    text = here.text
    if text is None:
        state = PhraseState.NOT_CHECKED if here.problem else PhraseState.NO_TEXT
        return tuple(
            _check(law, demand, version, coding, state, reason=here.problem)
            for demand, coding in quoted
        )
    found = find_quotes(text.text, [coding.phrase for _, coding in quoted])
    return tuple(
        _judge(law, demand, version, coding, matches, text)
        for (demand, coding), matches in zip(quoted, found, strict=True)
    )


def _judge(
    law: Law,
    demand: Demand,
    version: str,
    coding: Coding,
    matches: Sequence[Match],
    text: LegalText,
) -> PhraseCheck:
    if not matches:
        spoken = coding.language or law.language
        if text.language and spoken and text.language[:2] != spoken[:2]:
            reason = f"the phrase is in '{spoken}', the text in '{text.language}'"
            return _check(law, demand, version, coding, PhraseState.NOT_CHECKED, text, reason)
        return _check(law, demand, version, coding, PhraseState.NOT_FOUND, text)
    place = find_places(coding.locator, text)
    reason = ""
    if coding.locator and not place.spans:
        reason = f"no provision of the text is '{coding.locator}'"
    exactly = [match for match in matches if place.holds_exactly(match.start, match.end)]
    there = exactly or [match for match in matches if place.holds(match.start, match.end)]
    if there or not coding.locator:
        if there and not exactly:
            reason = f"the text has no place numbered '{coding.locator}' there"
        match = (there or matches)[0]
        return _found(law, demand, version, coding, PhraseState.FOUND, text, match, reason)
    return _found(law, demand, version, coding, PhraseState.ELSEWHERE, text, matches[0], reason)


def _found(
    law: Law,
    demand: Demand,
    version: str,
    coding: Coding,
    state: PhraseState,
    text: LegalText,
    match: Match,
    reason: str = "",
) -> PhraseCheck:
    if match.numbers_differ:
        reason = "; ".join(filter(None, (reason, "the figures differ")))
    return PhraseCheck(
        law.id,
        demand.id,
        version,
        coding.locator,
        coding.phrase,
        state,
        match.score,
        " ".join(text.text[match.start : match.end].split()),
        name_of(text, match.start, match.end),
        text.sha256,
        reason,
    )


def _check(
    law: Law,
    demand: Demand,
    version: str,
    coding: Coding,
    state: PhraseState,
    text: LegalText | None = None,
    reason: str = "",
) -> PhraseCheck:
    return PhraseCheck(
        law.id,
        demand.id,
        version,
        coding.locator,
        coding.phrase,
        state,
        sha256=text.sha256 if text else "",
        reason=reason,
    )
