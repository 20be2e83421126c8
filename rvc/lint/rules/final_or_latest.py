"""Rule final-or-latest: a law with a final and a latest text, with neither, or final too early."""

from __future__ import annotations

from collections.abc import Iterator

from rvc.lint.rule import Data, Remark, Rule
from rvc.lint.walk import laws
from rvc.model.finding import Severity
from rvc.model.law import LawStatus

_NOT_FINAL = {LawStatus.NEGOTIATING, LawStatus.PENDING, LawStatus.ABANDONED}


def check(data: Data) -> Iterator[Remark]:
    """Yield a remark for every law whose last text is not called what it is."""
    for path, law in laws(data):
        if law.final and law.latest:
            yield Remark(law.id, "has both a final and a latest text", (*path, "latest"))
        elif not law.end:
            yield Remark(law.id, "names neither a final nor a latest text", path)
        if law.final and law.status in _NOT_FINAL:
            message = f"is {law.status}, so no text of it is final"
            yield Remark(law.id, message, (*path, "final"), "write latest")


RULE = Rule(
    name="final-or-latest",
    severity=Severity.ERROR,
    summary="A law with a final and a latest text, with neither, or final too early.",
    why="""\
Only an adopted text is final. While a law is negotiated or pending its last text is the latest,
and every output calls it so.""",
    bad="""\
  - id: treaty
    status: negotiating
    final: draft-3
""",
    good="""\
  - id: treaty
    status: negotiating
    latest: draft-3
""",
    check=check,
)
