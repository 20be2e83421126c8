"""Records about laws that publishers keep beside the texts: effects, and steps of a passage."""

from __future__ import annotations

import re
from pathlib import Path

from rvc.adapters.http import Fetcher
from rvc.adapters.opened import read_bytes
from rvc.errors import RvcError
from rvc.model.law import Law
from rvc.model.output_records import EffectLine, EffectsOutput, PassageStep, StepsOutput

_CODES = {"Sénat": "senat", "Assemblée nationale": "assemblee"}
_PLACE = re.compile(rf"(?P<stage>[^:]+?) - (?P<chamber>{'|'.join(_CODES)})\b")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_MOST_PAGES = 200
"""Pages of one feed; the longest at legislation.gov.uk have about a hundred."""


def feed_of(law: Law) -> str:
    """Return the address of the feed of all changes to a law, by its pages in the register.

    The pages of the final text come first. RvcError when none is at legislation.gov.uk.
    """
    from rvc.adapters.publishers.legislation_gov_uk import effects_feed

    pages = [
        page.url
        for version in sorted(law.versions, key=lambda version: version.id != law.end)
        for page in version.pages
    ]
    feed = next((found for url in pages if (found := effects_feed(url))), "")
    if not feed:
        raise RvcError(
            f"'{law.id}' has no page at legislation.gov.uk in the register",
            hint="only laws of the United Kingdom have feeds of effects; give an address or a file",
        )
    return feed


def effects(source: str, fetcher: Fetcher, *, pending: bool = False) -> EffectsOutput:
    """Return the effects of a feed (all its pages) or a CLML file, from an address or a file.

    With `pending`, only those not yet made in the text that the site shows.
    """
    from rvc.adapters.publishers.legislation_effects import more_pages, read_effects

    found: list[EffectLine] = []
    seen: set[str] = set()
    at = source
    while at and at not in seen and len(seen) < _MOST_PAGES:
        seen.add(at)
        data = _bytes(at, fetcher)
        found += [
            EffectLine(
                one.type,
                one.affected_title or one.affected,
                one.affected_provisions,
                one.affecting_title or one.affecting,
                one.affecting_provisions,
                one.applied,
                tuple(when.date for when in one.in_force),
            )
            for one in read_effects(data, url=at)
            if not (pending and one.applied)
        ]
        at = more_pages(data, url=at) if _is_address(source) else ""
    return EffectsOutput(source, tuple(found))


def steps(source: str, fetcher: Fetcher) -> StepsOutput:
    """Return the steps of a bill's passage: a page of the Assemblée or Sénat, the Sénat's feed of a
    dossier, or a list of the bills API.

    RvcError when the page is none of these or tells no step.
    """
    from rvc.adapters.publishers.xml_input import root_name

    data = _bytes(source, fetcher)
    if data.lstrip()[:1] in {b"{", b"["}:
        return StepsOutput(source, "", tuple(_publications(data, source)))
    if root_name(data) == "feed":
        return _feed(data, source)
    return _dossier(data, source)


def _feed(data: bytes, source: str) -> StepsOutput:
    """The documents of a dossier's feed, the oldest first: feeds tell the newest first."""
    from rvc.adapters.publishers.senat_feed import feed_title, read_feed

    entries = list(reversed(read_feed(data, url=source)))
    entries.sort(key=lambda one: one.published)
    found = []
    for one in entries:
        place = _PLACE.match(one.summary)
        stage, chamber = (place["stage"], _CODES[place["chamber"]]) if place else ("", "")
        found.append(PassageStep(one.day, chamber, stage, one.title, one.url))
    return StepsOutput(source, feed_title(data, url=source), tuple(found))


def _publications(data: bytes, source: str) -> list[PassageStep]:
    from rvc.adapters.publishers.uk_bills import read_publications

    return [
        PassageStep(one.date, one.house, one.type, one.title, one.files[0].url if one.files else "")
        for one in read_publications(data, url=source)
    ]


def _dossier(data: bytes, source: str) -> StepsOutput:
    from rvc.adapters.publishers.assemblee_dossier import read_dossiers
    from rvc.adapters.publishers.senat_dossier import read_dossier

    timeline = b"timeline-" in data  # only the Sénat's pages have one
    dossiers = (read_dossier(data, url=source),) if timeline else read_dossiers(data, url=source)
    found = tuple(
        PassageStep(step.date, step.chamber, step.stage, step.step, step.url or step.other_url)
        for dossier in dossiers
        for step in dossier.steps
    )
    return StepsOutput(source, dossiers[0].title, found)


def _bytes(source: str, fetcher: Fetcher) -> bytes:
    if _is_address(source):
        return fetcher.get(source).checked().body
    if _SCHEME.match(source):
        raise RvcError(
            "not an address of the web", where=source, hint="give an https address or a file"
        )
    return read_bytes(Path(source))


def _is_address(source: str) -> bool:
    return source.lower().startswith(("http://", "https://"))
