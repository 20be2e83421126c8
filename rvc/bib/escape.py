"""Plain text → the value of a field: what LaTeX would take for a command is escaped."""

from __future__ import annotations

import re

from rvc.bib.resolve import VERBATIM_FIELDS

_SPECIAL = re.compile(r"[\\{}&%$#_~^]")
_WRITTEN = {
    "\\": r"{\textbackslash}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
}
_NOT_IN_VALUES = re.compile(r"[{}\\\s]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]+")


def escaped(name: str, text: str) -> str:
    """Return `text` as the value of the field `name`, without delimiters.

    Addresses and numbers (`url`, `doi` …) stay as they are but for braces, which addresses write
    as %7B and %7D. Control characters become blanks.
    """
    plain = " ".join(_CONTROL.sub(" ", text).split())
    if name in VERBATIM_FIELDS:
        return _NOT_IN_VALUES.sub(lambda found: f"%{ord(found[0]):02X}", plain)
    return _SPECIAL.sub(lambda found: _WRITTEN.get(found[0], "\\" + found[0]), plain)
