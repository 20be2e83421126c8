"""Does a change of many spans do what it was meant to, and nothing else?"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rvc.bib.library import Between, Entry, Library
from rvc.bib.patch import Edit, apply
from rvc.bib.reader import read

Groups = Sequence[tuple[Edit, ...]]
Check = Callable[[Library, Sequence[Edit], Library], bool]
"""Whether a change did what it may: the library before, the edits, the library after."""


def safely(library: Library, groups: Groups, check: Check | None = None) -> tuple[str, list[int]]:
    """Apply groups of edits to a text; return the new text and the numbers of those applied.

    A group is applied whole or not at all. Groups that overlap an earlier one are left out, and so
    are those that do not pass the check: without one, those after which another part of the file
    would read differently (see `harmless`).
    """
    chosen = _apart(groups)
    passes = check or harmless
    text = _applied(library, groups, chosen, passes)
    if text is not None:
        return text, chosen
    return _halved(library, groups, chosen, passes)


def _apart(groups: Groups) -> list[int]:
    """The numbers of groups that do not overlap one another, the first ones first."""
    spans = sorted((edit.start, edit.end, number) for number, g in enumerate(groups) for edit in g)
    out: set[int] = set()
    open_end, owner = -1, -1
    for start, end, number in spans:
        if number in out:
            continue
        if start < open_end:
            later = max(number, owner)
            out.add(later)
            if later == number:
                continue
        open_end, owner = end, number
    return [number for number in range(len(groups)) if number not in out]


def _applied(library: Library, groups: Groups, chosen: Sequence[int], check: Check) -> str | None:
    edits = [edit for number in chosen for edit in groups[number]]
    try:
        text = apply(library.text, edits)
    except ValueError:
        return None
    return text if check(library, edits, read(text)) else None


def _halved(
    library: Library, groups: Groups, chosen: list[int], check: Check
) -> tuple[str, list[int]]:
    """Find out by halves which groups do harm, and apply the others."""
    good: list[int] = []
    left = [chosen]
    while left:
        part = left.pop()
        tried = sorted([*good, *part])
        if _applied(library, groups, tried, check) is not None:
            good = tried
        elif len(part) > 1:
            middle = len(part) // 2
            left += [part[middle:], part[:middle]]
    text = _applied(library, groups, good, check) if good else library.text
    return (text, good) if text is not None else (library.text, [])


def harmless(before: Library, edits: Sequence[Edit], after: Library) -> bool:
    """Say whether all that the edits do not touch reads as it did.

    Entries keep number, order, type, key and what BibTeX makes of them; fields beside the edits
    keep name, value and order; all else keeps its text.
    """
    if len(before.entries) != len(after.entries) or others(before) != others(after):
        return False
    ordered = sorted(edits)
    number = 0
    for old, new in zip(before.entries, after.entries, strict=True):
        if (old.type, old.key, old.loss, old.complete) != (
            new.type,
            new.key,
            new.loss,
            new.complete,
        ):
            return False
        while number < len(ordered) and ordered[number].end <= old.start:
            number += 1
        if number == len(ordered) or ordered[number].start >= old.end:
            if old.text != new.text:
                return False
        elif not _kept(old, ordered, number, new):
            return False
    return True


def _kept(old: Entry, edits: Sequence[Edit], number: int, new: Entry) -> bool:
    """Whether the fields of one entry that no edit touches are those of the new one, in order."""
    here = []
    while number < len(edits) and edits[number].start < old.end:
        here.append(edits[number])
        number += 1
    untouched = [
        (field.lower, field.raw)
        for field in old.fields
        if not any(edit.start < field.end and edit.end > field.start for edit in here)
    ]
    found = [(field.lower, field.raw) for field in new.fields]
    if len(found) > len(old.fields):
        return False
    left = iter(found)
    return all(any(one == other for other in left) for one in untouched)


def others(library: Library) -> list[str]:
    """Everything that is no entry: macros, preambles, comments and the lines between."""
    text = library.text
    found = []
    for block in library.blocks:
        if type(block) is Between:
            found += [line.strip() for line in text[block.start : block.end].splitlines()]
        elif type(block) is not Entry:
            found.append(text[block.start : block.end])
    return [said for said in found if said]
