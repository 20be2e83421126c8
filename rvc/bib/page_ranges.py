"""Page ranges as BibTeX wants them: two hyphens between the first and the last page."""

from __future__ import annotations

import re

_DASH = r"(?:-{1,3}|[‐-―−]|\\textendash\b(?:\{\})?|\{\\textendash\})"
_RANGE = re.compile(
    rf"(?<![\w.:/-])((?:[A-Za-z]{{0,3}}\d+[a-z]?|[ivxlcdm]+|[IVXLCDM]+))\s*{_DASH}\s*"
    rf"((?:[A-Za-z]{{0,3}}\d+[a-z]?|[ivxlcdm]+|[IVXLCDM]+))(?![\w./-])"
)


def dashed(pages: str) -> str:
    """Return `pages` with every certain range written `first--last`; all else as it is.

    Certain are numbers with at most three letters before (`S12-S15`) and Roman numerals. What has
    more hyphens (`1-2-3`, `12-1-12-20`) stays: nobody can say which of them is the dash.
    """
    return _RANGE.sub(r"\1--\2", pages) if not pages.isdigit() else pages
