"""Rule coding-misplaced: a coding where there is no text to code."""

from __future__ import annotations

from collections.abc import Iterator

from rvc.lint.rule import Data, Remark, Rule
from rvc.lint.walk import address, codings
from rvc.model.demand import DemandKind
from rvc.model.finding import Severity
from rvc.model.law import Carries


def check(data: Data) -> Iterator[Remark]:
    """Yield a remark for every coding of a text that is none."""
    for path, law, demand, version_id, _ in codings(data):
        subject = address(law, demand, version_id)
        version = law.version(version_id)
        if demand.kind is DemandKind.PROCESS:
            hint = "write what was seen under observations"
            yield Remark(subject, "a demand about the process cannot be coded", path, hint)
        elif version is not None and version.carries is Carries.NONE:
            yield Remark(subject, f"'{version_id}' carries no text to code", path)


RULE = Rule(
    name="coding-misplaced",
    severity=Severity.ERROR,
    summary="A coding where there is no text to code.",
    why="""\
A version that carries no text (a rejection, a ruling) meets no demand, and a demand about the
process is met by no text.""",
    bad="""\
    versions:
      - {id: rejection, carries: none}
    demands:
      - id: d1
        codings:
          rejection: {attainment: none, basis: reported}
""",
    good="""\
    versions:
      - {id: bill-1}
      - {id: rejection, carries: none}
    demands:
      - id: d1
        codings:
          bill-1: {attainment: none, basis: reported}
""",
    check=check,
)
