"""Rule basis-missing: a statement that does not say what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from rvc.lint.rule import Data, Path, Remark, Rule
from rvc.lint.walk import address, codings, demands, laws, turning_points, versions
from rvc.model.codebook import Attainment, Basis
from rvc.model.finding import Severity


def check(data: Data) -> Iterator[Remark]:
    """Yield a remark for every statement without a basis, and every basis without its source."""
    for path, law, demand, version_id, coding in codings(data):
        subject = address(law, demand, version_id)
        if coding.attainment is Attainment.NOT_CHECKED:
            if coding.basis is not None:
                message = "what was not checked rests on nothing"
                yield Remark(subject, message, (*path, "basis"), "leave the basis out")
        elif coding.basis is None:
            yield Remark(subject, f"'{coding.attainment}' without a basis", path)
    for subject, path, basis, sourced in _statements(data):
        if basis is not Basis.RECALLED and not sourced:
            hint = _TEXT_TOO if basis is Basis.OFFICIAL_TEXT else ""
            yield Remark(subject, f"is {basis}, but names no source", path, hint)


_TEXT_TOO = "the text itself is a source: name its key in references.bib"


def _statements(data: Data) -> Iterator[tuple[str, Path, Basis, bool]]:
    for path, law in laws(data):
        for number, event in enumerate(law.events):
            yield law.id, (*path, "events", number), event.basis, bool(event.sources)
    for path, law, version in versions(data):
        yield f"{law.id}@{version.id}", path, version.basis, bool(version.sources)
    for path, law, point in turning_points(data):
        subject = f"{law.id}/{point.id}"
        cites = point.sources or point.reported_by
        yield subject, (*path, "basis"), point.basis, bool(cites)
        yield subject, (*path, "mover_basis"), point.mover_basis, bool(cites)
    for path, law, demand in demands(data):
        yield address(law, demand), (*path, "basis"), demand.basis, bool(demand.asked_in)
        for number, seen in enumerate(demand.observations):
            at = (*path, "observations", number)
            yield address(law, demand), at, seen.basis, bool(seen.sources)


RULE = Rule(
    name="basis-missing",
    severity=Severity.ERROR,
    summary="A statement that does not say what it rests on.",
    why="""\
Every statement of the register is checked against the text, stated by a source, inferred or
recalled. A grade without a basis, or a basis without its source, looks more certain than it is.""",
    bad="""\
          bill-1: {attainment: none, rationale: Not in it.}
""",
    good="""\
          bill-1:
            attainment: none
            basis: reported
            sources: [report2015]
            rationale: Not in it.
""",
    check=check,
)
