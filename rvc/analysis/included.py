r"""Other files that are part of a manuscript: `\input`, `\include` and their relatives in LaTeX."""

from __future__ import annotations

import re

from rvc.analysis.cited import Cited
from rvc.analysis.tex_shown import tex_shown

_TEX = re.compile(
    r"\\(?:input|include|subfile|subfileinclude)(?:\s*\{\s*(?P<braced>[^{}#\\]+?)\s*\}"
    r"|[ \t]+(?P<word>[^\s{}#\\%]+))"
    r"|\\(?:sub)?import\s*\{(?P<folder>[^{}#\\]*)\}\s*\{\s*(?P<file>[^{}#\\]+?)\s*\}"
)
_AUX = re.compile(r"\\@input\{\s*([^{}#\\]+?)\s*\}")


def included_in(text: str, form: str) -> list[Cited]:
    """Return the files that a source includes, as it names them, and where."""
    if form == "aux":
        return [Cited(found[1], *found.span(1)) for found in _AUX.finditer(text)]
    if form != "tex":
        return []
    names = []
    for found in _TEX.finditer(tex_shown(text)):
        group = next(name for name in ("braced", "word", "file") if found[name])
        folder = (found["folder"] or "").strip().rstrip("/")
        name = f"{folder}/{found[group]}" if folder else found[group]
        names.append(Cited(name, *found.span(group)))
    return names
