"""Why a work is a weak support for what rests on it: retracted, questioned, never verified."""

from __future__ import annotations

from collections.abc import Mapping

from rvc.adapters.data_folder import DataFolder
from rvc.analysis.claim import claim_of
from rvc.model.brief import NOT_VERIFIED
from rvc.model.evidence import Evidence, Status
from rvc.model.record import UpdateKind
from rvc.model.reference import Bibliography, Reference

EVIDENCE_FILE = "references.lock.yaml"

LISTED = frozenset(
    {"article", "book", "incollection", "inbook", "inproceedings", "collection", "proceedings"}
)
"""Types of works that bibliographic services list; pages, bills and reports they mostly do not."""


def doubts(folder: DataFolder, bibliography: Bibliography) -> dict[str, str]:
    """Return, by cite key, what speaks against leaning on a work; works in order are left out.

    Read from the evidence file beside references.bib, and from nothing else: no network.
    """
    known = _evidence(folder)
    said = {key: _doubt(work, known) for key, work in bibliography.works.items()}
    return {key: doubt for key, doubt in said.items() if doubt}


def _evidence(folder: DataFolder) -> Mapping[str, Evidence]:
    path = folder.path / EVIDENCE_FILE
    if not path.exists():
        return {}
    from rvc.adapters.cache import cached
    from rvc.adapters.evidence import EvidenceFile, read_evidence
    from rvc.adapters.register_folder import read_bytes

    return cached(read_bytes(path), EvidenceFile, lambda _: read_evidence(path)).works


def _doubt(work: Reference, known: Mapping[str, Evidence]) -> str:
    evidence = known.get(work.key)
    if evidence is None or evidence.compared != claim_of(work).compared:
        return NOT_VERIFIED if work.type in LISTED and work.resolved else ""
    if evidence.retracted:
        return "RETRACTED"
    if evidence.updated(UpdateKind.CONCERN):
        return "its editors published an expression of concern"
    if evidence.status in {Status.WRONG_IDENTIFIER, Status.NO_SUCH_DOI}:
        return f"verification says: {evidence.status.value}"
    return NOT_VERIFIED if evidence.status is Status.NOT_VERIFIED else ""
