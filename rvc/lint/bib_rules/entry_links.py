"""Rule entry-links: crossref, xdata and their like that lead nowhere or in a circle."""

from __future__ import annotations

from collections.abc import Iterator

from rvc.lint.bib_rule import BibData, BibRemark, BibRule, Dialect, Work
from rvc.model.finding import Severity
from rvc.model.nearest import did_you_mean

_LINKS = ("crossref", "xref", "xdata", "related", "entryset")
_INHERIT = ("crossref", "xdata")


def check(data: BibData) -> Iterator[BibRemark]:
    """Yield a remark for every link to an entry that is not there, before it, or in a circle."""
    linked = [work for work in data.works if not _LINK_SET.isdisjoint(work.values)]
    if not linked:
        return
    works = {work.entry.key.lower(): work for work in data.works}
    for work in linked:
        for name in _LINKS:
            for key in _keys(work, name):
                yield from _link(data, work, name, key, works)
        if _circle(work, works):
            message = "this entry inherits from itself, over others"
            yield BibRemark(work.entry.start, work.entry.key, message)


def _link(
    data: BibData, work: Work, name: str, key: str, works: dict[str, Work]
) -> Iterator[BibRemark]:
    parent = works.get(key.lower())
    if parent is None:
        hint = did_you_mean(key, [other.entry.key for other in works.values()])
        message = f"{name} names {key!r}, which is not there"
        yield BibRemark(work.start(name), work.entry.key, message, hint)
    elif (
        name == "crossref"
        and parent.entry.start < work.entry.start
        and data.dialect is not Dialect.BIBLATEX
    ):
        message = f"crossref names {key!r}, which stands before: BibTeX inherits nothing from it"
        hint = "move the parent below its children"
        yield BibRemark(work.start(name), work.entry.key, message, hint, None, Severity.WARNING)


def _keys(work: Work, name: str) -> list[str]:
    said = work.values.get(name, "")
    found = said.split(",") if name not in ("crossref", "xref") else [said]
    return [key.strip() for key in found if key.strip()]


def _circle(work: Work, works: dict[str, Work]) -> bool:
    seen: set[str] = set()
    left = [key for name in _INHERIT for key in _keys(work, name)]
    while left:
        key = left.pop().lower()
        if key == work.entry.key.lower():
            return True
        if key not in seen and key in works:
            seen.add(key)
            left += [other for name in _INHERIT for other in _keys(works[key], name)]
    return False


_LINK_SET = frozenset(_LINKS)

RULE = BibRule(
    name="entry-links",
    severity=Severity.ERROR,
    summary="crossref, xdata and their like that lead nowhere or in a circle.",
    why="""\
An entry takes from its parent what it lacks: without the parent it is printed with holes. BibTeX
also wants the parent below its children in the file.""",
    bad="""\
@inproceedings{a, author = {Day, Richard}, title = {Affinity}, booktitle = {B}, year = 2004,
  crossref = {proceedings2005}}
@proceedings{proceedings2004, title = {Proceedings}, year = {2004}}
""",
    good="""\
@inproceedings{a, author = {Day, Richard}, title = {Affinity}, crossref = {proceedings2004}}
@proceedings{proceedings2004, title = {Proceedings}, year = {2004}}
""",
    check=check,
)
