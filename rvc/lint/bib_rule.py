"""What a rule of the bibliography is, and what it judges and yields."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

from rvc.bib.library import Entry, Field, Library
from rvc.bib.macros import parts
from rvc.bib.patch import Edit
from rvc.model.finding import Place, Severity


class Dialect(StrEnum):
    """For which program a file is written."""

    AUTO = "auto"
    """Types that BibTeX knows as BibTeX judges them, the others as biblatex does."""
    BIBTEX = "bibtex"
    BIBLATEX = "biblatex"


class Work(NamedTuple):
    """An entry with its values as BibTeX holds them (name in lower case → value)."""

    entry: Entry
    values: Mapping[str, str]

    def start(self, name: str) -> int:
        """Where the field stands in the file; where the entry does when it has no such field."""
        field = self.entry.field(name)
        return field.start if field else self.entry.start


class Citations(Struct, frozen=True):
    """Who cites which keys: key → the first place and how it is called.

    `unused` says whether what is cited nowhere shall be told, `all` whether everything is cited
    (`\\nocite{*}`).
    """

    places: Mapping[str, Place] = {}
    unused: bool = False
    all: bool = False


class BibData:
    """What rules of the bibliography judge. Works are cut out of the file once, for all rules."""

    def __init__(
        self,
        library: Library,
        dialect: Dialect = Dialect.AUTO,
        citations: Citations | None = None,
        doubts: Mapping[str, str] | None = None,
    ) -> None:
        self.library = library
        self.dialect = dialect
        self.citations = citations
        """None when nobody said who cites this bibliography."""
        self.doubts = DOUBTS if doubts is None else doubts
        """Keywords that state a doubt, and what each of them says."""

    @cached_property
    def works(self) -> list[Work]:
        """Every entry that BibTeX keeps and whose syntax is whole, in the order of the file."""
        return [Work(e, e.values()) for e in self.library.entries if not e.loss and e.complete]


DOUBTS = {
    "unresolved": "holds the place of a citation that nobody could resolve; not a work",
    "status-memory": "every field is recalled, none confirmed",
    "status-mixed": "some fields are inferred or recalled, not stated by a source",
    "doi-unconfirmed": "no source for a DOI was found",
    "pages-memory": "the pages are recalled, not confirmed",
}
"""Keywords that state a doubt unless the settings name others, and what each says."""


class Fix(NamedTuple):
    """A change of spans of the file that answers a remark.

    `safe`: nobody could want the file as it is. Others need a look at the work.
    """

    edits: tuple[Edit, ...]
    safe: bool


class BibRemark(NamedTuple):
    """What a check yields: what is wrong, at which offset, about which entry (its key).

    `place` stands for an offset when the remark is about another file; `severity` overrides the
    rule's own.
    """

    start: int
    key: str
    message: str
    hint: str = ""
    fix: Fix | None = None
    severity: Severity | None = None
    place: Place | None = None


class BibRule(Struct, frozen=True):
    """One rule. `bad` and `good` are .bib texts; documentation shows them, tests check them."""

    name: str
    severity: Severity
    summary: str
    """What it forbids, in one line."""
    why: str
    bad: str
    good: str
    check: Callable[[BibData], Iterable[BibRemark]]
    fixes: str = ""
    """What --fix changes: `safe`, `unsafe`, both, or nothing."""


def value_fix(field: Field, old: str, new: str, *, safe: bool) -> Fix | None:
    """The fix that puts `new` for `old` inside the value of a field.

    None when the value is joined of several parts or written otherwise than BibTeX holds it.
    """
    if (
        not old
        or field.raw.count(old) != 1
        or len(parts(field.raw)) != 1
        or field.raw[0] not in '{"'
    ):
        return None
    at = field.value_start + field.raw.index(old)
    return Fix((Edit(at, at + len(old), new),), safe)


def raw_fix(field: Field, raw: str, *, safe: bool) -> Fix:
    """The fix that writes the whole value of a field anew, delimiters included."""
    return Fix((Edit(field.value_start, field.end, raw),), safe)
