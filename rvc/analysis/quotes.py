"""Find quotations in a long text: word for word, else nearly, each with its place in the source.

The text is cut into words once. Of each phrase the rarest words say where it could stand; there
its letters are compared, so that spaces, apostrophes, dashes, hyphenation, ligatures, capitals and
Unicode forms make no difference. What is nowhere word for word is compared by edit distance at the
places that share at least half of its words; there most of its words must stand, too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from msgspec import Struct

from rvc.analysis.approximate import Nearest, nearest
from rvc.analysis.folding import HIDDEN, Folded, fold
from rvc.analysis.kept_words import kept_words

LEAST = 0.65
"""The least score of a match: the share of the phrase's characters that need no change."""

WORDS = 0.7
"""More than this share of the phrase's words must stand there, in order, with few letters changed.

With words counted, fewer characters need to be the same: the score alone would have to be .84 to
refuse what long words repeated nearby make look alike, and would refuse a fifth of what is altered.
"""

MOST = 20
"""Matches given for one phrase at most."""

_WORD = re.compile(r"[^\W_]+")
_SIGNS = "€£$¥%‰"
_NUMBER = re.compile(
    rf"(?P<before>[{_SIGNS}])?\s?"
    r"(?P<figure>\d{1,3}(?:[\s.,'’]\d{3})+(?!\d)|\d+(?:[.,]\d+)?)"
    rf"\s?(?P<after>[{_SIGNS}])?"
)
_FIRST_SIGN = re.compile(rf"^[^\w{_SIGNS}]*[{_SIGNS}]")
_LAST_SIGN = re.compile(rf"[{_SIGNS}][^\w{_SIGNS}]*$")
_SIGN_BEFORE = re.compile(rf"[{_SIGNS}]\s?$")
_SIGN_BEHIND = re.compile(rf"\s?[{_SIGNS}]")
_RARE = 400
"""Up to so many places, each is looked at; of commoner words, those that keep a neighbour."""
_ANCHORS = 4
"""Rare words that are enough to say where a phrase may stand; each lacking is made up by pairs."""
_FEW = 60
"""Up to so many places, letters are compared at each, however few of the words stand there."""
_SWAP_GAIN = 0.25
_SLACK = 4
"""Words that a match may begin earlier or later than its rare words say."""
_BESIDE = 2
"""Words before and after a match that are counted with it: its edges are the least sure."""
_FEWEST_WORDS, _FEWEST_LETTERS = 4, 15
"""Shorter phrases are only found word for word: nearly, they would be found anywhere."""


class Match(Struct, frozen=True, order=True):
    """Where a phrase stands: characters [start, end) of the source.

    `score` is 1 when it stands there word for word, else the share of its characters that need no
    change. `numbers_differ` tells that the figures, or the signs beside them (£, €, %), differ from
    those of the phrase.
    """

    start: int
    end: int
    score: float
    numbers_differ: bool = False

    @property
    def exact(self) -> bool:
        """Whether the phrase stands there word for word, figures included."""
        return self.score == 1.0


def find_quotes(text: str, phrases: Sequence[str]) -> list[tuple[Match, ...]]:
    """Return for each phrase where it stands in `text`.

    All places where it stands word for word, in order; where there is none, those where it nearly
    stands (score of at least `LEAST`), the best first. Nothing is found for a phrase without words.
    """
    search = _Search(text, phrases)
    return [search.find(number) for number in range(len(phrases))]


