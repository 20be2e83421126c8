"""Checking every phrase that the register quotes against the official texts that are kept."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from rvc.adapters.laws_yaml import decode
from rvc.adapters.opened import read_bytes
from rvc.adapters.register_folder import Loaded, shown
from rvc.adapters.yaml_text import locate
from rvc.analysis.evidence_check import (
    PhraseCheck,
    PhraseState,
    TextHere,
    check_phrases,
    quoting,
)
from rvc.lint.rule import Rule
from rvc.model.finding import Finding, Severity
from rvc.model.law import Law
from rvc.model.text import LegalText
from rvc.tasks.read_texts import Reader, addresses_of

PHRASE = Rule(
    name="phrase",
    severity=Severity.ERROR,
    summary="A quoted phrase that does not stand in the official text at the place named.",
    why="""\
A phrase is evidence because anybody can look it up. `rvc check --texts` does, in the texts that
are kept (`rvc texts fetch`): word for word, whatever the spaces, apostrophes, hyphenation,
ligatures, capitals and Unicode forms. A phrase that is nowhere is an error; one that stands
elsewhere or with other words, a warning; one that could not be looked for, a note.""",
    bad="""\
          bill-1:
            attainment: full
            basis: official-text
            locator: s. 2
            phrase: words that section 2 does not have
            sources: [bill2015]
""",
    good="""\
          bill-1:
            attainment: full
            basis: official-text
            locator: s. 2
            phrase: words that section 2 has
            sources: [bill2015]
""",
    check=lambda _: (),
)
"""Said like a rule of the register, though it needs the texts: `phrase_report` does the work."""


_LEFT_OUT = re.compile(r"…|\.\.\.")
UNCHANGED = "in words of the text before, which this one leaves unchanged"


def phrase_checks(laws: Iterable[Law], reader: Reader) -> tuple[PhraseCheck, ...]:
    """Return what became of every phrase that the codings of `laws` quote."""
    checks: list[PhraseCheck] = []
    for law in laws:
        versions = [*law.versions, *([law.reversion] if law.reversion else [])]
        for version in versions:
            if not any(quoting(law, version.id)):
                continue
            read = reader.version(law.id, version.id, addresses_of(version))
            found = check_phrases(law, version.id, TextHere(read.text, read.problem))
            found = tuple(replace(check, hint=read.hint) for check in found)
            checks += _with_what_stays(law, version.id, found, read.text, reader)
    return tuple(checks)


def _with_what_stays(
    law: Law,
    version: str,
    checks: tuple[PhraseCheck, ...],
    text: LegalText | None,
    reader: Reader,
) -> tuple[PhraseCheck, ...]:
    """Look once more for what was not found where a text only says that words stay."""
    if text is None or all(check.state is not PhraseState.NOT_FOUND for check in checks):
        return checks
    whole = reader.whole(law)[version]
    if whole.text == text.text:
        return checks
    again = check_phrases(law, version, TextHere(whole))
    return tuple(
        replace(second, reason=UNCHANGED)
        if first.state is PhraseState.NOT_FOUND and second.state is PhraseState.FOUND
        else first
        for first, second in zip(checks, again, strict=True)
    )


class PhraseReport(Struct, frozen=True):
    """What became of all phrases of a register, and the findings on those not verified."""

    checks: tuple[PhraseCheck, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def said(self) -> str:
        """How many phrases are verified, in a few words."""
        verified = sum(check.verified for check in self.checks)
        return f"{verified} of {len(self.checks)} phrases stand in their official texts"


def phrase_report(loaded: Loaded, reader: Reader) -> PhraseReport:
    """Return what became of all phrases of the register, with places in laws.yaml.

    An error for a phrase that is not in its text, a warning for one that stands elsewhere or with
    other words, a note for what could not be looked for. What is verified is no finding.
    """
    register = loaded.register.register
    if register is None:
        return PhraseReport()
    every = phrase_checks(register.laws, reader)
    checks = [check for check in every if not check.verified]
    numbers = {law.id: number for number, law in enumerate(register.laws)}
    demands = {
        (law.id, demand.id): number
        for law in register.laws
        for number, demand in enumerate(law.demands)
    }
    paths: list[tuple[str | int, ...]] = [
        (
            "laws",
            numbers[check.law],
            "demands",
            demands[check.law, check.demand],
            "codings",
            check.version,
            "phrase",
        )
        for check in checks
    ]
    name = shown(loaded.folder.laws)
    places = locate(decode(read_bytes(loaded.folder.laws), name)[0], paths, name) if paths else {}
    findings = tuple(
        Finding(PHRASE.name, _severity(check), check.subject, *_said(check), places[path])
        for check, path in zip(checks, paths, strict=True)
    )
    return PhraseReport(every, findings)


def _severity(check: PhraseCheck) -> Severity:
    if check.state is PhraseState.NOT_FOUND:
        return Severity.ERROR
    if check.reason == UNCHANGED and check.score == 1:
        return Severity.NOTE
    if check.state in (PhraseState.FOUND, PhraseState.ELSEWHERE):
        return Severity.WARNING
    return Severity.NOTE


def _said(check: PhraseCheck) -> tuple[str, str]:
    """Return the message and the hint of a check."""
    quoted = f"'{check.phrase}'"
    at = f" at {check.found_at}" if check.found_at else ""
    text = f"text {check.sha256[:12]}"
    reason = f": {check.reason}" if check.reason else ""
    if check.state is PhraseState.NO_TEXT:
        where = f"{check.law}@{check.version}"
        return f"{quoted}: text not here", check.hint or f"rvc texts fetch {where}"
    if check.state is PhraseState.NOT_CHECKED:
        return f"{quoted}: not checked{reason}", check.hint
    if check.state is PhraseState.NOT_FOUND:
        hint = "correct the phrase, or add the text that it was taken from"
        if _LEFT_OUT.search(check.phrase):
            hint = "quote words that stand together: what is left out cannot be checked"
        return f"{quoted} is not found in {text}", hint
    if check.reason == UNCHANGED and check.score == 1:
        return f"{quoted} stands {UNCHANGED}", ""
    if check.score < 1:
        said = f"{quoted} is only nearly ({check.score:.0%}) found in {text}{at}{reason}"
        return said, f"the text says: {check.wording}"
    if check.state is PhraseState.FOUND:
        return f"{quoted} is found in {text}{at}{reason}", "correct the locator"
    said = f"{quoted} is found elsewhere in {text}{at}, not at '{check.locator}'{reason}"
    return said, "correct the locator"
