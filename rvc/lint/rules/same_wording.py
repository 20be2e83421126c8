"""Rule same-wording: a version whose wording is said to be that of itself or a later one."""

from __future__ import annotations

from collections.abc import Iterator

from rvc.lint.rule import Data, Remark, Rule
from rvc.lint.walk import laws
from rvc.model.finding import Severity


def check(data: Data) -> Iterator[Remark]:
    """Yield a remark for every version that takes over the wording of none before it."""
    for path, law in laws(data):
        before: set[str] = set()
        known = {version.id for version in law.versions}
        for number, version in enumerate(law.versions):
            other = version.same_as.version if version.same_as else ""
            if other in known and other not in before:
                message = f"has the wording of '{other}', which does not come before it"
                at = (*path, "versions", number, "same_as")
                yield Remark(f"{law.id}@{version.id}", message, at)
            before.add(version.id)


RULE = Rule(
    name="same-wording",
    severity=Severity.ERROR,
    summary="A version whose wording is said to be that of itself or a later one.",
    why="""\
Codings pass from a version to later ones of the same wording; in a circle or backwards they
would come from nowhere.""",
    bad="""\
    versions:
      - {id: bill-1, same_as: {version: bill-2, basis: reported}}
      - {id: bill-2}
""",
    good="""\
    versions:
      - {id: bill-1}
      - {id: bill-2, same_as: {version: bill-1, basis: reported}}
""",
    check=check,
)
