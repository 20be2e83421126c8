"""Rule pages-form: pages that are no page, list or range."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rvc.bib.page_ranges import dashed
from rvc.lint.bib_rule import BibData, BibRemark, BibRule, value_fix
from rvc.model.finding import Severity

_FORM = re.compile(
    r"[\w.:/*]+(?:-{1,3}[\w.:/*]+)?\+?(?:\s*[,;]\s*[\w.:/*]+(?:--[\w.:/*]+)?\+?)*(?:\s*f{1,2}\.?)?"
)
_GOOD = re.compile(r"\d+(?:--\d+)?")
_RANGE = re.compile(r"(\d+)-{1,2}(\d+)")


def check(data: BibData) -> Iterator[BibRemark]:
    """Yield a remark for pages with another dash, ranges that run backwards, and other texts."""
    for work in data.works:
        pages = work.values.get("pages")
        if not pages:
            continue
        if _GOOD.fullmatch(pages):
            yield from _backwards(work.start("pages"), work.entry.key, pages)
            continue
        field = work.entry.field("pages")
        new = dashed(pages)
        if field and new != pages:
            message = f"pages {pages!r}: a range is written with two hyphens"
            fix = value_fix(field, pages, new, safe=True)
            yield BibRemark(field.start, work.entry.key, message, f"write {new!r}", fix)
        elif not _FORM.fullmatch(re.sub(r"\\[a-z]+|[{}]", "", pages)):
            message = f"pages {pages!r} are neither a page, a list nor a range"
            yield BibRemark(work.start("pages"), work.entry.key, message)
        else:
            yield from _backwards(work.start("pages"), work.entry.key, pages)


def _backwards(start: int, key: str, pages: str) -> Iterator[BibRemark]:
    for first, last in _RANGE.findall(pages):
        # 1015--21 is short for 1015--1021.
        if len(first) == len(last) and last < first:
            yield BibRemark(start, key, f"pages {pages!r} end before they begin")


RULE = BibRule(
    name="pages-form",
    severity=Severity.WARNING,
    summary="Pages that are no page, list or range.",
    why="""\
A range takes two hyphens, which TeX prints as a dash and other programs read as a range; a single
hyphen or a typographic dash is printed as it stands. A range that ends before it begins is a
mistake of copying.""",
    bad="""\
@article{day2004, author = {Day, Richard J. F.}, title = {From Hegemony to Affinity},
  journal = {Cultural Studies}, year = {2004}, pages = {716-748}}
""",
    good="""\
@article{day2004, author = {Day, Richard J. F.}, title = {From Hegemony to Affinity},
  journal = {Cultural Studies}, year = {2004}, pages = {716--748}}
""",
    check=check,
    fixes="safe",
)
