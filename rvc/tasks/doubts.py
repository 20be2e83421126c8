"""Why a work is a weak support for what rests on it: retracted, questioned, never verified."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from rvc.adapters.data_folder import DataFolder
from rvc.model.brief import NOT_VERIFIED
from rvc.model.evidence import Evidence, EvidenceFile, Status
from rvc.model.record import UpdateKind
from rvc.model.reference import Bibliography, Reference

RETRACTED = "RETRACTED"

LISTED = frozenset(
    {"article", "book", "incollection", "inbook", "inproceedings", "collection", "proceedings"}
)
"""Types of works that bibliographic services list; pages, bills and reports they mostly do not."""


def doubts(folder: DataFolder, bibliography: Bibliography) -> dict[str, str]:
    """Return, by cite key, what speaks against leaning on a work; works in order are left out.

    Read from the evidence file of the bibliography, and from nothing else: no network.
    """
    known = _evidence(folder)
    said = {key: _doubt(work, known) for key, work in bibliography.works.items()}
    return {key: doubt for key, doubt in said.items() if doubt}


def _evidence(folder: DataFolder) -> Mapping[str, Evidence]:
    path = folder.evidence
    if not path.exists():
        return {}
    from rvc.adapters.cache import cached
    from rvc.adapters.opened import read_bytes

    return cached(read_bytes(path), EvidenceFile, lambda data: _parsed(data, path)).works


def _parsed(data: bytes, path: Path) -> EvidenceFile:
    from rvc.adapters.evidence import evidence_in  # it reads YAML, which a warm cache need not

    return evidence_in(data, path)


def _doubt(work: Reference, known: Mapping[str, Evidence]) -> str:
    evidence = known.get(work.key)
    if evidence is None:
        return _never_verified(work)
    if _changed(work, evidence):
        # A corrected comma must not hide a retraction; only asking again can take it back.
        return f"{RETRACTED} before its entry changed" if evidence.retracted else NOT_VERIFIED
    if evidence.retracted:
        return RETRACTED
    if evidence.updated(UpdateKind.CONCERN):
        return "its editors published an expression of concern"
    if evidence.status in {Status.WRONG_IDENTIFIER, Status.NO_SUCH_DOI}:
        return f"verification says: {evidence.status.value}"
    return NOT_VERIFIED if evidence.status is Status.NOT_VERIFIED else ""


def _never_verified(work: Reference) -> str:
    return NOT_VERIFIED if work.type in LISTED and work.resolved else ""


def _changed(work: Reference, evidence: Evidence) -> bool:
    from rvc.analysis.claim import claim_of  # it brings the matching along: not without evidence

    return evidence.compared != claim_of(work).compared
