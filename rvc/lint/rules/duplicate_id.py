"""Rule duplicate-id: two things of a kind with the same id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rvc.lint.rule import Data, Path, Remark, Rule
from rvc.lint.walk import demands, laws, turning_points, versions
from rvc.model.finding import Severity


def check(data: Data) -> Iterator[Remark]:
    """Yield a remark for every id that was given before."""
    register, book = data.register, data.register.codebook
    kinds: list[tuple[str, Iterable[tuple[Path, str]]]] = [
        ("dimension", _listed(("codebook", "dimensions"), [d.id for d in book.dimensions])),
        ("coder", _listed(("codebook", "coders"), [coder.id for coder in book.coders])),
        ("tag", _listed(("tags",), [tag.id for tag in register.tags])),
        ("organisation", _listed(("organisations",), [o.id for o in register.organisations])),
        ("manuscript", _listed(("manuscripts",), [m.id for m in register.manuscripts])),
        ("law", ((path, law.id) for path, law in laws(data))),
        ("version", ((p, v.id) for p, _, v in versions(data) if p[-1] != "reversion")),
        ("demand", ((path, demand.id) for path, _, demand in demands(data))),
        ("turning point", ((path, point.id) for path, _, point in turning_points(data))),
    ]
    for noun, ids in kinds:
        yield from _repeated(noun, ids)


def _listed(path: Path, ids: list[str]) -> Iterator[tuple[Path, str]]:
    for number, id in enumerate(ids):
        yield (*path, number), id


def _repeated(noun: str, ids: Iterable[tuple[Path, str]]) -> Iterator[Remark]:
    seen: set[str] = set()
    for path, id in ids:
        if id in seen:
            yield Remark(id, f"another {noun} has the id '{id}' too", (*path, "id"))
        seen.add(id)


RULE = Rule(
    name="duplicate-id",
    severity=Severity.ERROR,
    summary="Two things of a kind with the same id.",
    why="""\
An id is an address: with two holders, nobody can tell which of them is meant. Versions and
demands share one space over all laws, so that `rvc laws diff --demand ID` needs no law.""",
    bad="""\
    versions:
      - id: bill-1
      - id: bill-1
""",
    good="""\
    versions:
      - id: bill-1
      - id: bill-2
""",
    check=check,
)
