"""Rank texts by the words they share with a question: TF-IDF and cosine (Salton and Buckley 1988).

A word counts the more, the fewer texts have it; long texts get no advantage. Words are compared
by their first letters, which stands in for inflection in all languages of the register.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log, sqrt

from rvc.analysis.folding import fold

_WORD = re.compile(r"[^\W\d_]{3,}|\d{2,}")
_STEM = 7


def terms(text: str) -> Counter[str]:
    """Return how often each word of `text` stands in it, inflection aside."""
    return Counter(word[:_STEM] for word in _WORD.findall(fold(text).text))


def weighed(parts: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Return the words of several texts, each text counted with its weight."""
    found: dict[str, float] = {}
    for text, weight in parts:
        for word, count in terms(text).items():
            found[word] = found.get(word, 0.0) + weight * (1 + log(count))
    return found


def rank(texts: Sequence[str], question: Mapping[str, float]) -> list[tuple[int, float]]:
    """Return (place in `texts`, score from 0 to 1) of the texts that share a word, best first."""
    counted = [terms(text) for text in texts]
    spread = Counter(word for words in counted for word in words)
    rarity = {word: log((1 + len(texts)) / number) for word, number in spread.items()}
    asked = {word: weight * rarity[word] for word, weight in question.items() if word in rarity}
    size = sqrt(sum(weight * weight for weight in asked.values()))
    scored = []
    for place, words in enumerate(counted):
        common = sum((1 + log(words[w])) * rarity[w] * asked[w] for w in words if w in asked)
        if common <= 0 or not size:
            continue
        length = sqrt(sum(((1 + log(n)) * rarity[w]) ** 2 for w, n in words.items()))
        scored.append((place, common / (length * size)))
    return sorted(scored, key=lambda found: (-found[1], found[0]))
