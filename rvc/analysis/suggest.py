"""What to code again in a new version, and where in it to look. It proposes; a person codes."""

from __future__ import annotations

from msgspec import Struct

from rvc.analysis.cells import cell
from rvc.analysis.places import find_places, name_of
from rvc.analysis.ranking import rank, weighed
from rvc.analysis.touched import touched, touched_demands
from rvc.model.demand import Demand, DemandKind
from rvc.model.law import Law, Version
from rvc.model.output_texts import Candidate, Suggestion
from rvc.model.text import LegalText, Provision

_MOST = 5
_LEAST = 0.05
_EXCERPT = 160
_PHRASE, _WORDING, _ASKED = 3.0, 1.0, 1.0
"""What a quoted phrase, the wording that answered before, and the demand's own words weigh."""


_REST = 3
"""Behind those that changed, those that could not be found and those not coded."""


class Earlier(Struct, frozen=True):
    """The version before, with its text."""

    version: Version
    text: LegalText


def suggest(
    law: Law, version: Version, text: LegalText, earlier: Earlier | None
) -> tuple[Suggestion, ...]:
    """Return for each demand whether to code it again at `version`, why, and where to look.

    To look at again are those whose evidence in the version before lies in provisions that
    changed, those whose coding there names no place that could be found, and those not coded yet.
    They come first, in that order, otherwise in the order of the register.
    """
    hit: dict[str, tuple[str, ...]] = {}
    if earlier is not None:
        what = touched(earlier.text, text)
        changed = touched_demands(law, _coded_as(law, earlier.version), earlier.text, what)
        hit = {found.demand: found.provisions for found in changed}
    parts = _parts(text)
    found: list[tuple[int, Suggestion]] = []
    for demand in law.demands:
        if demand.kind is DemandKind.TEXT:
            why = _reasons(law, demand, earlier, hit.get(demand.id))
            coded = cell(law, demand, version).checked
            order = 0 if demand.id in hit else 1 if why else _REST if coded else 2
            if not why and earlier is not None:
                why = _moved(law, demand, earlier, text)
                if not why and not coded:
                    why = _unchanged(law, demand, earlier)
            if not coded:
                why += (f"not coded at {version.name} yet",)
            places = _candidates(law, demand, parts, text, earlier)
            found.append((order, Suggestion(demand.id, demand.title, order < _REST, why, places)))
    return tuple(suggestion for _, suggestion in sorted(found, key=lambda one: one[0]))


def _coded_as(law: Law, version: Version) -> str:
    """Return the version whose codings hold for this one: its own, or those of its wording."""
    coded = any(version.id in demand.codings for demand in law.demands)
    return version.id if coded or version.same_as is None else version.same_as.version


def _reasons(
    law: Law,
    demand: Demand,
    earlier: Earlier | None,
    changed: tuple[str, ...] | None,
) -> tuple[str, ...]:
    reasons = []
    if changed is not None and earlier is not None:
        named = f": {', '.join(changed)}" if changed else ""
        reasons.append(f"its evidence in {earlier.version.name} lies in what changed{named}")
    if earlier is not None:
        coding = cell(law, demand, earlier.version).coding
        place = find_places(coding.locator, earlier.text)
        if coding.attainment.rank > 0 and not place.spans and not changed:
            said = f"'{coding.locator}' could not be found" if coding.locator else "names no place"
            reasons.append(f"its coding of {earlier.version.name}: {said}")
    return tuple(reasons)


def _unchanged(law: Law, demand: Demand, earlier: Earlier) -> tuple[str, ...]:
    """Say that the evidence of the version before still stands, as it was, where it was."""
    coding = cell(law, demand, earlier.version).coding
    place = find_places(coding.locator, earlier.text)
    if coding.attainment.rank <= 0 or not place.complete or len(place.provisions) != 1:
        return ()
    span = place.provisions[0].span
    where = name_of(earlier.text, span.start, span.end)
    return (f"its evidence in {earlier.version.name}, at {where}, stands unchanged",)


def _moved(law: Law, demand: Demand, earlier: Earlier, text: LegalText) -> tuple[str, ...]:
    """Say where the evidence of the version before stands now, when its number is another one."""
    coding = cell(law, demand, earlier.version).coding
    for provision in find_places(coding.locator, earlier.text).provisions:
        at = text.text.find(provision.text) if provision.text else -1
        if at >= 0:
            before = name_of(earlier.text, provision.span.start, provision.span.end)
            now = name_of(text, at, at + len(provision.text))
            if now != before:
                return (f"what stood at {before} in {earlier.version.name} is now {now}",)
    return ()


def _parts(text: LegalText) -> list[tuple[Provision, str]]:
    """Return the provisions to look at: the smallest with words of their own, headings above."""
    found: list[tuple[Provision, str]] = []

    def open_(level: tuple[Provision, ...], headings: str) -> None:
        for provision in level:
            above = f"{headings} {provision.heading}"
            if len(provision.text.split()) > 4:
                found.append((provision, f"{above} {provision.text}"))
            open_(provision.children, above)

    open_(text.provisions, "")
    return found


def _candidates(
    law: Law,
    demand: Demand,
    parts: list[tuple[Provision, str]],
    text: LegalText,
    earlier: Earlier | None,
) -> tuple[Candidate, ...]:
    words = [(coding.phrase, _PHRASE) for coding in demand.codings.values() if coding.phrase]
    if law.language.startswith("en"):
        # demands are registered in English: elsewhere only phrases and wordings can speak
        words.append((f"{demand.title} {demand.asked}", _ASKED))
    if earlier is not None:
        coding = cell(law, demand, earlier.version).coding
        words += [
            (earlier.text.text[span.start : span.end], _WORDING)
            for span in find_places(coding.locator, earlier.text).spans
            if span.end - span.start < len(earlier.text.text) / 2
        ]
    ranked = rank([said for _, said in parts], weighed(words))
    return tuple(
        Candidate(
            parts[place][0].eid,
            name_of(text, parts[place][0].span.start, parts[place][0].span.end),
            round(score, 3),
            _excerpt(parts[place][0].text),
        )
        for place, score in ranked[:_MOST]
        if score >= _LEAST
    )


def _excerpt(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _EXCERPT else f"{line[:_EXCERPT].rsplit(' ', 1)[0]} …"
