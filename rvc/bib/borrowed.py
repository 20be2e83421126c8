"""Values of one file on their way into another, where their macros may mean something else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from rvc.bib.library import Library
from rvc.bib.macros import MONTHS, parts, squeeze


class Fitted(NamedTuple):
    """A value as it is to stand in the other file, and with all macros replaced.

    `unknown`: a macro in it that nobody defines; both texts are empty then.
    """

    raw: str
    plain: str
    unknown: str = ""


def fitted(raw: str, theirs: Mapping[str, str], library: Library) -> Fitted:
    """Return a value of a file in which macros stand for `theirs` (lower case) for this library.

    Macros stay when they mean the same here, wherever the value is put; all else is written out.
    """
    if not macros_in(raw):
        return Fitted(raw, raw)
    said, stays = [], True
    for part in parts(raw):
        if part.kind != "a":
            said.append(part.text)
            continue
        name = part.text.lower()
        here = library.source.macros.get(name, len(library.text))
        value = theirs.get(name, here)
        if value is None:
            return Fitted("", "", part.text)
        # A month is what a style makes of it, also where a file has words of its own for them.
        month = name in MONTHS and value == MONTHS[name]
        stays = stays and (month or _everywhere(library, name) == value)
        said.append(value)
    plain = "{" + squeeze("".join(said)) + "}"
    return Fitted(raw if stays else plain, plain)


def _everywhere(library: Library, name: str) -> str | None:
    """What the macro stands for wherever an entry can be put: from the first entry on."""
    first = library.entries[0].start if library.entries else len(library.text)
    return library.source.macros.steady(name, first)


def macros_in(raw: str) -> set[str]:
    """Return the macros in a value, in lower case, months too."""
    if raw[0] in '{"' and "#" not in raw:
        return set()
    return {part.text.lower() for part in parts(raw) if part.kind == "a"}
