"""Finding entries that mean one work, and making them one wherever they are cited."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from rvc.adapters.bib_files import BibFile
from rvc.adapters.references_bib import readable, reference
from rvc.analysis.claim import claim_of
from rvc.analysis.duplicates import Group, Kinship, duplicates
from rvc.analysis.merging import Choice, choices, richest
from rvc.bib.library import Entry, Library
from rvc.bib.merge import Merge, merged, written
from rvc.errors import RvcError
from rvc.model.nearest import did_you_mean
from rvc.tasks.rename_key import Change, rewrite

SURE = (Kinship.SAME_IDENTIFIER, Kinship.SAME_WORK)
"""What may be merged without being named."""

TYPE = "@"
"""Stands for the type of an entry among its fields."""


class Found(Struct, frozen=True):
    """The entries of a file that can be compared, and the groups among them."""

    library: Library
    entries: tuple[Entry, ...]
    groups: tuple[Group, ...]


class Plan(Struct, frozen=True):
    """How some entries become one: the kept one, the others, and the merged fields."""

    kept: Entry
    gone: tuple[Entry, ...]
    fields: tuple[Choice, ...]

    @property
    def clear(self) -> bool:
        """Whether nothing that differs would be left behind."""
        return not any(choice.others for choice in self.fields)

    @property
    def members(self) -> tuple[Entry, ...]:
        """All entries, the kept one first."""
        return (self.kept, *self.gone)


def find_duplicates(file: BibFile) -> Found:
    """Return the groups of a .bib file; entries that are broken or swallowed cannot be compared."""
    library = file.library()
    clean = readable(library)
    pairs = [
        (entry, shown)
        for entry, shown in zip(library.entries, clean.entries, strict=True)
        if entry.complete and entry.loss not in ("swallowed", "last-line")
    ]
    claims = [claim_of(reference(clean, shown)) for _, shown in pairs]
    return Found(library, tuple(entry for entry, _ in pairs), duplicates(claims))


def plan(entries: Sequence[Entry], kept: int | None = None) -> Plan:
    """Return how these entries become one; without `kept`, the richest entry stays."""
    values = [entry.values() for entry in entries]
    number = richest(values) if kept is None else kept
    gone = tuple(entry for place, entry in enumerate(entries) if place != number)
    order = [entries[number], *gone]
    types = Choice(
        TYPE,
        order[0].type,
        0,
        tuple((place, e.type) for place, e in enumerate(order) if e.type != order[0].type),
    )
    fields = choices([entry.values() for entry in order], 0)
    return Plan(entries[number], gone, (types, *fields))


def sure_plans(found: Found) -> list[Plan]:
    """Return a plan for every group that certainly is one work."""
    return [
        plan([found.entries[number] for number in group.members])
        for group in found.groups
        if group.kinship in SURE
    ]


def named_plan(library: Library, keys: Sequence[str]) -> Plan:
    """Return the plan for entries that a person says are one work; the first one is kept."""
    if len({key.lower() for key in keys}) < 2:
        raise RvcError("two keys at least make a merge", hint="the first one is kept")
    entries = []
    for key in dict.fromkeys(keys):
        entry = library.get(key)
        if entry is None or entry.key != key:
            known = [one.key for one in library.entries]
            raise RvcError(f"there is no entry '{key}'", hint=did_you_mean(key, known))
        entries.append(entry)
    return plan(entries, 0)


def merge_files(
    references: Path,
    library: Library,
    plans: Sequence[Plan],
    *,
    laws: Path | None = None,
    manuscripts: Sequence[Path] = (),
    dry_run: bool = False,
) -> list[Change]:
    """Make the plans true in the .bib, in laws.yaml and in the manuscripts, all or nothing.

    `library` is what the plans were made of: RvcError when the file says something else by now.
    """
    keys = {
        entry.key: one.kept.key for one in plans for entry in one.gone if entry.key != one.kept.key
    }

    def edit(file: BibFile) -> str:
        if file.text != library.text:
            raise RvcError("this file was changed in the meantime", where=str(references))
        return merged(library, [_merge(one) for one in plans])

    return rewrite(
        references,
        edit,
        keys,
        laws=laws,
        manuscripts=manuscripts,
        once=True,
        dry_run=dry_run,
    )


def _merge(one: Plan) -> Merge:
    """What the kept entry gets: what it lacks, as the giver writes it, and joined lists."""
    fields = {}
    for choice in one.fields:
        if choice.field == TYPE:
            continue
        if choice.source != 0:
            fields[choice.field] = written(one.members[choice.source], choice.field)
        elif choice.value and choice.value != (one.kept.value(choice.field) or ""):
            fields[choice.field] = "{" + choice.value + "}"
    return Merge(one.kept, one.gone, fields)
