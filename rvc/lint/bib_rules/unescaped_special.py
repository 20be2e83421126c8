"""Rule unescaped-special: a character that LaTeX takes for a command."""

from __future__ import annotations

from collections.abc import Iterator

from rvc.bib.macros import parts
from rvc.bib.specials import is_set, specials, with_backslashes
from rvc.lint.bib_rule import BibData, BibRemark, BibRule, Fix, Work, raw_fix
from rvc.model.finding import Severity

_CHARACTERS = "&%#_"
_UNPRINTED = frozenset({"abstract", "annotation", "annote", "comment", "owner", "review"})
"""Fields that styles do not print, so that nothing stops at them."""


def check(data: BibData) -> Iterator[BibRemark]:
    """Yield a remark for every field that LaTeX would stop at."""
    if not any(character in data.library.text for character in _CHARACTERS):
        return
    for work in data.works:
        for name, said in work.values.items():
            if not any(character in said for character in _CHARACTERS):
                continue
            if name in _UNPRINTED or not is_set(name):
                continue
            found = specials(said)
            if found:
                yield _remark(work, name, found)


def _remark(work: Work, name: str, found: list[str]) -> BibRemark:
    listed = " and ".join(f"'{character}'" for character in found)
    verb = "is" if len(found) == 1 else "are"
    written = " and ".join(f"'\\{character}'" for character in found)
    message = f"{name}: {listed} {verb} not escaped"
    return BibRemark(
        work.start(name), work.entry.key, message, f"write {written}", _fix(work, name)
    )


def _fix(work: Work, name: str) -> Fix | None:
    """The escape that formatting has; a look at the work says whether mathematics was meant."""
    field = work.entry.field(name)
    if field is None or field.raw[0] not in '{"' or len(parts(field.raw)) != 1:
        return None
    raw = field.raw[0] + with_backslashes(field.raw[1:-1]) + field.raw[-1]
    return raw_fix(field, raw, safe=False) if raw != field.raw else None


RULE = BibRule(
    name="unescaped-special",
    severity=Severity.WARNING,
    summary="A `&`, `%`, `#` or `_` without a backslash in a field that LaTeX prints.",
    why="""\
LaTeX stops at `&`, `#` and `_`, and drops what follows a `%`. Addresses, numbers and mathematics
may hold them. `--fix --unsafe` writes the backslash, as `rvc refs format --rule escape` does.""",
    bad="""\
@article{day2004, author = {Day, Richard J. F.}, title = {From Hegemony to Affinity},
  journal = {Capital & Class}, year = {2004}}
""",
    good="""\
@article{day2004, author = {Day, Richard J. F.}, title = {From Hegemony to Affinity},
  journal = {Capital \\& Class}, year = {2004}}
""",
    check=check,
    fixes="unsafe",
)
