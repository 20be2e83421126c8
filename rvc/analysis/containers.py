"""Whether two names are those of one journal, conference or book: abbreviations and acronyms."""

from __future__ import annotations

import re

from rvc.analysis.titles import SMALL, fold, words

_COMMON = """proceedings proc annual international conference conf intl int ieee acm siam aaai
    usenix symposium symp workshop workshops transactions trans journal j lecture notes series
    advances findings association"""
_EMPTY = frozenset(_COMMON.split())
"""Words that many containers share: alone they prove nothing."""

_LIGHT = """proceedings proc annual conference conf meeting ieee acm siam usenix aaai
    symposium symp workshop"""
LIGHT = frozenset(_LIGHT.split())
"""Words that names of conferences come with and without; journals differ by less than these."""

_PREPRINT = re.compile(
    r"arxiv|corr\b|biorxiv|medrxiv|ssrn|preprint|psyarxiv|socarxiv|chemrxiv|osf\b|research square"
    r"|openreview|techrxiv|repec|hal\b|zenodo"
)
_WORD = re.compile(r"[^\W_]+")
_ORDINAL = re.compile(
    r"\d+(?:st|nd|rd|th)?|[ivxl]+|.*(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
    r"|tenth|eleventh|twelfth|teenth|tieth)"
)


def is_preprint_place(name: str) -> bool:
    """Whether `name` is that of a place for preprints and working papers."""
    return bool(_PREPRINT.search(" ".join(words(name))))


def same_container(one: str, other: str) -> bool | None:
    """Say whether two names are those of one container; None when they do not tell.

    True: the same words, one abbreviates the other, or one is the other's acronym. False: both
    are spelled out and share no word of weight. A place for preprints is never a journal.
    """
    left, right = _content(one), _content(other)
    if not left or not right:
        return None
    if is_preprint_place(one) != is_preprint_place(other):
        return False
    if is_preprint_place(one):
        return True
    if left == right or _abbreviates(left, right) or _abbreviates(right, left):
        return True
    if _is_acronym(one, other) or _is_acronym(other, one):
        return True
    heavy = (set(left) - _EMPTY, set(right) - _EMPTY)
    if not heavy[0] or not heavy[1]:
        return None
    shared = sum(any(_alike(a, b) for b in heavy[1]) for a in heavy[0])
    extra = {a for a in left if not any(_alike(a, b) for b in right)}
    extra |= {b for b in right if not any(_alike(a, b) for a in left)}
    telling = extra & _EMPTY - _light(left, right)
    if shared >= 0.75 * max(len(heavy[0]), len(heavy[1])) and not telling:
        return True
    spelled_out = min(len(left), len(right)) > 1
    return False if shared == 0 and spelled_out else None


def _content(name: str) -> tuple[str, ...]:
    return tuple(word for word in words(name) if word not in SMALL and not _ORDINAL.fullmatch(word))


def _abbreviates(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Say whether each word of `short` abbreviates a word of `long`, in order, the heavy ones all.

    ISO 4 drops small words and cuts the others: `J. Am. Chem. Soc.`.
    """
    rest = iter(long)
    skipped: list[str] = []
    for word in short:
        for candidate in rest:
            if _short_for(word, candidate):
                break
            skipped.append(candidate)
        else:
            return False
    skipped.extend(rest)
    return not set(skipped) - _light(long) or (
        len(short) > 2 and len(skipped) <= 1 and not set(skipped) & _EMPTY
    )


def _light(*names: tuple[str, ...]) -> frozenset[str]:
    """Return the words that say nothing here: `international` only in names of conferences."""
    conference = any(LIGHT & set(name) for name in names)
    return LIGHT | {"international", "int", "intl"} if conference else LIGHT


def _alike(one: str, other: str) -> bool:
    return _short_for(one, other) or _short_for(other, one)


def _short_for(short: str, long: str) -> bool:
    if long.startswith(short) or short == long:
        return True
    if len(short) < 2 or short[0] != long[0]:
        return False
    letters = iter(long)  # Natl, Intl, Dept: letters in order, first and last of them kept
    return len(short) <= 5 and short[-1] in long[-2:] and all(c in letters for c in short)


def _is_acronym(acronym: str, name: str) -> bool:
    """Say whether `acronym` is a word of `name` or made of its initials, in order, at its end.

    Light words beside it do not count (`Proceedings of ACL`); it must be written in capitals.
    """
    letters = [word for word in _content(acronym) if word not in LIGHT] or list(words(acronym))
    if len(letters) != 1 or not 2 <= len(letters[0]) <= 8:
        return False
    wanted = letters[0]
    if not any(fold(part) == wanted and part[:2].isupper() for part in _WORD.findall(acronym)):
        return False
    if wanted in words(name):
        return True
    initials = [word[0] for word in words(name) if not word.isdigit()]
    backwards = iter(reversed(initials))
    return len(initials) > 1 and all(any(c == i for i in backwards) for c in reversed(wanted))
