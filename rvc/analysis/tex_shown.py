r"""What LaTeX reads of a source: nothing verbatim, no comments, nothing from \iffalse to \fi."""

from __future__ import annotations

import re

from rvc.analysis.cited import blank, hidden

_HIDDEN = (
    re.compile(r"\\verb\*?([^\w\s*])(?:(?!\1)[^\r\n])*\1"),
    re.compile(r"\\begin\{(verbatim|lstlisting|minted|comment)\*?\}.*?\\end\{\1\*?\}", re.DOTALL),
    re.compile(r"(?<!\\)(?:\\\\)*%[^\r\n]*"),
)
_FALSE = re.compile(r"\\iffalse(?![A-Za-z])")
_SWITCH = re.compile(
    r"(?P<new>\\newif\s*)?\\(?P<name>if(?!f(?![A-Za-z])|thenelse)[A-Za-z@]*|else|fi)(?![A-Za-z@])"
)


def tex_shown(text: str) -> str:
    """Return a LaTeX source with what LaTeX does not read blanked; every offset stays."""
    shown = hidden(text, *_HIDDEN)
    pos = 0
    while found := _FALSE.search(shown, pos):
        pos = _end_of_false(shown, found.end())
        shown = shown[: found.start()] + blank(shown[found.start() : pos]) + shown[pos:]
    return shown


def _end_of_false(text: str, at: int) -> int:
    r"""Where the part that is false ends: at its \else or \fi, those of conditions in it aside."""
    depth = 0
    for found in _SWITCH.finditer(text, at):
        if found["new"]:
            continue
        if found["name"] == "fi" and depth:
            depth -= 1
        elif found["name"].startswith("if"):
            depth += 1
        elif not depth:
            return found.end()
    return len(text)
