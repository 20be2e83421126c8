"""Verifying the works of a data folder, with its evidence file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

from rvc.adapters.data_folder import DataFolder
from rvc.adapters.evidence import read_evidence, save_evidence
from rvc.adapters.http import Fetcher
from rvc.adapters.register_folder import load_bibliography, shown
from rvc.adapters.retractions import Retractions, index_path, read_index, update_index
from rvc.adapters.services.lookup import Services
from rvc.analysis.claim import Claim, claim_of
from rvc.errors import RvcError
from rvc.model.evidence import Evidence, Snapshot
from rvc.model.finding import Finding, Place
from rvc.model.nearest import did_you_mean
from rvc.tasks.verify import Checked, verify_offline, verify_online
from rvc.tasks.verify_findings import verification_findings


def claims_of(folder: DataFolder, keys: Sequence[str] = ()) -> list[Claim]:
    """Return what the works with these keys claim, all when none is given.

    Placeholders of unresolved citations claim nothing. RvcError names the nearest key.
    """
    works = load_bibliography(folder).bibliography.works
    for key in keys:
        if key not in works:
            raise RvcError(f"unknown cite key '{key}'", hint=did_you_mean(key, works))
    chosen = [works[key] for key in dict.fromkeys(keys)] or list(works.values())
    return [claim_of(work) for work in chosen if work.resolved]


def offline(folder: DataFolder, claims: Sequence[Claim]) -> tuple[Checked, ...]:
    """Return what the evidence file says, and nothing else."""
    return verify_offline(claims, read_evidence(folder.evidence).works)


def online(
    folder: DataFolder,
    claims: Sequence[Claim],
    *,
    mailto: str = "",
    max_age: timedelta,
    on_entry: Callable[[int, int, str], None] = lambda *_: None,
    services: Services | None = None,
) -> tuple[Checked, ...]:
    """Ask the services, and keep what they say in the evidence file as it comes in.

    At the end evidence of works that left the bibliography goes, and the copy of the Retraction
    Watch data that was looked into is named.
    """
    path = folder.evidence
    known = read_evidence(path).works
    retractions = read_index(index_path())

    def keep(found: Sequence[Evidence]) -> None:
        save_evidence(path, found)

    with Fetcher(mailto=mailto) as fetcher:
        checked = verify_online(
            claims,
            known,
            services or Services(fetcher),
            retractions=retractions,
            max_age=max_age,
            keep=keep,
            on_entry=on_entry,
        )
    if path.exists():
        works = load_bibliography(folder).bibliography.works
        save_evidence(path, (), keep=works.keys(), snapshot=_snapshot(retractions))
    return checked


def _snapshot(retractions: Retractions | None) -> Snapshot | None:
    if retractions is None:
        return None
    return Snapshot(retractions.sha256, retractions.time, retractions.rows)


def findings_of(folder: DataFolder, checked: Sequence[Checked]) -> tuple[Finding, ...]:
    """Return what was found out as findings, at the places of the entries."""
    works = load_bibliography(folder).bibliography.works
    file = shown(folder.references)
    places = {key: Place(file, work.line, 1) for key, work in works.items()}
    return verification_findings(checked, places)


def update_retractions(mailto: str = "") -> tuple[int, bool]:
    """Download the Retraction Watch data when it changed; return its rows and whether it is new."""
    with Fetcher(mailto=mailto) as fetcher:
        index, new = update_index(fetcher, index_path())
    return index.rows, new
