"""What verification found out, as findings: what must be looked at, what is an open doubt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rvc.model.evidence import Agreement, Evidence, Status
from rvc.model.finding import Finding, Place, Severity
from rvc.model.record import UpdateKind
from rvc.tasks.verify import Checked

UPDATES = {
    UpdateKind.RETRACTION: ("reference-retracted", Severity.ERROR, "was retracted"),
    UpdateKind.PARTIAL_RETRACTION: (
        "reference-partly-retracted",
        Severity.WARNING,
        "was retracted in part",
    ),
    UpdateKind.CONCERN: (
        "reference-concern",
        Severity.WARNING,
        "its editors published an expression of concern",
    ),
    UpdateKind.CORRECTION: ("reference-corrected", Severity.NOTE, "was corrected"),
    UpdateKind.NEW_VERSION: ("reference-new-version", Severity.NOTE, "has a new version"),
}
"""Kind of notice → rule, how grave it is, and the words for it."""

STATUSES = {
    Status.WRONG_IDENTIFIER: ("reference-wrong-identifier", Severity.ERROR),
    Status.NO_SUCH_DOI: ("reference-no-such-doi", Severity.ERROR),
    Status.NOT_VERIFIED: ("reference-not-verified", Severity.NOTE),
    Status.OTHER_VERSION: ("reference-other-version", Severity.NOTE),
    Status.GONE: ("reference-gone", Severity.WARNING),
    Status.NOT_FOUND: ("reference-not-found", Severity.NOTE),
    Status.CANNOT_TELL: ("reference-cannot-tell", Severity.NOTE),
}
"""Statuses worth a finding → rule and how grave it is; what differs is told field by field."""

_SAID = {
    Status.OTHER_VERSION: "only another version was found",
    Status.NOT_FOUND: "nobody who was asked lists it, which proves nothing",
    Status.CANNOT_TELL: "cannot be told from what the services say",
}


def verification_findings(
    checked: Iterable[Checked], places: Mapping[str, Place]
) -> tuple[Finding, ...]:
    """Return a finding for all that is wrong, doubtful or unknown, in the order of the entries.

    `places` says where each entry stands. What is confirmed and unchanged gives no finding. Never
    verified is an open doubt (a note); verified and changed since, or asked for and not answered,
    is a warning.
    """
    return tuple(finding for one in checked for finding in _of_entry(one, places.get(one.key)))


def _of_entry(one: Checked, place: Place | None) -> Iterator[Finding]:
    if one.status in STATUSES:
        rule, severity = STATUSES[one.status]
        if one.changed or (one.status is Status.NOT_VERIFIED and one.trouble):
            severity = Severity.WARNING
        known = _SAID.get(one.status, "")
        message = ": ".join(filter(None, (known, one.reason))) or one.status.value
        yield Finding(rule, severity, one.key, message, _hint(one), place)
    if one.trouble and one.status is not Status.NOT_VERIFIED:
        message = f"could not be verified again: {one.trouble}"
        yield Finding("reference-not-verified", Severity.NOTE, one.key, message, "", place)
    if one.evidence is not None:
        yield from _of_evidence(one.key, one.evidence, place)


def _of_evidence(key: str, evidence: Evidence, place: Place | None) -> Iterator[Finding]:
    for update in evidence.updates:
        if update.kind not in UPDATES:
            continue
        rule, severity, words = UPDATES[update.kind]
        if update.kind is UpdateKind.RETRACTION and not evidence.retracted:
            severity, words = Severity.NOTE, "was retracted and later reinstated"
        when = f" on {update.date}" if update.date else ""
        notice = f"https://doi.org/{update.doi}" if update.doi else ""
        yield Finding(rule, severity, key, f"{words}{when} ({update.source})", notice, place)
    for doi in evidence.published_as:
        message = "this preprint seems to have been published since"
        yield Finding(
            "reference-published-since",
            Severity.NOTE,
            key,
            message,
            f"cite https://doi.org/{doi} if it says the same",
            place,
        )
    if evidence.status is Status.DIFFERS:
        for check in evidence.fields:
            if check.agreement is Agreement.DIFFERS:
                why = f": {check.reason}" if check.reason else ""
                message = f"{check.field} is '{check.ours}' here, '{check.theirs}' there{why}"
                yield Finding(
                    "reference-differs", Severity.WARNING, key, message, evidence.record, place
                )


def _hint(one: Checked) -> str:
    return "run `rvc refs verify` with a network" if one.status is Status.NOT_VERIFIED else ""
