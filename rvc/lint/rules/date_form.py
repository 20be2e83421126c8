"""Rule date-form: a date that is not one."""

from __future__ import annotations

from collections.abc import Iterator

from rvc.lint.rule import Data, Path, Remark, Rule
from rvc.lint.walk import address, codings, demands, laws, turning_points, versions
from rvc.model.dates import parse_date
from rvc.model.finding import Severity


def check(data: Data) -> Iterator[Remark]:
    """Yield a remark for every date that cannot be read."""
    for subject, path, text in _dates(data):
        if text:
            try:
                parse_date(text)
            except ValueError as error:
                yield Remark(subject, str(error), path)


def _dates(data: Data) -> Iterator[tuple[str, Path, str]]:
    for path, law in laws(data):
        yield law.id, (*path, "coded", "date"), law.coded.date
        for number, event in enumerate(law.events):
            yield law.id, (*path, "events", number, "date"), event.date
    for path, law, version in versions(data):
        yield f"{law.id}@{version.id}", (*path, "date"), version.date
    for path, law, point in turning_points(data):
        yield f"{law.id}/{point.id}", (*path, "date"), point.date
    for path, law, demand in demands(data):
        yield address(law, demand), (*path, "first_seen"), demand.first_seen
        for number, seen in enumerate(demand.observations):
            yield address(law, demand), (*path, "observations", number, "date"), seen.date
    for path, law, demand, version_id, coding in codings(data):
        yield address(law, demand, version_id), (*path, "date"), coding.date


RULE = Rule(
    name="date-form",
    severity=Severity.ERROR,
    summary="A date that is not one.",
    why="""\
Dates are EDTF (ISO 8601-2): `2013-11-06`, `2013-11`, `2013`, `2012-21` (spring),
`2014-10/2014-12`, `2019-07-16/..`, with `?` or `~` behind what is doubtful. Order and time spans
are computed from them.""",
    bad="""\
      - id: bill-1
        date: 2014-02-30
""",
    good="""\
      - id: bill-1
        date: 2014-02-28
""",
    check=check,
)
