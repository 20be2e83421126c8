"""Remarks that the owner of a file does not want, or states as open doubts.

A comment line before an entry, or a field of it:

    % rvc: ignore pages-form             not told
    % rvc: doubt required-field: author  told as a note, whatever the rule's severity
    rvc-ignore = {pages-form, names-form}
    % rvc: ignore-file open-doubt        anywhere: for the whole file
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Literal, NamedTuple

from rvc.bib.library import Entry, Library
from rvc.lint.bib_rule import BibRemark

_LINE = re.compile(
    r"^[ \t]*%+[ \t]*rvc:[ \t]*(ignore-file|ignore|doubt)[ \t]+"
    r"([a-z][a-z, \t-]*)(?::[ \t]*([^\r\n]*))?",
    re.M,
)


class Said(NamedTuple):
    """What a file says about the remarks of a rule: a word, and the reason it gives."""

    word: Literal["", "ignore", "doubt"]
    reason: str = ""


_NOTHING = Said("")
_FIELDS: tuple[tuple[str, Literal["ignore", "doubt"]], ...] = (
    ("rvc-ignore", "ignore"),
    ("rvc-doubt", "doubt"),
)


class Suppressions:
    """What a file says about remarks on it; looked up by rule and place."""

    def __init__(self, library: Library) -> None:
        self._file: set[str] = set()
        self._entries: dict[tuple[int, str], Said] = {}
        self._starts: list[int] = []
        self._above: dict[int, int] = {}
        """Where the comments above an entry begin, by its number; looked up when needed."""
        text = library.text
        if "rvc" in text:
            self._starts = [entry.start for entry in library.entries]
            for entry in library.entries:
                self._take_fields(entry)
            for word, rules, reason, end in _lines(text):
                self._take_line(library, word, rules, reason, end)

    def _take_fields(self, entry: Entry) -> None:
        if "rvc-" not in entry.text:
            return
        for name, word in _FIELDS:
            for rule in (entry.value(name) or "").split(","):
                self._entries[entry.start, rule.strip()] = Said(word)

    def _take_line(
        self, library: Library, word: str, rules: list[str], reason: str, end: int
    ) -> None:
        if word == "ignore-file":
            self._file.update(rules)
            return
        number = bisect_right(self._starts, end - 1)
        if number < len(self._starts):
            start = self._starts[number]
            if number not in self._above:
                self._above[number] = _comments_above(library, number)
            if end > self._above[number]:
                for rule in rules:
                    self._entries[start, rule] = Said(
                        "doubt" if word == "doubt" else "ignore", reason
                    )

    def said(self, rule: str, remark: BibRemark) -> Said:
        """Return what the file says of a remark; an empty word when it says nothing."""
        if rule in self._file:
            return Said("ignore")
        if not self._entries or remark.place is not None:
            return _NOTHING
        number = bisect_right(self._starts, remark.start) - 1
        return (
            self._entries.get((self._starts[number], rule), _NOTHING) if number >= 0 else _NOTHING
        )


def _comments_above(library: Library, number: int) -> int:
    """Where the comments and blank lines begin that stand above an entry without a gap."""
    entries = library.entries
    at = entries[number].start
    lines = library.text[entries[number - 1].end if number else 0 : at].splitlines(keepends=True)
    while lines and (not lines[-1].strip() or lines[-1].lstrip().startswith("%")):
        at -= len(lines.pop())
    return at


def _lines(text: str) -> Iterator[tuple[str, list[str], str, int]]:
    """Every comment to rvc: its word, its rules, its reason and where its line ends."""
    for found in _LINE.finditer(text):
        rules = [rule.strip() for rule in found[2].split(",")]
        yield found[1], rules, (found[3] or "").strip(), found.end()
