"""Entries of one bibliography that mean the same work, or versions of one.

Pairs are looked for in blocks, so that n entries cost about n and not n²: the same DOI, arXiv
number, ISBN or address, the same title in any spelling, or a person and a rare word of the title in
common. Every pair is then judged as an entry against a record of a service is
(`rvc.analysis.matching`, with its thresholds and their source).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from enum import StrEnum
from functools import cached_property
from itertools import combinations, pairwise

from msgspec import Struct

from rvc.analysis.claim import Claim, describe
from rvc.analysis.matching import SAME_TITLE, Description, Verdict, match
from rvc.analysis.names import comparable
from rvc.analysis.titles import SMALL, likeness, main_title, words
from rvc.model.record import Dated, Record, WorkType

RARE_WORDS = 3
"""So many of the rarest words of a title put it into blocks; a typing error spoils one of them."""

LARGEST_BLOCK = 60
"""Blocks of more entries are parted by year: common words of prolific people tell nothing."""

SHARED_WORDS = 0.6
"""The least part of the shorter title's words that a pair must share to be looked at closely."""


class Kinship(StrEnum):
    """What two entries are to each other."""

    SAME_IDENTIFIER = "same identifier"
    """The same DOI, or the same ISBN of a whole book."""
    SAME_WORK = "same work"
    """Title, people and year agree."""
    VERSIONS = "versions"
    """One work in two forms: preprint and article, report and book."""
    PERHAPS = "perhaps"
    """The same title and nothing that decides, or the same number with other titles."""


class Pair(Struct, frozen=True):
    """Two entries by their numbers in the sequence, what they are to each other, and why."""

    one: int
    other: int
    kinship: Kinship
    reason: str


class Group(Struct, frozen=True):
    """Entries of one work, by their numbers in order, with the pairs that hold them together."""

    members: tuple[int, ...]
    kinship: Kinship
    pairs: tuple[Pair, ...]


class _Item:
    """An entry with what is computed of it once."""

    def __init__(self, claim: Claim) -> None:
        self.claim = claim
        self.said = describe(claim)
        self.words = words(self.said.title)
        self.telling = frozenset(self.words) - SMALL or frozenset(self.words)
        self.numbers = frozenset(word for word in self.words if word.isdigit())
        self.people = frozenset(
            part for one in self.said.people for part in words(one.family or one.name)
        )
        self.doi = self.said.doi
        self.isbn = claim.isbn if claim.first("isbn") else ""

    @cached_property
    def record(self) -> Record:
        """The entry as if a service had answered with it."""
        return _as_record(self.claim.key, self.said)


def _as_record(key: str, said: Description) -> Record:
    return Record(
        service="",
        id=key,
        titles=(said.title,),
        containers=(said.container,) if said.container else (),
        authors=said.people,
        dates=(Dated("issued", said.year),) if said.year else (),
        volume=said.volume,
        issue=said.issue,
        pages=said.pages,
        doi=said.doi,
        arxiv=said.arxiv,
        type=WorkType.PREPRINT if said.preprint else said.type,
        publisher=said.publisher,
    )


def duplicates(claims: Sequence[Claim]) -> tuple[Group, ...]:
    """Return the groups of entries that mean one work, in the order of their first members.

    Same works are gathered first; versions and doubtful pairs that are not among them follow.
    """
    pairs = list(_pairs([_Item(claim) for claim in claims]))
    sure = [p for p in pairs if p.kinship in (Kinship.SAME_IDENTIFIER, Kinship.SAME_WORK)]
    groups = [*_gathered(sure)]
    home = {member: number for number, group in enumerate(groups) for member in group.members}
    apart = [p for p in pairs if home.get(p.one, -1) != home.get(p.other, -2)]
    for kinship in (Kinship.VERSIONS, Kinship.PERHAPS):
        groups += _gathered([pair for pair in apart if pair.kinship is kinship])
    return tuple(sorted(groups, key=lambda group: group.members))


def _gathered(pairs: Iterable[Pair]) -> Iterator[Group]:
    parent: dict[int, int] = {}

    def root(number: int) -> int:
        while parent.setdefault(number, number) != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    found = list(pairs)
    for pair in found:
        parent[max(root(pair.one), root(pair.other))] = min(root(pair.one), root(pair.other))
    groups: dict[int, list[Pair]] = defaultdict(list)
    for pair in found:
        groups[root(pair.one)].append(pair)
    for held in groups.values():
        members = sorted({number for pair in held for number in (pair.one, pair.other)})
        kinds = {pair.kinship for pair in held}
        kind = kinds.pop() if len(kinds) == 1 else Kinship.SAME_WORK
        yield Group(tuple(members), kind, tuple(held))