class _Search:
    """The words of a text, and where the words of the phrases stand among them."""

    def __init__(self, text: str, phrases: Sequence[str]) -> None:
        self.text = text
        self.phrases = phrases
        self.folded: Folded = fold(text)
        self.words: list[str] = _WORD.findall(self.folded.text)
        self.wanted = [_WORD.findall(fold(phrase).text) for phrase in phrases]
        places: dict[str, list[int]] = {}
        for words in self.wanted:
            for offset, word in enumerate(words):
                places[word] = []
                # "co-operate" may have been joined at the end of a line
                places["".join(words[offset : offset + 2])] = []
        for place, word in enumerate(self.words):
            if word in places:
                places[word].append(place)
        self.places = places
        self._starts: list[int] = []

    def find(self, number: int) -> tuple[Match, ...]:
        words = self.wanted[number]
        if not words:
            return ()
        candidates = self._candidates(words)
        found = list(self._exact(number, candidates))
        exact = [match for match in found if match.exact]
        if exact:
            return tuple(sorted(set(exact))[:MOST])
        letters = sum(map(len, words))
        if len(words) >= _FEWEST_WORDS and letters >= _FEWEST_LETTERS:
            found += self._near(number, candidates)
        best = sorted(set(found), key=lambda match: (-match.score, match.start))
        return _apart(best)[:MOST]

    def _candidates(self, words: list[str]) -> list[int]:
        """Return where the phrase could begin, the places that most of its words speak for first.

        Where they are many, only places around which stand at least half of its words.
        """
        votes: Counter[int] = Counter()
        joined = map("".join, pairwise(words))
        rare = [
            (offset, self.places[word])
            for offset, word in (*enumerate(words), *enumerate(joined))
            if 0 < len(self.places[word]) <= _RARE
        ]
        if len(rare) < _ANCHORS:
            rare += self._pairs(words, 2 * (_ANCHORS - len(rare)))
        if not rare:
            offset = min(range(len(words)), key=lambda at: len(self.places[words[at]]))
            rare = [(offset, self.places[words[offset]])]
        for offset, places in rare:
            votes.update([place - offset for place in places])
        starts = [start for start, _ in votes.most_common()]
        return starts if len(starts) <= _FEW else self._likely(words, starts)

    def _likely(self, words: list[str], starts: list[int]) -> list[int]:
        """Return the starts around which stand at least half of the different words."""
        different = set(words)
        needed = len(different) / 2
        reach = len(words) + _SLACK // 2
        return [
            start
            for start in starts
            if len(different.intersection(self.words[max(start - 2, 0) : start + reach])) >= needed
        ]

    def _pairs(self, words: list[str], most: int) -> list[tuple[int, list[int]]]:
        """Return (offset, places) of common words that have another one beside or next but one,
        as in the phrase: the rarest `most` pairs.
        """
        count = [len(self.places[word]) for word in words]
        pairs = [
            (min(count[one], count[other]), one, other)
            for one in range(len(words))
            for other in range(one + 1, min(one + 3, len(words)))
            if min(count[one], count[other]) > _RARE
        ]
        found = []
        for _, one, other in sorted(pairs)[:most]:
            if count[one] > count[other]:
                one, other = other, one
            step, word, text = other - one, words[other], self.words
            room = len(text) - max(step, 0)
            places = self.places[words[one]]
            found.append((one, [p for p in places if p < room and text[p + step] == word]))
        return found

    def _exact(self, number: int, candidates: list[int]) -> Iterator[Match]:
        """Yield where the letters of the phrase stand; with a lower score if its figures do not."""
        words = self.wanted[number]
        letters = "".join(words)
        numbers = _numbers(self.phrases[number])
        for start in candidates:
            first = max(start - _SLACK, 0)
            around = self.words[first : start + len(words) + _SLACK]
            for one, last in _whole_words(around, letters):
                begin, end = self._span(first + one, first + last)
                differ = self._numbers(number, begin, end) != numbers
                yield Match(begin, end, _almost(letters) if differ else 1.0, differ)

    def _near(self, number: int, candidates: list[int]) -> Iterator[Match]:
        """Yield where the phrase stands with some of its characters changed."""
        words = self.wanted[number]
        pattern = " ".join(words)
        numbers = _numbers(self.phrases[number])
        looked: set[int] = set()
        for start in self._likely(words, candidates):
            if not looked.isdisjoint((start - 1, start, start + 1)):
                continue
            looked.add(start)
            first = max(start - _SLACK, 0)
            around = self.words[first : start + len(words) + _SLACK]
            best, score = _compare(words, pattern, " ".join(around))
            if score < LEAST:
                continue
            edges = list(accumulate((len(word) + 1 for word in around), initial=0))
            one = sum(edge <= best.start for edge in edges) - 1
            last = sum(edge < best.end for edge in edges) - 1
            there = around[max(one - _BESIDE, 0) : last + 1 + _BESIDE]
            if kept_words(words, there) <= WORDS * len(words):
                continue
            begin, end = self._span(first + one, first + last)
            differ = self._numbers(number, begin, end) != numbers
            yield Match(begin, end, min(round(score, 4), _almost(pattern)), differ)

    def _numbers(self, number: int, begin: int, end: int) -> list[str]:
        """Return the figures of the source there; signs around it count where the phrase has any.

        "36 million" is quoted rightly from "£36 million", "€36 million" is not.
        """
        phrase = self.phrases[number]
        if _FIRST_SIGN.search(phrase):
            before = _SIGN_BEFORE.search(self.text, max(begin - 2, 0), begin)
            begin = before.start() if before else begin
        if _LAST_SIGN.search(phrase):
            behind = _SIGN_BEHIND.match(self.text, end)
            end = behind.end() if behind else end
        return _numbers(self.text[begin:end])

    def _span(self, first: int, last: int) -> tuple[int, int]:
        """Return the characters of the source from word `first` to word `last`, both included."""
        if not self._starts:
            self._starts = [match.start() for match in _WORD.finditer(self.folded.text)]
        begin = self.folded.source(self._starts[first])
        # one past the last character, not the place of the next: between them may be a hyphen
        end = self.folded.source(self._starts[last] + len(self.words[last]) - 1) + 1
        return begin, end


