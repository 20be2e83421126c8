"""Works as lists and cards show them, with what rests on them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rvc.analysis.citations import citings
from rvc.analysis.intext_match import IntextMatch
from rvc.model.output_refs import (
    CitedLine,
    MatchCandidate,
    MatchLine,
    NotUnderstood,
    RefsMatchOutput,
    WorkLine,
)
from rvc.model.reference import Reference
from rvc.model.register import Register


def work_line(work: Reference) -> WorkLine:
    """Return a work as a list shows it."""
    return WorkLine(work.key, work.label, work.title, work.resolved)


def cited_by(register: Register, key: str) -> tuple[CitedLine, ...]:
    """Return every place of the register that cites the work, in the order of the register."""
    return tuple(
        CitedLine(found.subject, found.what, found.cite.pinpoint, found.title)
        for found in citings(register)
        if found.cite.key == key
    )


def tagged(works: Iterable[Reference], tags: Iterable[str]) -> list[Reference]:
    """Return the works that carry one of the tags as a keyword; all when no tag is given."""
    asked = set(tags)
    return [work for work in works if not asked or asked & set(work.keywords)]


def match_output(file: str, matches: Sequence[IntextMatch]) -> RefsMatchOutput:
    """Return the citations of a file and what they mean, as `--json` prints them."""
    lines = tuple(
        MatchLine(
            match.citation.printed,
            match.citation.line,
            match.citation.start,
            match.citation.end,
            match.resolution,
            tuple(MatchCandidate(c.key, c.label, c.against) for c in match.candidates),
            match.citation.column,
        )
        for match in matches
    )
    unread = (match.citation for match in matches if not match.citation.names)
    return RefsMatchOutput(
        file, lines, tuple(NotUnderstood(one.line, one.column, one.printed) for one in unread)
    )