def _pairs(items: Sequence[_Item]) -> Iterator[Pair]:
    seen: set[tuple[int, int]] = set()
    for block in _blocks(items):
        for one, other in _couples(block):
            if (one, other) in seen:
                continue
            seen.add((one, other))
            found = _judged(items, one, other)
            if found:
                yield found


def _couples(block: list[int]) -> Iterator[tuple[int, int]]:
    """All couples of a block; of a very large one, where all are alike, those of neighbours."""
    return combinations(block, 2) if len(block) <= LARGEST_BLOCK else pairwise(block)


def _blocks(items: Sequence[_Item]) -> Iterator[list[int]]:
    """Numbers of entries that may be the same, in order; the most certain blocks first."""
    often = Counter(word for item in items for word in item.telling)
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        for key in dict.fromkeys(_keys(item, often)):
            blocks[key].append(number)
    for key, block in blocks.items():
        if len(block) < 2:
            continue
        if len(block) <= LARGEST_BLOCK or (isinstance(key, tuple) and key[0] == "doi"):
            yield block
        else:
            yield from _by_year(items, block)


def _by_year(items: Sequence[_Item], block: list[int]) -> Iterator[list[int]]:
    """Part a large block by year; what is still too large, by the whole title."""
    parts: dict[Hashable, list[int]] = defaultdict(list)
    for number in block:
        parts[items[number].said.year].append(number)
    for part in parts.values():
        if len(part) <= LARGEST_BLOCK:
            yield part
            continue
        titles: dict[Hashable, list[int]] = defaultdict(list)
        for number in part:
            titles[items[number].words].append(number)
        yield from titles.values()


def _keys(item: _Item, often: Counter[str]) -> Iterator[Hashable]:
    """The blocks of an entry."""
    if item.doi:
        yield "doi", item.doi
    if item.isbn:
        yield "isbn", item.isbn
    if item.said.arxiv:
        yield "arxiv", item.said.arxiv.partition("v")[0]
    if item.claim.address:
        yield "url", item.claim.address.rstrip("/").partition("#")[0].partition("://")[2]
    if not item.words:
        return
    yield "title", item.words
    main = words(main_title(item.said.title))
    if len(main) >= 3:
        yield "title", main
    rare = sorted((word for word in item.telling if often[word] > 1), key=lambda w: (often[w], w))
    for word in rare[:RARE_WORDS]:
        for person in item.people:
            yield "word", word, person


def _judged(items: Sequence[_Item], one: int, other: int) -> Pair | None:
    left, right = items[one], items[other]
    number = _same_number(left, right)
    if number:
        if likeness(left.said.title, right.said.title) >= SAME_TITLE:
            return Pair(one, other, Kinship.SAME_IDENTIFIER, number)
        return Pair(one, other, Kinship.PERHAPS, f"{number}, but other titles")
    if left.doi and right.doi and left.doi != right.doi and not _preprint(left, right):
        return None  # two DOIs of published works are two works
    if not _worth_a_look(left, right):
        return None
    found = match(left.said, right.record)
    if found.verdict is Verdict.CANNOT_TELL or found.verdict is Verdict.OTHER_VERSION:
        back = match(right.said, left.record)
        found = back if back.verdict is Verdict.SAME else found
    kinship = _KINSHIPS.get(found.verdict)
    return Pair(one, other, kinship, found.reason) if kinship else None


_KINSHIPS = {
    Verdict.SAME: Kinship.SAME_WORK,
    Verdict.OTHER_VERSION: Kinship.VERSIONS,
    Verdict.CANNOT_TELL: Kinship.PERHAPS,
}


def _preprint(left: _Item, right: _Item) -> bool:
    return left.said.preprint or right.said.preprint or bool(left.said.arxiv or right.said.arxiv)


def _same_number(left: _Item, right: _Item) -> str:
    if left.doi and left.doi == right.doi:
        return f"the same DOI {left.doi}"
    whole = {left.said.type, right.said.type} <= {WorkType.BOOK, WorkType.OTHER}
    return f"the same ISBN {left.isbn}" if whole and left.isbn and left.isbn == right.isbn else ""


def _worth_a_look(left: _Item, right: _Item) -> bool:
    """Whether people and words have enough in common; all else would be judged different."""
    strangers = left.people and right.people and left.people.isdisjoint(right.people)
    if strangers and comparable(left.said.people, right.said.people):
        return False
    if not (left.numbers <= right.numbers or left.numbers >= right.numbers):
        return False  # parts and years tell works apart
    shorter = min(len(left.telling), len(right.telling))
    return len(left.telling & right.telling) >= SHARED_WORDS * shorter
