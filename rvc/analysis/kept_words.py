"""How many words of a phrase stand in a text, in the order of the phrase.

Letters alone are no measure of likeness: two long words that a text repeats make most of the
letters of a phrase of six. So words are counted too, each as one, whatever its length.
"""

from __future__ import annotations

from collections.abc import Sequence


def kept_words(phrase: Sequence[str], text: Sequence[str]) -> int:
    """Return the most words of `phrase` that `text` holds in the same order.

    A word counts when a third of its letters or less are changed: short ones must be the same. Two
    words that are written as one, in either, count as well.
    """
    # best[i][j]: of the first i words of the phrase, in the first j words of the text
    best = [[0] * (len(text) + 1) for _ in range(len(phrase) + 1)]
    for i, word in enumerate(phrase, 1):
        for j, other in enumerate(text, 1):
            most = max(best[i - 1][j], best[i][j - 1])
            if few_changed(word, other):
                most = max(most, best[i - 1][j - 1] + 1)
            if i > 1 and phrase[i - 2] + word == other:
                most = max(most, best[i - 2][j - 1] + 2)
            if j > 1 and text[j - 2] + other == word:
                most = max(most, best[i - 1][j - 2] + 1)
            best[i][j] = most
    return best[-1][-1]


def few_changed(word: str, other: str) -> bool:
    """Whether a third of the letters of `word` or less are changed in `other`."""
    allowed = len(word) // 3
    if word == other:
        return True
    if abs(len(word) - len(other)) > allowed or not allowed:
        return False
    row = list(range(len(other) + 1))
    for i, letter in enumerate(word, 1):
        above, row[0] = row[0], i
        for j, its in enumerate(other, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (letter != its))
        if min(row) > allowed:
            return False
    return row[-1] <= allowed
