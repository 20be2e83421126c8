"""From text to a `Library`: everything that BibTeX reads, and everything it drops, in order."""

from __future__ import annotations

import re
from sys import intern

from rvc.bib.careful import Braces, Careful, FaultError
from rvc.bib.grammar import ENTRY, ENTRY_LINE, ENTRY_START
from rvc.bib.library import (
    Between,
    Block,
    Comment,
    Diagnostic,
    Entry,
    Failed,
    Field,
    Library,
    Macro,
    Preamble,
)
from rvc.bib.source import Source
from rvc.bib.uncollected import uncollected

_LINE_END = re.compile(r"[\r\n]")

Matches = dict[int, re.Match[str]]
"""By where an entry starts: what matched it."""


def read(text: str) -> Library:
    """Read a .bib text. Any text can be read; what is wrong with it is in `Library.diagnostics`.

    The blocks of the library cover the whole text. Entries that BibTeX itself does not keep
    (repeated, swallowed by an earlier one, on the last line after another) are there too, with
    the reason in `Entry.loss`.
    """
    return read_matching(text, ENTRY)[0]


def read_matching(text: str, entry: re.Pattern[str]) -> tuple[Library, Matches]:
    """Read a text with another expression of `whole_entry`, and return its matches too.

    What it does not match is read step by step, and has no match.
    """
    with uncollected():
        reader = _Reader(text)
        return reader.read(entry), reader.matches


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.matches: Matches = {}
        self.source = Source(text)
        self.blocks: list[Block] = []
        self.syntax: list[Diagnostic] = []
        self.braces = Braces(text)
        self.types: dict[str, str] = {}
        self.keys: dict[str, Entry] = {}
        self.swallowed = False
        """An entry before was never closed: BibTeX sees nothing of what follows."""
        self.hidden = -1
        """Where BibTeX goes on after a fault: it does not see what starts before."""
        self.last_line = _last_line(text)
        self.stopped = -1
        """Where BibTeX was when it had done with the last block that starts with an @."""

    def read(self, entry: re.Pattern[str]) -> Library:
        text, find, match, take = self.text, self.text.find, entry.match, self._entry
        keep = entry is not ENTRY
        end = 0
        while (at := find("@", end)) >= 0:
            if at > end:
                self.blocks.append(Between(end, at))
            loss, stopped = self._loss(at), self.stopped
            found = match(text, at)
            if found:
                number = 2 if found[2] is not None else 3
                take(at, found.end(), found[1], found[number], found.start(number), loss)
                end = self.stopped = found.end()
                if keep:
                    self.matches[at] = found
            else:
                end = self._careful(at, loss)
            if loss == "swallowed":  # BibTeX did not read this, so it stands where it stood
                self.stopped = stopped
        if end < len(text):
            self.blocks.append(Between(end, len(text)))
        return Library(self.source, self.blocks, self.syntax)

    def _loss(self, at: int) -> str:
        """Why BibTeX would not see an entry at `at`."""
        if self.swallowed or at < self.hidden:
            return "swallowed"
        # BibTeX looks for more only while there are more lines.
        return "last-line" if self.stopped >= self.last_line else ""

    def _entry(self, at: int, end: int, type_: str, key: str, key_start: int, loss: str) -> Entry:
        low = self.types.get(type_)
        if low is None:
            low = self.types[type_] = intern(type_.lower())
        entry = Entry(self.source, at, end, low, key, key_start)
        if loss:
            entry.loss = loss
        else:
            first = self.keys.setdefault(key.lower(), entry)
            if first is not entry:
                entry.loss = "duplicate-key"
        self.blocks.append(entry)
        return entry

    def _careful(self, at: int, loss: str) -> int:
        """Read one block that the fast way refused; where to go on."""
        step = Careful(self.text, at + 1, self.braces)
        try:
            name = step.name("the type of an entry", "{(")
            command = name.lower()
            if command == "comment":
                return self._comment(at, step.pos)
            closer = "}" if step.expect("{(", "syntax", f"after @{name}") == "{" else ")"
            if command == "string":
                self._string(at, step, closer)
            elif command == "preamble":
                self._preamble(at, step, closer)
            else:
                return self._slow_entry(at, step, name, closer, loss)
        except FaultError as fault:
            return self._failed(at, fault, at + 1)
        self.stopped = step.pos
        return step.pos

    def _comment(self, at: int, pos: int) -> int:
        """BibTeX forgets a @comment at once and looks for the next @, even inside its braces."""
        text = self.text
        step = Careful(text, pos, self.braces)
        self.stopped = pos
        inside = text.find("@", pos)
        limit = inside if inside >= 0 else len(text)
        end = self.braces.close(step.pos) if step.white() == "{" else -1
        if end < 0:
            line = _LINE_END.search(text, pos, limit)
            end = line.start() if line else limit
        end = min(end, limit)
        self.blocks.append(Comment(at, end))
        return end

    def _string(self, at: int, step: Careful, closer: str) -> None:
        name = step.name("the name of a macro", "=")
        step.expect("=", "syntax", f"after the name {name!r}")
        raw, start = step.value(closer)
        self.source.macros.define(name, raw, at)
        step.expect(closer, "syntax", "after the value of a @string")
        self.blocks.append(Macro(at, step.pos, name, raw, start))

    def _preamble(self, at: int, step: Careful, closer: str) -> None:
        raw, start = step.value(closer)
        step.expect(closer, "syntax", "after the value of a @preamble")
        self.blocks.append(Preamble(at, step.pos, raw, start))

    def _slow_entry(self, at: int, step: Careful, type_: str, closer: str, loss: str) -> int:
        key, key_start = step.key(closer)
        found: list[Field] = []
        try:
            step.fields(closer, found)
        except FaultError as fault:
            unread = bool(loss) or key.lower() in self.keys
            end = self._resume(fault, key_start + len(key), unread)
            entry = self._entry(at, self._trim(end), type_, key, key_start, loss)
            entry._fields = tuple(found)
            entry.complete = False
            self._say(fault, key)
            return self._rest(entry.end, end)
        entry = self._entry(at, step.pos, type_, key, key_start, loss)
        entry._fields = tuple(found)
        self.stopped = step.pos
        return step.pos

    def _failed(self, at: int, fault: FaultError, opened: int) -> int:
        end = self._resume(fault, opened, False)
        stop = self._trim(end)
        self.blocks.append(Failed(at, stop))
        self._say(fault, "")
        return self._rest(stop, end)

    def _rest(self, stop: int, end: int) -> int:
        """The blank lines between a broken block and the next one."""
        if stop < end:
            self.blocks.append(Between(stop, end))
        return end

    def _say(self, fault: FaultError, key: str) -> None:
        end = max(fault.start + 1, min(fault.at, len(self.text)))
        self.syntax.append(Diagnostic(fault.rule, fault.start, end, fault.message, key))

    def _trim(self, end: int) -> int:
        """Where a broken block ends that was read up to `end`: the blank lines are not its own."""
        text = self.text
        while end > 0 and text[end - 1] in " \t\r\n":
            end -= 1
        return end

    def _resume(self, fault: FaultError, after: int, unread: bool) -> int:
        """Where to go on after a fault: where BibTeX does, or earlier when it skips an entry.

        `unread`: BibTeX does not read this block anyway, but is on the search for the next @.
        """
        start = max(fault.start, after)
        self.stopped = after if unread else fault.at
        if unread:
            return self._next_at(start)
        if fault.rule == "unterminated":
            self.swallowed = True
            return self._next_start(start)
        if ENTRY_START.match(self.text, start) and start < fault.at:
            # A closing brace is missing: `@misc` was taken for the name of a field.
            self.hidden = fault.at
            return start
        line = ENTRY_LINE.search(self.text, start, fault.at)
        if line:  # a closing quote is missing
            self.hidden = fault.at
            return line.start(1)
        return self._next_at(fault.at)

    def _next_at(self, start: int) -> int:
        at = self.text.find("@", start)
        return at if at >= 0 else len(self.text)

    def _next_start(self, start: int) -> int:
        """The next entry after one that never closes, at the start of a line if there is one."""
        line = ENTRY_LINE.search(self.text, start)
        if line:
            return line.start(1)
        anywhere = ENTRY_START.search(self.text, start)
        return anywhere.start() if anywhere else len(self.text)


def _last_line(text: str) -> int:
    """Where the last line starts; a line end at the very end of the text starts none.

    CR LF ends two lines here: BibTeX sees an empty one between them.
    """
    end = len(text) - 1 if text.endswith(("\n", "\r")) else len(text)
    return max(text.rfind("\n", 0, end), text.rfind("\r", 0, end)) + 1
