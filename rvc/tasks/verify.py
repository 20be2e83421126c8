"""Verify the entries of a bibliography: online against services, offline from the evidence file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from msgspec import Struct

from rvc.adapters.retractions import Retractions
from rvc.adapters.services.lookup import Services
from rvc.analysis.claim import Claim
from rvc.model.evidence import Evidence, Status
from rvc.tasks.asking import Asking, UnansweredError, with_retractions

FRESH_DAYS = 30
"""Days for which evidence is taken as it is, as retractions come at any time."""

SAVE_EVERY = 10
"""Entries after which what was found is handed out to be kept: an interrupt loses at most these."""


class Checked(Struct, frozen=True):
    """What is known of one entry now.

    `trouble` says why services could not be asked. `changed`: there was evidence, but about
    another text of the entry.
    """

    key: str
    status: Status
    reason: str
    evidence: Evidence | None = None
    trouble: str = ""
    changed: bool = False


Keep = Callable[[Sequence[Evidence]], None]
OnEntry = Callable[[int, int, str], None]


def verify_offline(claims: Iterable[Claim], known: Mapping[str, Evidence]) -> tuple[Checked, ...]:
    """Return what the evidence says of each entry, and nothing else.

    An entry without evidence, or one that changed since it was verified, is "not verified".
    """
    return tuple(_from_evidence(claim, known.get(claim.key)) for claim in claims)


def _from_evidence(claim: Claim, evidence: Evidence | None, trouble: str = "") -> Checked:
    if evidence is not None and evidence.compared == claim.compared:
        return Checked(claim.key, evidence.status, evidence.reason, evidence, trouble)
    changed = evidence is not None
    reason = "it changed since it was verified" if changed else "it was never verified"
    return Checked(claim.key, Status.NOT_VERIFIED, trouble or reason, None, trouble, changed)


def verify_online(
    claims: Sequence[Claim],
    known: Mapping[str, Evidence],
    services: Services,
    *,
    retractions: Retractions | None = None,
    max_age: timedelta = timedelta(days=FRESH_DAYS),
    keep: Keep = lambda _: None,
    on_entry: OnEntry = lambda *_: None,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> tuple[Checked, ...]:
    """Ask the services about every entry whose evidence is missing, stale or older than `max_age`.

    `keep` gets new evidence every few entries and at the end, also when this is interrupted, so
    that the next run goes on where this one stopped. `on_entry(done, of, key)` hears of progress.
    When those who would know cannot be asked, old evidence that still fits stays what is known,
    and an entry without is "not verified": an outage never reads as "not found".
    """
    asking = Asking(services, retractions, now)
    checked: list[Checked] = []
    unsaved: list[Evidence] = []
    try:
        for place, claim in enumerate(claims):
            on_entry(place, len(claims), claim.key)
            evidence = known.get(claim.key)
            if evidence is not None and _is_fresh(evidence, claim, now() - max_age):
                one = _from_evidence(claim, with_retractions(evidence, retractions))
            else:
                one = _ask(asking, claim, evidence)
            checked.append(one)
            if one.evidence is not None and one.evidence != known.get(claim.key):
                unsaved.append(one.evidence)
            if len(unsaved) >= SAVE_EVERY:
                keep(unsaved)
                unsaved = []
    finally:
        if unsaved:
            keep(unsaved)
    on_entry(len(claims), len(claims), "")
    return tuple(checked)


def _ask(asking: Asking, claim: Claim, old: Evidence | None) -> Checked:
    try:
        return _from_evidence(claim, asking.about(claim))
    except UnansweredError as trouble:
        return _from_evidence(claim, old, str(trouble))


def _is_fresh(evidence: Evidence, claim: Claim, since: datetime) -> bool:
    if evidence.compared != claim.compared or not evidence.asked:
        return False
    try:
        asked = [datetime.fromisoformat(one.time) for one in evidence.asked]
    except ValueError:
        return False
    return all(one.tzinfo is not None for one in asked) and min(asked) >= since
