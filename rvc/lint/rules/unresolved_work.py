"""Rule unresolved-work: a statement that rests on the placeholder of an unresolved citation."""

from __future__ import annotations

from collections.abc import Iterator

from rvc.analysis.citations import CitedFor, citings
from rvc.lint.rule import Data, Remark, Rule
from rvc.model.finding import Severity


def check(data: Data) -> Iterator[Remark]:
    """Yield a remark for every citation of a placeholder outside a manuscript."""
    works = data.bibliography.works
    open_ends = {key for key, work in works.items() if not work.resolved}
    for citing in citings(data.register):
        manuscript = citing.what in {CitedFor.MANUSCRIPT, CitedFor.CANDIDATE}
        if citing.cite.key in open_ends and not manuscript:
            message = f"'{citing.cite.key}' stands for an unresolved citation, it is no work"
            yield Remark(citing.subject, message, citing.path)


RULE = Rule(
    name="unresolved-work",
    severity=Severity.ERROR,
    summary="A statement that rests on the placeholder of an unresolved citation.",
    why="""\
A placeholder (keyword `unresolved`) keeps a citation that nobody could resolve. It is no work,
so nothing can rest on it; only a manuscript may name it, as a citation that is open.""",
    bad="""\
            sources: [kutting2014unresolved]
""",
    good="""\
            sources: [kutting2004globalization]
""",
    check=check,
)
