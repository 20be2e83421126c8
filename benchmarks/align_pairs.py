"""Deterministic pairs of long laws whose alignment is known, for align_speed.py."""

from __future__ import annotations

import random
from itertools import accumulate

Provisions = list[tuple[str, str]]
"""Ids and texts, in the order of the text."""
Truth = set[tuple[str, str]]


class _Writer:
    """Writes provisions in invented words with the frequencies of language (Zipf)."""

    def __init__(self, rng: random.Random, size: int = 6000) -> None:
        self._rng = rng
        syllables = [a + b for a in "bcdfglmnprstv" for b in ("a", "e", "i", "o", "an", "er")]
        words: dict[str, None] = {}
        while len(words) < size:
            words["".join(rng.choices(syllables, k=rng.randrange(1, 5)))] = None
        self._words = list(words)
        self._sums = list(accumulate(1 / (rank + 3) for rank in range(size)))

    def words(self, count: int) -> list[str]:
        return self._rng.choices(self._words, cum_weights=self._sums, k=count)

    def paragraph(self) -> str:
        drawn = self.words(self._rng.randrange(15, 75))
        return " ".join(drawn).capitalize() + "."

    def provision(self) -> str:
        """About 200 words in paragraphs."""
        return "\n".join(self.paragraph() for _ in range(self._rng.randrange(2, 7)))

    def edited(self, text: str) -> str:
        """One to twelve places of change."""
        words = text.split(" ")
        for _ in range(self._rng.randrange(1, 13)):
            at = self._rng.randrange(len(words))
            words[at : at + self._rng.randrange(1, 5)] = self.words(self._rng.randrange(4))
        return " ".join(words)


def law_pair(count: int, seed: int = 1) -> tuple[Provisions, Provisions, Truth]:
    """Return two versions with `count` provisions on the left and every truth about them.

    40 % are edited, 4 % dropped and as many added, 4 % moved anywhere, 3 % split at a paragraph,
    3 % merged with their neighbour.
    """
    rng = random.Random(seed)
    writer = _Writer(rng)
    left = [(f"l{n}", writer.provision()) for n in range(count)]
    right: list[tuple[list[str], str]] = []
    moved: list[tuple[list[str], str]] = []
    at = 0
    while at < count:
        eid, text = left[at]
        at += 1
        if rng.random() < 0.4:
            text = writer.edited(text)
        draw = rng.random()
        if draw < 0.04:
            continue
        if draw < 0.08:
            right.append(([], writer.provision()))
        if 0.08 <= draw < 0.12:
            moved.append(([eid], text))
        elif 0.12 <= draw < 0.15 and "\n" in text:
            paragraphs = text.split("\n")
            cut = rng.randrange(1, len(paragraphs))
            right.append(([eid], "\n".join(paragraphs[:cut])))
            right.append(([eid], "\n".join(paragraphs[cut:])))
        elif 0.15 <= draw < 0.18 and at < count:
            right.append(([eid, left[at][0]], text + "\n" + left[at][1]))
            at += 1
        else:
            right.append(([eid], text))
    for item in moved:
        right.insert(rng.randrange(len(right) + 1), item)
    truth = {(eid, f"r{n}") for n, (eids, _) in enumerate(right) for eid in eids}
    return left, [(f"r{n}", text) for n, (_, text) in enumerate(right)], truth
