"""What a comparison of two texts says: a list of operations that rebuilds either text."""

from __future__ import annotations

EQUAL, DELETE, INSERT = "=", "-", "+"

Op = tuple[str, str, int]
"""(`EQUAL`, `DELETE` or `INSERT`; the text; number of the move or 0).

A block that moved is one DELETE and one INSERT of the same text with the same number, from 1."""


def take_all(ops: tuple[Op, ...]) -> str:
    """Return the right text: every change taken."""
    return "".join([text for kind, text, _ in ops if kind != DELETE])


def refuse_all(ops: tuple[Op, ...]) -> str:
    """Return the left text: every change refused."""
    return "".join([text for kind, text, _ in ops if kind != INSERT])


class Script:
    """Collects operations; joins neighbours and keeps DELETE before INSERT in each change."""

    __slots__ = ("_deleted", "_inserted", "_ops", "_same")

    def __init__(self) -> None:
        self._ops: list[Op] = []
        self._same: list[str] = []
        self._deleted: list[tuple[str, int]] = []
        self._inserted: list[tuple[str, int]] = []

    def keep(self, text: str) -> None:
        """Both texts go on with `text`."""
        if not text:
            return
        if self._deleted or self._inserted:
            self._flush_change()
        self._same.append(text)

    def delete(self, text: str, move: int = 0) -> None:
        """Only the left text has `text` here."""
        if text:
            self._deleted.append((text, move))

    def insert(self, text: str, move: int = 0) -> None:
        """Only the right text has `text` here."""
        if text:
            self._inserted.append((text, move))

    def finish(self) -> tuple[Op, ...]:
        """Return the operations collected."""
        self._flush_change()
        self._flush_same()
        return tuple(self._ops)

    def _flush_same(self) -> None:
        if self._same:
            self._ops.append((EQUAL, "".join(self._same), 0))
            self._same = []

    def _flush_change(self) -> None:
        deleted, inserted = _joined(self._deleted), _joined(self._inserted)
        self._deleted, self._inserted = [], []
        head = tail = ""
        if deleted and inserted:
            if deleted[0][0][0].isspace():
                head = _shared_space(deleted, inserted, 0)
            if deleted and inserted and deleted[-1][0][-1].isspace():
                tail = _shared_space(deleted, inserted, -1)
        if head:
            self._same.append(head)
        if deleted or inserted:
            self._flush_same()
        self._ops += [(DELETE, text, move) for text, move in deleted]
        self._ops += [(INSERT, text, move) for text, move in inserted]
        if tail:
            self._same.append(tail)


def _joined(parts: list[tuple[str, int]]) -> list[tuple[str, int]]:
    if len(parts) < 2:
        return parts
    out: list[tuple[str, int]] = []
    for text, move in parts:
        if out and not move and not out[-1][1]:
            out[-1] = (out[-1][0] + text, 0)
        else:
            out.append((text, move))
    return out


def _shared_space(deleted: list[tuple[str, int]], inserted: list[tuple[str, int]], at: int) -> str:
    """Take off and return the white space with which both sides of a change begin or end."""
    (old, old_move), (new, new_move) = deleted[at], inserted[at]
    if old_move or new_move:
        return ""
    if at:
        shared = _space_at_end(old, new)
        rest = old[: len(old) - len(shared)], new[: len(new) - len(shared)]
    else:
        shared = _space_at_end(old[::-1], new[::-1])[::-1]
        rest = old[len(shared) :], new[len(shared) :]
    if shared:
        for side, text in ((deleted, rest[0]), (inserted, rest[1])):
            if text:
                side[at] = (text, 0)
            else:
                del side[at]
    return shared


def _space_at_end(old: str, new: str) -> str:
    space = old[len(old.rstrip()) :]
    while not new.endswith(space):
        space = space[1:]
    return space
