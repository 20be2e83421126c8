"""Reading what the fast expressions refuse, step by step as BibTeX does, up to the fault.

The steps and the places where BibTeX gives up are those of bibtex.web, "Reading the database
file(s)": the position after a fault decides what is read next.
"""

from __future__ import annotations

from array import array

from rvc.bib.grammar import (
    BRACE,
    BRACE_RUN,
    DIGITS,
    KEY_IN_BRACES,
    KEY_IN_PARENS,
    NAME,
    QUOTE_STOP,
    WS,
)
from rvc.bib.library import Field


class FaultError(Exception):
    """Something that BibTeX cannot read. It goes on at `at`; the text is faulty from `start` on."""

    def __init__(self, rule: str, message: str, start: int, at: int) -> None:
        super().__init__(message)
        self.rule = rule
        self.message = message
        self.start = start
        self.at = at


class Braces:
    """Finds closing braces. Counts the same text only so often, then makes a table of all."""

    __slots__ = ("_pairs", "_patience", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._patience = 1000 + len(text)
        self._pairs: array[int] | None = None

    def close(self, pos: int) -> int:
        """Offset after the brace that closes the one at `pos`, -1 when nothing does."""
        if self._pairs is not None:
            return self._pairs[pos]
        depth = 0
        for found in BRACE_RUN.finditer(self.text, pos):
            start, end = found.span()
            if self.text[start] == "{":
                depth += end - start
            elif end - start >= depth:
                self._spend(start - pos)
                return start + depth
            else:
                depth -= end - start
        self._spend(len(self.text) - pos)
        return -1

    def _spend(self, counted: int) -> None:
        """A sound file is counted once; only nested or unclosed entries are counted over again."""
        self._patience -= counted
        if self._patience < 0 and self._pairs is None:
            self._pairs = _pairs(self.text)


def _pairs(text: str) -> array[int]:
    """For each opening brace, the offset after its closing one, or -1."""
    pairs = array("q", [-1]) * len(text)
    waiting: list[int] = []
    for found in BRACE.finditer(text):
        if found[0] == "{":
            waiting.append(found.start())
        elif waiting:
            pairs[waiting.pop()] = found.end()
    return pairs


class Careful:
    """A position in the text that moves forward as BibTeX's does."""

    __slots__ = ("braces", "pos", "text")

    def __init__(self, text: str, pos: int, braces: Braces) -> None:
        self.text = text
        self.pos = pos
        self.braces = braces

    def white(self) -> str:
        """Skip white space; the next character, empty at the end of the text."""
        found = WS.match(self.text, self.pos)
        if found:
            self.pos = found.end()
        return self.text[self.pos : self.pos + 1]

    def expect(self, wanted: str, rule: str, where: str) -> str:
        """Skip white space and one of the wanted characters."""
        char = self.white()
        if not char:
            raise FaultError("unterminated", f"the file ends {where}", self.pos, self.pos)
        if char not in wanted:
            said = " or ".join(wanted)
            raise FaultError(rule, f"{said} expected {where}, not {char!r}", self.pos, self.pos)
        self.pos += 1
        return char

    def name(self, what: str, followers: str) -> str:
        """A name, with white space or one of `followers` behind it."""
        char = self.white()
        if not char:
            raise FaultError("unterminated", f"the file ends before {what}", self.pos, self.pos)
        found = NAME.match(self.text, self.pos)
        if not found:
            message = f"{what} cannot start with {char!r}"
            raise FaultError("syntax", message, self.pos, self.pos)
        start, self.pos = self.pos, found.end()
        after = self.text[self.pos : self.pos + 1]
        if after and after not in " \t\r\n" + followers:
            message = f"{what} {found[0]!r} cannot be followed by {after!r}"
            raise FaultError("syntax", message, start, self.pos)
        return found[0]

    def key(self, closer: str) -> tuple[str, int]:
        """The key of an entry and where it starts."""
        if not self.white():
            raise FaultError("unterminated", "the file ends before the key", self.pos, self.pos)
        found = (KEY_IN_BRACES if closer == "}" else KEY_IN_PARENS).match(self.text, self.pos)
        start = self.pos
        key = found[0] if found else ""
        self.pos += len(key)
        return key, start

    def value(self, closer: str) -> tuple[str, int]:
        """A value with all its parts as written, and where it starts."""
        self.white()
        start = self.pos
        while True:
            self._part(closer)
            end = self.pos
            if self.white() != "#":
                break
            self.pos += 1
        if self.pos >= len(self.text):
            raise FaultError("unterminated", "the file ends after a value", start, self.pos)
        return self.text[start:end], start

    def _part(self, closer: str) -> None:
        char = self.white()
        if char == "{":
            self._close(self.pos, self.braces.close(self.pos), "brace")
        elif char == '"':
            self._quoted()
        elif char and char in "0123456789":
            found = DIGITS.match(self.text, self.pos)
            self.pos = found.end() if found else self.pos
        else:
            self.name("a value", f",#{closer}")

    def _close(self, start: int, end: int, what: str) -> None:
        if end < 0:
            message = f"the {what} that opens this value is never closed"
            raise FaultError("unterminated", message, start, len(self.text))
        self.pos = end

    def _quoted(self) -> None:
        start, at = self.pos, self.pos + 1
        while stop := QUOTE_STOP.search(self.text, at):
            if stop[0] == '"':
                self.pos = stop.end()
                return
            if stop[0] == "}":
                message = "a closing brace too many in a value in quotes"
                raise FaultError("syntax", message, start, stop.start())
            at = self.braces.close(stop.start())
            if at < 0:
                break
        self._close(start, -1, "quote")

    def fields(self, closer: str, found: list[Field]) -> None:
        """Fields up to the closing delimiter; those before a fault are in `found`."""
        while True:
            char = self.white()
            if char == closer:
                self.pos += 1
                return
            rule = "missing-comma" if NAME.match(self.text, self.pos) else "syntax"
            self.expect("," + closer, rule, "after a field" if found else "after the key")
            if self.white() == closer:
                self.pos += 1
                return
            start = self.pos
            name = self.name("a field name", "=")
            self.expect("=", "syntax", f"after the field name {name!r}")
            raw, value_start = self.value(closer)
            found.append(Field(name, raw, start, value_start))
