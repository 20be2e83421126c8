"""The nearest of some known words to one that nobody knows: the "did you mean" of all messages."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the word of `known` most like `word`, or an empty string when none is near.

    Near is a `difflib` ratio of 0.6 or more; a word that only one known word contains (the end of
    an id, say) is near too.
    """
    from difflib import get_close_matches

    names = sorted(set(known))
    folded = {name.lower(): name for name in names}
    found = get_close_matches(word.lower()[:200], folded, n=1, cutoff=0.6)
    if found:
        return folded[found[0]]
    holding = [name for name in names if word and word.lower() in name.lower()]
    return holding[0] if len(holding) == 1 else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `did you mean 'x'?`, or an empty string when no known word is near."""
    name = nearest(word, known)
    return f"did you mean '{name}'?" if name else ""
