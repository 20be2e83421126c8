"""Rule id-form: an id that cannot be typed as one word or that cannot name a file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rvc.lint.rule import Data, Path, Remark, Rule
from rvc.lint.walk import demands, laws, turning_points, versions
from rvc.model.finding import Severity

_FORM = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")


def check(data: Data) -> Iterator[Remark]:
    """Yield a remark for every id that is not made of small letters, digits and hyphens."""
    for path, id in _ids(data):
        if not _FORM.fullmatch(id):
            hint = "use small letters and digits, joined by hyphens"
            yield Remark(id[:80], f"'{id[:80]}' is not made as ids are", (*path, "id"), hint)


def _ids(data: Data) -> Iterator[tuple[Path, str]]:
    register, book = data.register, data.register.codebook
    lists = [
        (("codebook", "dimensions"), [dimension.id for dimension in book.dimensions]),
        (("codebook", "coders"), [coder.id for coder in book.coders]),
        (("organisations",), [body.id for body in register.organisations]),
        (("tags",), [tag.id for tag in register.tags]),
        (("manuscripts",), [manuscript.id for manuscript in register.manuscripts]),
    ]
    for at, ids in lists:
        for number, id in enumerate(ids):
            yield (*at, number), id
    for path, law in laws(data):
        yield path, law.id
    for path, _, version in versions(data):
        yield path, version.id
    for path, _, demand in demands(data):
        yield path, demand.id
    for path, _, point in turning_points(data):
        yield path, point.id


RULE = Rule(
    name="id-form",
    severity=Severity.ERROR,
    summary="An id that is not one word of small letters, digits and hyphens.",
    why="""\
Ids are typed on command lines, name files (`fr-vigilance.md`) and stand in addresses: spaces,
slashes or capitals break one of the three on some computer.""",
    bad="""\
  - id: FR/Vigilance Law
""",
    good="""\
  - id: fr-vigilance
""",
    check=check,
)
