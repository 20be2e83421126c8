"""What speaks for two provisions being the same one: text that no other provision has."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping
from typing import TypeVar

Paragraphs = dict[int, dict[str, list[str]]]
"""The words of each paragraph that is still unexplained, by provision."""

Pair = tuple[int, int]
"""Place of a provision in the left text and of one in the right text."""

Feature = TypeVar("Feature", bound=Hashable)

Run = tuple[str, str, str]
_RUN = 3
_MANY_WORDS = 50_000

PARAGRAPH = 20
"""Characters of a paragraph that can speak for a link; shorter ones are headings and formulas."""


class Evidence:
    """Collects, for pairs of provisions, how many words of each the other one explains.

    First whole paragraphs, then runs of three words in the paragraphs that stay unexplained: most
    of two versions is equal, and what is equal need not be cut into runs.
    """

    def __init__(self, left: Mapping[int, str], right: Mapping[int, str]) -> None:
        """Take the texts of the provisions to be paired, by their places."""
        self.shared: dict[Pair, float] = defaultdict(float)
        """Words that both provisions of a pair have and no other provision has."""
        self._words: tuple[dict[int, int], dict[int, int]] = ({}, {})
        self._paragraphs: tuple[Paragraphs, Paragraphs] = ({}, {})
        for side, texts in enumerate((left, right)):
            for at, text in texts.items():
                lines = [line.split() for line in text.split("\n")]
                self._words[side][at] = sum(map(len, lines))
                self._paragraphs[side][at] = {
                    joined: line for line in lines if len(joined := " ".join(line)) >= PARAGRAPH
                }

    def coverage(self, pair: Pair) -> tuple[float, float]:
        """Return the shares of the left and of the right provision that the pair explains."""
        shared = self.shared.get(pair, 0.0)
        return (
            min(1.0, shared / max(1, self._words[0][pair[0]])),
            min(1.0, shared / max(1, self._words[1][pair[1]])),
        )

    def add_paragraphs(self) -> None:
        """Count paragraphs that one provision of each side has; they are then explained."""
        ours, theirs, both = _owned_by_one(*self._paragraphs)
        for paragraph in both:
            i, j = ours[paragraph], theirs[paragraph]
            self.shared[i, j] += paragraph.count(" ") + 1
            del self._paragraphs[0][i][paragraph]
            del self._paragraphs[1][j][paragraph]

    def add_word_runs(self) -> None:
        """Count runs of three words, in what is unexplained, that one provision a side has.

        In long texts every third run of the left one stands for three: the counts stay about the
        same and it takes half the time.
        """
        left, right = self._paragraphs
        words = sum(len(line) for own in left.values() for line in own.values())
        step, tried = 1, None
        if words > _MANY_WORDS:
            step = _RUN
            tried = frozenset(
                run for own in left.values() for line in own.values() for run in _apart(line)
            )
        runs = [{at: _runs(own, tried) for at, own in side.items()} for side in (left, right)]
        ours, theirs, both = _owned_by_one(*runs)
        pairs = zip(map(ours.__getitem__, both), map(theirs.__getitem__, both), strict=True)
        for pair, count in Counter(pairs).items():
            self.shared[pair] += count * step


def _apart(words: list[str]) -> Iterator[Run]:
    """Return the runs of three words that do not overlap."""
    return zip(words[::_RUN], words[1::_RUN], words[2::_RUN], strict=False)


def _runs(paragraphs: Mapping[str, list[str]], tried: frozenset[Run] | None) -> dict[Run, None]:
    """Return all runs of three words, or those of them that are to be tried."""
    runs: dict[Run, None] = {}
    for words in paragraphs.values():
        every = zip(words, words[1:], words[2:], strict=False)
        runs.update(dict.fromkeys(every if tried is None else filter(tried.__contains__, every)))
    return runs


def _owned_by_one(
    left: Mapping[int, Mapping[Feature, object]], right: Mapping[int, Mapping[Feature, object]]
) -> tuple[dict[Feature, int], dict[Feature, int], set[Feature]]:
    """Return for each side who has a feature, and the features that one of each side has."""
    owners: tuple[dict[Feature, int], dict[Feature, int]] = ({}, {})
    several: set[Feature] = set()
    for owner, side in zip(owners, (left, right), strict=True):
        for at, own in side.items():
            several |= owner.keys() & own.keys()
            owner.update(dict.fromkeys(own, at))
    return *owners, (owners[0].keys() & owners[1].keys()) - several
