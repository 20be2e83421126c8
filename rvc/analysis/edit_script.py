"""What a comparison of two texts says: a list of operations that rebuilds either text."""

from __future__ import annotations

EQUAL, DELETE, INSERT = "=", "-", "+"

Op = tuple[str, str, int]
"""(`EQUAL`, `DELETE` or `INSERT`; the text; number of the move or 0).

A block that moved is one DELETE and one INSERT of the same text with the same number, from 1."""

Span = list[int]
"""A stretch of changed text: start, end and number of the move."""


def take_all(ops: tuple[Op, ...]) -> str:
    """Return the right text: every change taken."""
    return "".join([text for kind, text, _ in ops if kind != DELETE])


def refuse_all(ops: tuple[Op, ...]) -> str:
    """Return the left text: every change refused."""
    return "".join([text for kind, text, _ in ops if kind != INSERT])


def joined(ops: tuple[Op, ...], more: tuple[Op, ...]) -> tuple[Op, ...]:
    """Return both in turn; what is kept at the end of one and the start of the other is one."""
    if ops and more and ops[-1][0] == EQUAL == more[0][0]:
        return (*ops[:-1], (EQUAL, ops[-1][1] + more[0][1], 0), *more[1:])
    return ops + more


class Script:
    """Writes the operations while a comparison walks through both texts from start to end.

    It is told lengths only and cuts the texts itself: whatever it is told, the operations rebuild
    the left text, and they rebuild the right one if what was kept is equal.
    """

    __slots__ = (
        "_deleted",
        "_inserted",
        "_kept_from",
        "_left",
        "_left_at",
        "_ops",
        "_right",
        "_right_at",
    )

    def __init__(self, left: str, right: str) -> None:
        self._left, self._right = left, right
        self._left_at = self._right_at = self._kept_from = 0
        self._ops: list[Op] = []
        self._deleted: list[Span] = []
        self._inserted: list[Span] = []

    def keep(self, length: int) -> None:
        """Both texts go on with so many equal characters."""
        if length:
            if self._deleted or self._inserted:
                self._write_change()
            self._left_at += length
            self._right_at += length

    def delete(self, length: int, move: int = 0) -> None:
        """The next characters of the left text are not in the right one (or moved)."""
        if length:
            start = self._left_at
            if not (self._deleted or self._inserted):
                self._write_kept(start)
            self._left_at = end = start + length
            if self._deleted and not move and not self._deleted[-1][2]:
                self._deleted[-1][1] = end
            else:
                self._deleted.append([start, end, move])

    def insert(self, length: int, move: int = 0) -> None:
        """The next characters of the right text are new (or moved here)."""
        if length:
            if not (self._deleted or self._inserted):
                self._write_kept(self._left_at)
            start = self._right_at
            self._right_at = end = start + length
            if self._inserted and not move and not self._inserted[-1][2]:
                self._inserted[-1][1] = end
            else:
                self._inserted.append([start, end, move])

    def finish(self) -> tuple[Op, ...]:
        """Return the operations."""
        if self._deleted or self._inserted:
            self._write_change()
        self._write_kept(self._left_at)
        return tuple(self._ops)

    def _write_kept(self, end: int) -> None:
        """Write what was kept up to place `end` of the left text."""
        text = self._left[self._kept_from : end]
        if not text:
            return
        if self._ops and self._ops[-1][0] == EQUAL:
            text = self._ops.pop()[1] + text
        self._ops.append((EQUAL, text, 0))
        self._kept_from = end

    def _write_change(self) -> None:
        """Write one change; white space that both of its sides begin or end with is kept."""
        deleted, inserted = self._deleted, self._inserted
        self._deleted, self._inserted = [], []
        tail = 0
        if deleted and inserted:
            self._keep_head(deleted, inserted)
            tail = self._shared_tail(deleted, inserted)
        left, right = self._left, self._right
        self._ops += [(DELETE, left[a:b], move) for a, b, move in deleted if a < b]
        self._ops += [(INSERT, right[a:b], move) for a, b, move in inserted if a < b]
        self._kept_from = self._left_at - tail

    def _keep_head(self, deleted: list[Span], inserted: list[Span]) -> None:
        old, new = deleted[0], inserted[0]
        left, right, start = self._left, self._right, old[0]
        if old[2] or new[2]:
            return
        while old[0] < old[1] and new[0] < new[1] and left[old[0]] == right[new[0]]:
            if not left[old[0]].isspace():
                break
            old[0] += 1
            new[0] += 1
        self._kept_from = start
        self._write_kept(old[0])

    def _shared_tail(self, deleted: list[Span], inserted: list[Span]) -> int:
        old, new = deleted[-1], inserted[-1]
        left, right, end = self._left, self._right, old[1]
        if old[2] or new[2]:
            return 0
        while old[0] < old[1] and new[0] < new[1] and left[old[1] - 1] == right[new[1] - 1]:
            if not left[old[1] - 1].isspace():
                break
            old[1] -= 1
            new[1] -= 1
        return end - old[1]
