"""Citations in the text of a Word file: `@key` in the prose, and the fields of Zotero.

Zotero keeps CSL-JSON in the fields it inserts; `citation-key` there (CSL 1.0.2) is the key in the
bibliography that it exports.
"""

from __future__ import annotations

import re

from rvc.analysis.cited import Cited, Citings
from rvc.analysis.cited_markdown import in_markdown

_FIELD = re.compile(r'"citation-?[kK]ey"\s*:\s*"([^"\\]+)"')


def in_word(text: str) -> Citings:
    """Yield the citations in a text as `rvc.adapters.manuscript_files` takes it out of a file."""
    yield from in_markdown(_FIELD.sub(lambda found: " " * len(found[0]), text))
    for found in _FIELD.finditer(text):
        yield Cited(found[1], *found.span(1))
