"""Following the wording of one demand through the texts that are kept."""

from __future__ import annotations

from pathlib import Path

from rvc.adapters.kept_texts import KeptTexts
from rvc.analysis.changes import version_of
from rvc.analysis.suggest import Earlier, suggest
from rvc.analysis.trace import Trace, trace
from rvc.errors import RvcError
from rvc.model.demand import Demand, DemandKind
from rvc.model.law import Law
from rvc.model.output_texts import SuggestOutput
from rvc.tasks.read_texts import Reader, addresses_of, must_have
from rvc.tasks.redline_versions import recorded_corrections


def trace_demand(
    texts: KeptTexts, law: Law, demand: Demand, corrections: Path | None = None
) -> Trace:
    """Return the wordings that answer a demand; RvcError when no text of the law can be read.

    `corrections` is alignments.yaml, which overrules how wordings are followed.
    """
    if demand.kind is DemandKind.PROCESS:
        raise RvcError(
            "this demand is about the process: no text can answer it",
            where=f"{law.id}/{demand.id}",
        )
    reader = Reader(texts)
    wholes = reader.wholes(law)
    reads = {v.id: reader.version(law.id, v.id, addresses_of(v)) for v in law.versions}
    problems = {version: read.problem for version, read in reads.items()}
    if not wholes:
        kept = any(read.hint for read in reads.values())
        hint = (
            "rvc texts verify says what brings each back" if kept else f"rvc texts fetch {law.id}"
        )
        said = "; ".join(dict.fromkeys(filter(None, problems.values())))
        if said:
            raise RvcError(f"no text of this law can be read: {said}", where=law.id, hint=hint)
        raise RvcError("no text of this law is here", where=law.id, hint=hint)
    found = trace(
        law,
        demand,
        {version: one.text for version, one in wholes.items()},
        {version: one.notes for version, one in wholes.items()},
        recorded_corrections(corrections, law.id) if corrections else {},
    )
    return found.with_problems(problems)


def suggestions(texts: KeptTexts, law: Law, version_id: str) -> SuggestOutput:
    """Return what to code again at a version; RvcError when its text is not here."""
    version = version_of(law, version_id)
    reader = Reader(texts)
    must_have(reader, law, version)
    here = reader.whole(law)
    order = list(law.versions)
    before = order[: order.index(version)] if version in order else []
    earlier = next((Earlier(one, here[one.id]) for one in reversed(before) if one.id in here), None)
    found = suggest(law, version, here[version.id], earlier)
    return SuggestOutput(law.id, version.id, earlier.version.id if earlier else "", found)
