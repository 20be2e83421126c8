"""Rule unknown-id: an id that nothing in the register has."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from rvc.lint.rule import Data, Path, Remark, Rule
from rvc.lint.walk import address, codings, demands, laws, turning_points, versions
from rvc.model.finding import Severity
from rvc.model.law import REVERSION
from rvc.model.nearest import did_you_mean


def check(data: Data) -> Iterator[Remark]:
    """Yield a remark for every reference to an id that does not exist."""
    yield from _bodies_and_tags(data)
    for path, law in laws(data):
        known = {version.id for version in law.versions}
        ends = [("first", law.first), ("final", law.final), ("latest", law.latest)]
        for field, id in ends:
            if id:
                yield from _unknown(law.id, "version", (*path, field), [id], known)
        asked = {demand.id for demand in law.demands}
        for number, demand in enumerate(law.demands):
            at = (*path, "demands", number, "opposes")
            yield from _unknown(address(law, demand), "demand", at, demand.opposes, asked)
    for path, law, point in turning_points(data):
        known = {REVERSION, *(version.id for version in law.versions)}
        subject = f"{law.id}/{point.id}"
        asked = {demand.id for demand in law.demands}
        yield from _unknown(subject, "version", (*path, "between"), point.between, known)
        yield from _unknown(subject, "demand", (*path, "demands"), point.demands, asked)
    yield from _versions(data)


def _bodies_and_tags(data: Data) -> Iterator[Remark]:
    register = data.register
    bodies = {body.id for body in register.organisations}
    tags = {tag.id for tag in register.tags}
    scales = {dimension.id for dimension in register.codebook.dimensions}
    for number, body in enumerate(register.organisations):
        yield from _unknown(body.id, "tag", ("organisations", number, "tags"), body.tags, tags)
    for path, law in laws(data):
        yield from _unknown(law.id, "tag", (*path, "tags"), law.tags, tags)
    for path, law, point in turning_points(data):
        subject = f"{law.id}/{point.id}"
        yield from _unknown(subject, "organisation", (*path, "movers"), point.movers, bodies)
    for path, law, demand in demands(data):
        subject = address(law, demand)
        yield from _unknown(subject, "organisation", (*path, "by"), demand.by, bodies)
        yield from _unknown(subject, "tag", (*path, "tags"), demand.tags, tags)
        yield from _unknown(subject, "dimension", (*path, "dimension"), [demand.dimension], scales)


def _versions(data: Data) -> Iterator[Remark]:
    coders = {coder.id for coder in data.register.codebook.coders}
    for path, law in laws(data):
        yield from _unknown(law.id, "coder", (*path, "coded"), [law.coded.coder], coders)
    for path, law, version in versions(data):
        known = {found.id for found in law.versions}
        if version.same_as:
            at = (*path, "same_as")
            subject = f"{law.id}@{version.id}"
            yield from _unknown(subject, "version", at, [version.same_as.version], known)
    for path, law, demand, version_id, coding in codings(data):
        subject = address(law, demand, version_id)
        if version_id != REVERSION or law.reversion is None:
            known = {found.id for found in law.versions}
            yield from _unknown(subject, "version", path, [version_id], known)
        if coding.coder:
            yield from _unknown(subject, "coder", (*path, "coder"), [coding.coder], coders)


def _unknown(
    subject: str, noun: str, path: Path, ids: Iterable[str], known: Collection[str]
) -> Iterator[Remark]:
    for id in ids:
        if id not in known:
            yield Remark(subject, f"unknown {noun} '{id}'", path, did_you_mean(id, known))


RULE = Rule(
    name="unknown-id",
    severity=Severity.ERROR,
    summary="An id that nothing in the register has.",
    why="""\
A reference to nothing is a typing mistake or a thing that was forgotten; either way what it says
is lost.""",
    bad="""\
    demands:
      - id: d1
        by: [coaliton]
""",
    good="""\
    demands:
      - id: d1
        by: [coalition]
""",
    check=check,
)
