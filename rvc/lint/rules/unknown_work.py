"""Rule unknown-work: a cite key that references.bib does not have."""

from __future__ import annotations

from collections.abc import Iterator

from rvc.analysis.citations import citings
from rvc.lint.rule import Data, Remark, Rule
from rvc.model.finding import Severity
from rvc.model.nearest import did_you_mean


def check(data: Data) -> Iterator[Remark]:
    """Yield a remark for every citation of a work that is not in the bibliography."""
    works = data.bibliography.works
    for citing in citings(data.register):
        key = citing.cite.key
        if key not in works:
            hint = did_you_mean(key, works)
            if " " in key:  # no key has a space: a list in brackets was cut at the comma
                hint = 'a place goes with its key, in quotes: "key, p. 3"'
            yield Remark(citing.subject, f"no work has the key '{key}'", citing.path, hint)


RULE = Rule(
    name="unknown-work",
    severity=Severity.ERROR,
    summary="A cite key that references.bib does not have.",
    why="""\
Evidence is tied to a work by its key: a key without an entry is evidence that nobody can find.""",
    bad="""\
            sources: ["bair2001, p. 3"]   # references.bib has bair2011
""",
    good="""\
            sources: ["bair2011, p. 3"]
""",
    check=check,
)
