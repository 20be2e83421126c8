r"""Citations in Org: `[cite/t:see @key p. 3; @other]`, those of org-ref (`citep:&key`), LaTeX.

The rules are those of Org's manual ("Citations") and of org-ref's link types.
"""

from __future__ import annotations

import re

from rvc.analysis.cited import Cited, Citings, hidden
from rvc.analysis.cited_tex import in_tex

ORG_HIDDEN = (
    re.compile(r"^[ \t]*#\+begin_(src|example|comment)\b.*?^[ \t]*#\+end_\1\b", re.I | re.S | re.M),
    re.compile(r"^[ \t]*#(?:[ \t][^\r\n]*)?$", re.M),
    re.compile(r"^[ \t]*:(?:[ \t][^\r\n]*)?$", re.M),
    re.compile(
        r"(?<![\w~])~[^~\s](?:[^~\r\n]*[^~\s])?~(?!\w)|(?<![\w=])=[^=\s](?:[^=\r\n]*[^=\s])?=(?!\w)"
    ),
)
"""What Org does not read: blocks of code, comments, verbatim words."""
_CITATION = re.compile(r"\[cite(?:/[\w/-]+)?:([^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)\]")
_KEY = re.compile(r"@([-.:?!`'/*@+|(){}<>&_^$#%~\w]+)")
_NAMES = r"[A-Za-z]*[cC]ite[A-Za-z]*\*?"
_LINK = re.compile(rf"\[\[{_NAMES}:([^\[\]\r\n]*)\](?=\]|\[[^\[\]]*\]\])")
_BARE = re.compile(rf"(?<![\w\\/\[]){_NAMES}:(&?[\w:./+-]+(?:[,;]&?[\w:./+-]+)*)")
_WORD = re.compile(r"&?([^\s,;&]+)")


def in_org(text: str) -> Citings:
    """Yield the citations in an Org text."""
    shown = hidden(text, *ORG_HIDDEN)
    yield from in_tex(shown)
    for link in _LINK.finditer(shown):
        yield from _org_ref(shown, *link.span(1))
    shown = hidden(shown, _LINK)  # before citations: `[[cite:&key]]` holds what looks like one
    for citation in _CITATION.finditer(shown):
        for found in _KEY.finditer(shown, *citation.span(1)):
            if found[1] != "*":
                yield Cited(found[1], *found.span(1))
    rest = hidden(shown, _CITATION)
    for link in _BARE.finditer(rest):
        yield from _org_ref(rest, *link.span(1))


def _org_ref(text: str, start: int, end: int) -> Citings:
    """Yield the keys of one link of org-ref: marked by & (version 3), else parted by commas."""
    marked = "&" in text[start:end]
    for found in _WORD.finditer(text, start, end):
        key = found[1].rstrip(".:")
        if key and (found[0][0] == "&") == marked:
            yield Cited(key, found.start(1), found.start(1) + len(key))
