"""Rule version-order: versions that are not in the order of time."""

from __future__ import annotations

from collections.abc import Iterator

from rvc.lint.rule import Data, Remark, Rule
from rvc.lint.walk import laws
from rvc.model.dates import Date, parse_date
from rvc.model.finding import Severity


def check(data: Data) -> Iterator[Remark]:
    """Yield a remark for every version that ends before an earlier one begins."""
    for path, law in laws(data):
        latest: Date | None = None
        name = ""
        for number, version in enumerate(law.versions):
            date = _read(version.date)
            if date is None:
                continue
            if latest is not None and date.latest < latest.earliest:
                message = f"{version.date} is before {latest.text} of '{name}', which stands first"
                at = (*path, "versions", number, "date")
                yield Remark(f"{law.id}@{version.id}", message, at, "put it before")
            else:
                latest, name = date, version.id


def _read(text: str) -> Date | None:
    try:
        return parse_date(text) if text else None
    except ValueError:
        return None  # date-form says so


RULE = Rule(
    name="version-order",
    severity=Severity.ERROR,
    summary="Versions that are not in the order of time.",
    why="""\
The path of a demand is read along the versions as they stand; out of order, a gain looks like a
loss.""",
    bad="""\
    versions:
      - {id: bill-2, date: 2015-02-11}
      - {id: bill-1, date: 2013-11-06}
""",
    good="""\
    versions:
      - {id: bill-1, date: 2013-11-06}
      - {id: bill-2, date: 2015-02-11}
""",
    check=check,
)