def _whole_words(words: list[str], letters: str) -> Iterator[tuple[int, int]]:
    """Yield the first and last of the words that together have these letters."""
    whole = "".join(words)
    at = whole.find(letters)
    if at < 0:
        return
    edges = list(accumulate(map(len, words), initial=0))
    while at >= 0:
        if at in edges and at + len(letters) in edges:
            yield edges.index(at), edges.index(at + len(letters)) - 1
        at = whole.find(letters, at + 1)


def _compare(words: list[str], pattern: str, text: str) -> tuple[Nearest, float]:
    """Return where the words best stand in `text`, and the score; two may have changed places.

    That costs the shorter of the two, as if it had been left out and not put in again.
    """
    best = nearest(pattern, text)
    score = 1 - best.distance / len(pattern)
    if score >= LEAST or score < LEAST - _SWAP_GAIN:
        return best, score
    for at in range(len(words) - 1):
        swapped = [*words[:at], words[at + 1], words[at], *words[at + 2 :]]
        other = nearest(" ".join(swapped), text)
        cost = other.distance + min(len(words[at]), len(words[at + 1])) + 1
        if 1 - cost / len(pattern) > score:
            best, score = other, 1 - cost / len(pattern)
    return best, score


def _almost(pattern: str) -> float:
    return round(1 - 1 / (len(pattern) + 1), 4)


def _numbers(text: str) -> list[str]:
    """Return the figures in `text`, each with the signs beside it (£, €, %), in one way of writing:
    1 000, 1,000 and 1.000 are the same.
    """
    found = []
    for match in _NUMBER.finditer(re.sub(f"[{HIDDEN}]", "", text)):
        groups = re.split(r"\D", match["figure"])
        whole = len(groups) == 1 or all(len(group) == 3 for group in groups[1:])
        said = "".join(groups) if whole else ",".join(groups)
        found.append((match["before"] or "") + said + (match["after"] or ""))
    return found


def _apart(matches: list[Match]) -> tuple[Match, ...]:
    """Return the matches that overlap no better one."""
    kept: list[Match] = []
    for match in matches:
        if all(match.end <= other.start or match.start >= other.end for other in kept):
            kept.append(match)
    return tuple(kept)
