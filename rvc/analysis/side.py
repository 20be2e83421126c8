"""One of two texts that are compared, cut into words."""

from __future__ import annotations


class Side:
    """One text cut into words, with the white space after each word.

    The first word is empty and carries the white space in front; `at_line_start` says whether the
    text begins a line.
    """

    __slots__ = ("at_line_start", "spaces", "words")

    def __init__(self, words: list[str], spaces: list[str], at_line_start: bool = True) -> None:
        self.words = words
        self.spaces = spaces
        self.at_line_start = at_line_start

    def cut(self, start: int, end: int) -> Side:
        """Return the words from `start` up to `end` as a side of their own."""
        return Side(self.words[start:end], self.spaces[start:end])
