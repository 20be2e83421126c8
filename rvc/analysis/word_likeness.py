"""How alike the words of two provisions are, rare words counting most: for the last passes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from math import log, sqrt

_WORD = re.compile(r"\w+")

Vector = dict[str | tuple[str, str], float]


class Likeness:
    """Cosine of provisions as bags of words and pairs of words, weighted by rarity (TF-IDF).

    Sublinear term frequency and smoothed inverse document frequency, as in Manning, Raghavan and
    Schütze, *Introduction to Information Retrieval*, 6.4. Vectors are made when first asked for.
    """

    def __init__(self, left: list[str], right: list[str]) -> None:
        self._texts = left, right
        self._vectors: tuple[dict[int, Vector], dict[int, Vector]] = ({}, {})
        self._found: Counter[str | tuple[str, str]] = Counter()
        self._counted = 0
        for text in _sample(left + right):
            self._found.update(_features(text).keys())
            self._counted += 1

    def of(self, i: int, j: int) -> float:
        """Return the likeness, 0 to 1, of left provision i and right provision j."""
        small, large = self._vector(0, i), self._vector(1, j)
        if len(small) > len(large):
            small, large = large, small
        return sum(weight * large[feature] for feature, weight in small.items() if feature in large)

    def _vector(self, side: int, at: int) -> Vector:
        known = self._vectors[side].get(at)
        if known is None:
            known = {
                feature: (1 + log(count))
                * (log((1 + self._counted) / (1 + self._found[feature])) + 1)
                for feature, count in _features(self._texts[side][at]).items()
            }
            norm = sqrt(sum(weight * weight for weight in known.values())) or 1.0
            known = {feature: weight / norm for feature, weight in known.items()}
            self._vectors[side][at] = known
        return known


def _sample(texts: list[str], most: int = 250) -> Iterable[str]:
    """Return evenly spread texts: enough to tell rare words from common ones."""
    return texts[:: max(1, len(texts) // most)]


def _features(text: str) -> Counter[str | tuple[str, str]]:
    words = _WORD.findall(text.lower())
    counts: Counter[str | tuple[str, str]] = Counter(words)
    counts.update(pairwise(words))
    return counts
