"""Rule url-form: an address that is none, or that is wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rvc.bib.identifier_forms import unwrapped
from rvc.lint.bib_rule import BibData, BibRemark, BibRule, value_fix
from rvc.model.finding import Severity

_GOOD = re.compile(r"(?:https?|ftp)://[^\s{}\\<>\"/?#]+\.?[^\s{}\\<>\"]*", re.I)
_HOST = re.compile(r"(?:www\.|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/)", re.I)


def check(data: BibData) -> Iterator[BibRemark]:
    """Yield a remark for every `url` field that no browser would open as it stands."""
    for work in data.works:
        said = work.values.get("url")
        if not said or _GOOD.fullmatch(said):
            continue
        field = work.entry.field("url")
        bare = unwrapped(said)
        if field and bare != said and _GOOD.fullmatch(bare):
            fix = value_fix(field, said, bare, safe=True)
            message = f"the address {said!r} is wrapped"
            yield BibRemark(field.start, work.entry.key, message, f"write {bare!r}", fix)
        else:
            yield BibRemark(
                work.start("url"), work.entry.key, f"{said!r} is no address", _why(bare)
            )


def _why(text: str) -> str:
    if _HOST.match(text):
        return "it lacks https://"
    if " " in text:
        return "it holds a blank"
    return ""


RULE = BibRule(
    name="url-form",
    severity=Severity.WARNING,
    summary="An address that is none, or that is wrapped.",
    why="""\
Readers click it and programs fetch it: it needs `http://` or `https://`, no blank, and nothing of
LaTeX around it, as styles add that themselves.""",
    bad="""\
@online{rvc2018, author = {{RVC}}, title = {About}, year = {2018}, url = {\\url{https://example.org/a}}}
""",
    good="""\
@online{rvc2018, author = {{RVC}}, title = {About}, year = {2018}, url = {https://example.org/a}}
""",
    check=check,
    fixes="safe",
)
