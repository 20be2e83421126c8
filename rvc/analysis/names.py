"""Whether two names can be one person's: initials, accents, particles, order, numbers behind."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from msgspec import Struct

from rvc.analysis.titles import fold, words
from rvc.model.record import Person

_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv", "2nd", "3rd"})
_OTHERS = frozenset({"others", "et al", "al", "co workers", "anonymous", "anon", "no author", ""})


class Authors(Struct, frozen=True):
    """How two lists of authors compare.

    `shared`: how many of the shorter list are on the longer. `share`: the same by the length of
    the longer list, 0.0 to 1.0. `first`: whether the first of the first list is anywhere on the
    second. `known`: whether both lists name anybody, in a script that they share.
    """

    known: bool
    shared: int = 0
    share: float = 0.0
    first: bool = False
    shortest: int = 0


def same_person(one: Person, other: Person) -> bool:
    """Say whether two names can be those of one person or body.

    The family name must be the same and no given name may contradict: `J.` fits `Jane`, nothing
    fits anything. Names that are not split are tried both ways round, as catalogues swap them.
    """
    left, right = _readings(one), _readings(other)
    return any(_fit(a, b) for a in left for b in right)


def compare_authors(ours: Sequence[Person], theirs: Sequence[Person]) -> Authors:
    """Return how the two lists of people compare, each person counted once."""
    ours, theirs = _named(ours), _named(theirs)
    if not ours or not theirs or not comparable(ours, theirs):
        return Authors(known=False)
    free = list(theirs)
    shared, first = 0, False
    for place, person in enumerate(ours):
        match = next((one for one in free if same_person(person, one)), None)
        if match is not None:
            free.remove(match)
            shared += 1
            first = first or place == 0
    longest = max(len(ours), len(theirs))
    return Authors(True, shared, shared / longest, first, min(len(ours), len(theirs)))


def comparable(ours: Sequence[Person], theirs: Sequence[Person]) -> bool:
    """Say whether two lists share a script: `Иванов` and `Ivanov` are not compared by letters."""
    return not _scripts(ours).isdisjoint(_scripts(theirs))


def _scripts(people: Sequence[Person]) -> set[str]:
    """Return the scripts of names, as Unicode calls their letters."""
    return {
        unicodedata.name(letter, "?").partition(" ")[0]
        for person in people
        for letter in person.said
        if letter.isalpha()
    }


def _named(people: Sequence[Person]) -> list[Person]:
    """Return the people without the words that stand for those who are not named."""
    return [person for person in people if " ".join(words(person.said)) not in _OTHERS]


_Reading = tuple[tuple[str, ...], tuple[str, ...]]


def _readings(person: Person) -> list[_Reading]:
    """Return the ways to read a name, each as the words of family and of given names."""
    if person.family:
        family, given = words(person.family), _given(person.given)
        swapped = [(given, family)] if given and len(given[0]) > 1 else []
        return [(family, given), *swapped]
    family_first, comma, rest = person.name.partition(",")
    if comma:
        return [(words(family_first), _given(rest))]
    parts = [part for part in _given(person.name) if part not in _GENERATIONS]
    readings = [(tuple(parts[cut:]), tuple(parts[:cut])) for cut in range(len(parts))]
    return [*readings, (tuple(parts[:1]), tuple(parts[1:]))]


def _given(text: str) -> tuple[str, ...]:
    """Return the given names; initials run together (`JA`, `J.A.`) are taken apart."""
    found: list[str] = []
    for part in text.replace(".", " ").replace("-", " ").split():
        if part.isupper() and 1 < len(part) <= 3 and part.isascii():
            found.extend(part.lower())
        else:
            found.extend(words(part))
    return tuple(found)


def _fit(one: _Reading, other: _Reading) -> bool:
    if "".join(one[0]) != "".join(other[0]) or not one[0]:
        return False
    if not one[1] or not other[1]:
        return True
    return _fits_given(one[1][0], other[1][0])


def _fits_given(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) if len(short) <= 2 else _near(short, long)


def _near(short: str, long: str) -> bool:
    """Say whether two given names are one: `Tom` and `Thomas` may be, `Jon` and `Jan` are not."""
    if long.startswith(short) or fold(short) == fold(long):
        return True
    letters = iter(long)
    return short[0] == long[0] and len(short) < len(long) and all(c in letters for c in short)
