"""A work of the bibliography, as much of it as is shown, searched and cited."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

UNRESOLVED = "unresolved"
"""Keyword of a placeholder for a citation that nobody could resolve: never printed as a work."""

SIGNERS = ("organization", "institution", "publisher")
"""Fields that name who stands behind a work that nobody signed."""


class Reference(Struct, frozen=True):
    """One entry of references.bib, its fields as readable Unicode.

    `people` are the authors or, where there are none, the editors, as (family, given) with the
    given name empty for organisations; `others` when the list ends with "and others". `line` is
    where the entry starts in its file.
    """

    key: str
    type: str
    title: str
    year: str = ""
    people: tuple[tuple[str, str], ...] = ()
    edited: bool = False
    fields: dict[str, str] = {}
    keywords: tuple[str, ...] = ()
    line: int = 0
    others: bool = False

    @property
    def resolved(self) -> bool:
        """Whether this is a work at all, and not a placeholder for an unresolved citation."""
        return UNRESOLVED not in self.keywords

    @property
    def names(self) -> str:
        """The family names as a citation prints them: `Bair and Werner`, `Auroi et al.`."""
        return names_in_text([name for name, _ in self.people], others=self.others)

    @property
    def label(self) -> str:
        """How a line of text cites it: names and year, or a short title where nobody signed."""
        signed = (self.fields.get(name, "") for name in SIGNERS)
        return label_of(self.names, signed, self.title, self.key, self.year)


def names_in_text(family: Sequence[str], *, others: bool = False) -> str:
    """Return family names as a citation in a text prints them; '' when there are none."""
    if not family:
        return ""
    if others or len(family) > 2:
        return f"{family[0]} et al."
    return " and ".join(family)


def label_of(names: str, signed: Iterable[str], title: str, key: str, year: str) -> str:
    """Return how a line of text cites a work: names (or who signed, or the title) and year."""
    who = names or next(filter(None, signed), "") or title or key
    return who if year and year in who else f"{who} {year or 'n.d.'}"


class Bibliography(Struct, frozen=True):
    """All works by cite key, in the order of the file."""

    works: dict[str, Reference] = {}

    def label(self, key: str) -> str:
        """How to cite `key` in a line of text; the key itself when the work is not there."""
        work = self.works.get(key)
        return work.label if work else key
