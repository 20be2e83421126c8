"""Citations in Typst: `@key`, `@key[p. 3]`, `#cite(<key>)`, `cite(label("key"))`.

The rules are those of Typst's reference ("Reference", "Cite", "Label"). `@name` may as well refer
to a label of the document; what the text labels itself (`<name>`) is no citation.
"""

from __future__ import annotations

import re

from rvc.analysis.cited import Cited, Citings, hidden

TYPST_HIDDEN = (
    re.compile(r"https?://[^\s\])>\"]*"),
    re.compile(r"/\*.*?\*/", re.DOTALL),
    re.compile(r"//[^\r\n]*"),
    re.compile(r"(`{3,}).*?\1|`[^`]*`", re.DOTALL),
)
"""What Typst does not read: comments, raw text, addresses."""
_NAME = r"\w(?:[\w-]|[.:](?=[\w-]))*"
_REFERENCE = re.compile(rf"(?<![\w\\])@({_NAME})")
_CITE = re.compile(rf"\bcite\(\s*(?:<({_NAME})>|label\(\s*\"([^\"\r\n]+)\"\s*\))")
_LABEL = re.compile(rf"<({_NAME})>")


def in_typst(text: str) -> Citings:
    """Yield the citations in a Typst source."""
    shown = hidden(text, *TYPST_HIDDEN)
    cited = [_argument(found) for found in _CITE.finditer(shown)]
    starts = {found.start for found in cited}
    labels = {found[1] for found in _LABEL.finditer(shown) if found.start(1) not in starts}
    yield from cited
    for found in _REFERENCE.finditer(shown):
        if found[1] not in labels:
            yield Cited(found[1], *found.span(1))


def _argument(found: re.Match[str]) -> Cited:
    group = 1 if found[1] else 2
    return Cited(found[group], *found.span(group))
