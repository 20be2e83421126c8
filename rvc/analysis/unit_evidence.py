"""What speaks for two provisions being the same one: text that no other provision has."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping
from typing import TypeVar

Pair = tuple[int, int]
"""Place of a provision in the left text and of one in the right text."""

Feature = TypeVar("Feature", bound=Hashable)

PARAGRAPH = 20
"""Characters of a paragraph that can speak for a link; shorter ones are headings and formulas."""


class Evidence:
    """Collects, for pairs of provisions, how many words of each the other one explains.

    First whole paragraphs, then runs of three words in the paragraphs that stay unexplained: most
    of two versions is equal, and what is equal need not be cut into words twice.
    """

    def __init__(self, left: list[str], right: list[str]) -> None:
        self.words: tuple[list[int], list[int]] = (
            [len(text.split()) for text in left],
            [len(text.split()) for text in right],
        )
        self.shared: dict[Pair, float] = defaultdict(float)
        """Words that both provisions of a pair have and no other provision has."""
        self.by_paragraph: dict[Pair, float] = defaultdict(float)
        """The part of `shared` that whole paragraphs make up."""
        self._paragraphs = (
            [_paragraphs(text) for text in left],
            [_paragraphs(text) for text in right],
        )

    def coverage(self, pair: Pair) -> tuple[float, float]:
        """Return the shares of the left and of the right provision that the pair explains."""
        shared = self.shared.get(pair, 0.0)
        return (
            min(1.0, shared / max(1, self.words[0][pair[0]])),
            min(1.0, shared / max(1, self.words[1][pair[1]])),
        )

    def add_paragraphs(self, left: Iterable[int], right: Iterable[int]) -> None:
        """Count paragraphs that one provision of each side has; they are then explained."""
        owners = [
            _owners({at: self._paragraphs[side][at] for at in units})
            for side, units in enumerate((left, right))
        ]
        explained: tuple[dict[int, set[str]], dict[int, set[str]]] = ({}, {})
        for paragraph, i in owners[0].items():
            j = owners[1].get(paragraph, -1)
            if i >= 0 and j >= 0:
                words = paragraph.count(" ") + 1
                self.shared[i, j] += words
                self.by_paragraph[i, j] += words
                explained[0].setdefault(i, set()).add(paragraph)
                explained[1].setdefault(j, set()).add(paragraph)
        for paragraphs, done in zip(self._paragraphs, explained, strict=True):
            for at, gone in done.items():
                paragraphs[at] = [p for p in paragraphs[at] if p not in gone]

    def add_word_runs(self, left: Iterable[int], right: Iterable[int]) -> None:
        """Count runs of three words, in what is unexplained, that one provision a side has."""
        runs = [
            {at: _runs(self._paragraphs[side][at]) for at in units}
            for side, units in enumerate((left, right))
        ]
        owners = _owners(runs[0]), _owners(runs[1])
        found: Counter[Pair] = Counter()
        for run, i in owners[0].items():
            j = owners[1].get(run, -1)
            if i >= 0 and j >= 0:
                found[i, j] += 1
        for pair, count in found.items():
            self.shared[pair] += count


def _paragraphs(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.split("\n") if len(line) >= PARAGRAPH]


def _runs(paragraphs: list[str]) -> set[tuple[str, str, str]]:
    runs: set[tuple[str, str, str]] = set()
    for paragraph in paragraphs:
        words = paragraph.split(" ")
        runs.update(zip(words, words[1:], words[2:], strict=False))
    return runs


def _owners(features: Mapping[int, Collection[Feature]]) -> dict[Feature, int]:
    """Return for each feature the one provision that has it, -1 when several have."""
    owners: dict[Feature, int] = {}
    for at, own in features.items():
        for feature in own:
            if owners.setdefault(feature, at) != at:
                owners[feature] = -1
    return owners
