"""The nearest of some known words to one that nobody knows: the "did you mean" of all messages."""

from __future__ import annotations

from collections.abc import Iterable

_NEAR = 0.6
_NEAR_WHEN_SHORT = 0.74  # four letters of which one is another: 0.75


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the word of `known` most like `word`, or an empty string when none is near.

    Near is a `difflib` ratio of 0.6 or more, and more for words of less than five letters, where
    one letter in common is chance; of three, one may be another if only one word is so near. A word
    that only one known word contains (the end of an id, say) is near too; of less than three
    letters it must be its beginning. So is one that is the beginning of a single word but for one
    slip.
    """
    from difflib import get_close_matches

    cutoff = _NEAR if len(word) > 4 else _NEAR_WHEN_SHORT

    names = sorted(set(known))
    folded = {name.lower(): name for name in names}
    found = get_close_matches(word.lower()[:200], folded, n=1, cutoff=cutoff)
    if found:
        return folded[found[0]]
    low = word.lower()
    at_start = [name for name in names if low and name.lower().startswith(low)]
    holding = [name for name in names if low in name.lower()] if len(low) > 2 else at_start
    near = holding or _another_letter(low, names) or one_slip_away(word, names)
    return near[0] if len(near) == 1 else ""


def _another_letter(low: str, names: Iterable[str]) -> list[str]:
    """Return the names of three letters of which one is another in a word of three."""
    if len(low) != 3:
        return []
    alike = ((name, map(str.__eq__, name.lower(), low)) for name in names if len(name) == 3)
    return [name for name, same in alike if sum(same) == 2]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `did you mean 'x'?`, or an empty string when no known word is near."""
    name = nearest(word, known)
    return f"did you mean '{name}'?" if name else ""


def one_slip_away(word: str, known: Iterable[str]) -> list[str]:
    """Return the words of `known` that are `word` but for one slip, or else begin so.

    A slip is a letter too many, too few, another, or two letters changed about; case is none.
    Words of less than five letters are too short to say.
    """
    low = word.lower()
    if len(low) < 5:
        return []
    near = [name for name in known if _begins_like(low, name.lower())]
    return [name for name in near if len(name) <= len(word) + 1] or near


def _begins_like(word: str, name: str) -> bool:
    same = 0
    for ours, theirs in zip(word, name, strict=False):
        if ours != theirs:
            break
        same += 1
    if same == len(word):
        return True
    left, right = word[same:], name[same:]
    return (
        right.startswith(left[1:])
        or right[1:].startswith(left)
        or (bool(right) and right[1:].startswith(left[1:]))
        or (len(left) > 1 and right[:2] == left[1] + left[0] and right[2:].startswith(left[2:]))
    )
