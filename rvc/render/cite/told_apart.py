"""Works that an author–date citation could not tell apart: initials, more names, year suffixes.

After APA 7 (8.18 to 8.20), which Chicago (17th edition, 15.20 to 15.29) and Harvard follow in
this: first authors of one family name get initials; lists of names that shorten to the same one
get as many names as tell them apart; what then still is the same with the same year gets a letter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from string import ascii_lowercase

from rvc.bib.search_text import fold
from rvc.render.cite.parts import Item, family, initials, people, year


def told_apart(items: Sequence[Item], who: Callable[[Item], str]) -> list[Item]:
    """Return the works in the same order, marked with what tells them apart.

    `who` gives the names as the style cites them. The marks are `cite-given` ("initials" or
    "given"), `cite-names` (how many names to print) and `year-suffix`.
    """
    marked = [dict(item) for item in items]
    _mark_given(marked)
    for same in _alike(marked, lambda item: f"{who(item)}\n{year(item)}"):
        _mark_names(same)
    for same in _alike(marked, lambda item: f"{who(item)}\n{year(item)}"):
        for n, item in enumerate(same):
            item["year-suffix"] = _letters(n)
    return marked


def together(items: Iterable[Item], who: Callable[[Item], str]) -> list[tuple[str, list[Item]]]:
    """Return the works by the names that cite them, in the order of the first of each."""
    found: dict[str, list[Item]] = {}
    for item in items:
        found.setdefault(who(item), []).append(item)
    return list(found.items())


def in_text(
    items: Iterable[Item],
    who: Callable[[Item], str],
    when: Callable[[Item], str],
    between: str,
) -> str:
    """Return the works as an author–date style cites them: `(Day, 2004, 2005; Bair, 2009)`.

    `between` stands between the names and their years.
    """
    said = (
        f"{names}{between}{', '.join(dict.fromkeys(when(item) for item in works))}"
        for names, works in together(items, who)
    )
    return f"({'; '.join(said)})"


def _alike(items: list[Item], by: Callable[[Item], str]) -> list[list[Item]]:
    found: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        found[fold(by(item))].append(item)
    return [same for same in found.values() if len(same) > 1]


def _mark_given(items: list[Item]) -> None:
    """Mark works whose first authors share a family name, as far as they are not one person."""
    signed = [item for item in items if people(item)[0]]
    for same in _alike(signed, lambda item: family(people(item)[0][0])):
        given = {people(item)[0][0].get("given", "").strip() for item in same} - {""}
        letters = sorted((initials(name) for name in given), key=len)
        differ = any(not b.startswith(a) for a, b in combinations(letters, 2))
        firsts = {fold(name.split()[0]) for name in given if len(name.split()[0].strip(".")) > 1}
        if differ or len(firsts) > 1:
            for item in same:
                item["cite-given"] = "initials" if differ else "given"


def _mark_names(same: list[Item]) -> None:
    lists = [[fold(family(name)) for name in people(item)[0]] for item in same]
    for item, names in zip(same, lists, strict=True):
        others = [other for other in lists if other != names]
        shared = [next((n for n, (a, b) in enumerate(zip(names, other, strict=False)) if a != b),
                       min(len(names), len(other))) for other in others]  # fmt: skip
        if shared and len(names) > 2:
            item["cite-names"] = min(max(shared) + 1, len(names))


def _letters(n: int) -> str:
    """Return a, b, … z, aa, ab, …"""
    before, last = divmod(n, 26)
    return (_letters(before - 1) if before else "") + ascii_lowercase[last]
