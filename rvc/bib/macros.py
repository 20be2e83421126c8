"""Values with their macros replaced and their parts joined, as BibTeX holds them.

A macro counts from its `@string` on, so what a name means depends on where it is used. Names are
compared without regard to case. The twelve months are known from the start, as every style
defines them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from rvc.bib.grammar import PART

MONTHS = {
    "jan": "January",
    "feb": "February",
    "mar": "March",
    "apr": "April",
    "may": "May",
    "jun": "June",
    "jul": "July",
    "aug": "August",
    "sep": "September",
    "oct": "October",
    "nov": "November",
    "dec": "December",
}
"""Names of the month macros and what they stand for."""

LONGEST = 100_000
"""Characters of what a macro stands for at most: thirty macros that each name another one four
times would fill any memory."""

_SPACES = re.compile(r"[ \t\r\n]+")
_DEEP = re.compile(r"\{++|\}++")
_STOP = re.compile(r'[{}"]')


class Part(NamedTuple):
    """One operand of a value; `kind` is '{', '"', '0' (digits) or 'a' (a macro)."""

    kind: str
    text: str
    start: int


class Resolved(NamedTuple):
    """A value as BibTeX holds it, and the macros in it that nothing defines."""

    text: str
    undefined: tuple[str, ...] = ()
    cut: bool = False
    """Whether its macros stand for more than `LONGEST` characters, which are left out."""


def parts(raw: str) -> list[Part]:
    """Cut a value as written (well formed) at its `#`; offsets count from the start of `raw`."""
    if raw[:1] == "{" and raw.find("}") == len(raw) - 1:  # by far the most frequent form
        return [Part("{", raw[1:-1], 0)]
    found = []
    pos, end = 0, len(raw)
    while pos < end:
        char = raw[pos]
        if char in " \t\r\n#":
            pos += 1
            continue
        stop = _part_end(raw, pos)
        if char in '{"':
            found.append(Part(char, raw[pos + 1 : stop - 1], pos))
        else:
            found.append(Part("0" if char in "0123456789" else "a", raw[pos:stop], pos))
        pos = stop
    return found


def _part_end(raw: str, pos: int) -> int:
    fast = PART.match(raw, pos)
    if fast:
        return fast.end()
    if raw[pos] == "{":
        return _brace_end(raw, pos)
    at = pos + 1
    while stop := _STOP.search(raw, at):
        if stop[0] != "{":
            return stop.end()
        at = _brace_end(raw, stop.start())
    return len(raw)


def _brace_end(raw: str, pos: int) -> int:
    depth = 0
    for run in _DEEP.finditer(raw, pos):
        size = run.end() - run.start()
        if raw[run.start()] == "{":
            depth += size
        elif size >= depth:
            return run.start() + depth
        else:
            depth -= size
    return len(raw)


def squeeze(text: str) -> str:
    """White space as BibTeX keeps it: single blanks, none at the ends."""
    if "  " not in text and "\n" not in text and "\t" not in text and "\r" not in text:
        return text.strip(" ")
    return _SPACES.sub(" ", text).strip(" ")


class MacroTable:
    """The macros of one file, each with the places from which on it has its values."""

    __slots__ = ("_known", "lacking")

    def __init__(self) -> None:
        self._known: dict[str, tuple[list[int], list[str]]] = {
            name: ([-1], [value]) for name, value in MONTHS.items()
        }
        self.lacking: dict[str, str] = {}
        """Macros (lower case) of which a definition names another one that nothing defines."""

    def define(self, name: str, raw: str, at: int) -> None:
        """Take a `@string` at offset `at`; definitions come in the order of the file."""
        low = name.lower()
        undefined: list[str] = []
        joined, _ = self._joined(raw, at, undefined, but=low)
        if undefined:
            self.lacking[low] = undefined[0]
        offsets, values = self._known.setdefault(low, ([], []))
        offsets.append(at)
        values.append(_SPACES.sub(" ", joined))

    def get(self, name: str, at: int) -> str | None:
        """What the name stands for at this offset, None when nothing defines it before."""
        known = self._known.get(name.lower())
        if known is None:
            return None
        index = bisect_right(known[0], at) - 1
        return known[1][index] if index >= 0 else None

    def steady(self, name: str, since: int) -> str | None:
        """What the name stands for at this offset and everywhere behind it; None when it varies."""
        known = self._known.get(name.lower())
        if known is None:
            return None
        index = bisect_right(known[0], since) - 1
        later = set(known[1][max(index, 0) :])
        return later.pop() if index >= 0 and len(later) == 1 else None

    def names(self) -> tuple[str, ...]:
        """All names that are defined somewhere, months included, in lower case."""
        return tuple(self._known)

    def resolve(self, raw: str, at: int) -> Resolved:
        """The value of a field as written at offset `at`."""
        if "#" not in raw and raw[0] in '{"':  # one part, by far the most frequent form
            return Resolved(squeeze(raw[1:-1]))
        undefined: list[str] = []
        text, cut = self._joined(raw, at, undefined)
        return Resolved(squeeze(text), tuple(undefined), cut)

    def _joined(self, raw: str, at: int, undefined: list[str], but: str = "") -> tuple[str, bool]:
        """The parts of a value in one, without the macro `but`; whether macros had to be cut."""
        joined: list[str] = []
        room = LONGEST
        cut = False
        for part in parts(raw):
            if part.kind != "a":
                joined.append(part.text)
            elif part.text.lower() != but:
                value = self._part(part, at, undefined)
                cut = cut or len(value) > room
                joined.append(value[:room])
                room -= len(joined[-1])
        return "".join(joined), cut

    def _part(self, part: Part, at: int, undefined: list[str]) -> str:
        if part.kind != "a":
            return part.text
        value = self.get(part.text, at)
        if value is None:
            undefined.append(part.text)
            return ""
        return value
