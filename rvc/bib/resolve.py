"""One entry as a reader needs it: everything computed, everything with where it comes from."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from rvc.bib.dates import BibDate, date_of
from rvc.bib.identifier_forms import shown_doi, unwrapped
from rvc.bib.inherit import Held, Style, held_fields
from rvc.bib.latex import decode, decode_verbatim
from rvc.bib.library import Entry, Library
from rvc.bib.names import NAME_FIELDS, Names, parse_names
from rvc.bib.source import Position

VERBATIM_FIELDS = frozenset({"doi", "eprint", "file", "url", "verba", "verbb", "verbc", "pdf"})
"""Fields that LaTeX does not typeset (biblatex manual, data types)."""

_SHOWN: dict[str, Callable[[str], str]] = {
    **dict.fromkeys(VERBATIM_FIELDS, decode_verbatim),
    **dict.fromkeys(("date", "eventdate", "origdate", "urldate"), str),  # `2004~`: no blank of TeX
    "doi": shown_doi,
    "url": unwrapped,
}
"""How a reader sees a field that is no text."""


class ResolvedField(Struct, frozen=True, omit_defaults=True):
    """One field."""

    raw: str
    """As it stands in the file, with its delimiters."""
    value: str
    """As BibTeX holds it: macros replaced, parts joined, LaTeX kept."""
    shown: str
    """As a reader sees it, in Unicode."""
    inherited_from: str = ""
    """Key of the entry that it stands in, when that is another one."""
    undefined: tuple[str, ...] = ()
    """Macros in it that nothing defines."""


class ResolvedEntry(Struct, frozen=True, omit_defaults=True):
    """One entry with all that can be computed of it."""

    type: str
    key: str
    place: Position
    fields: dict[str, ResolvedField]
    """By name in lower case, in the order of the file, inherited ones last."""
    names: dict[str, Names]
    """The lists of people among the fields."""
    date: BibDate | None
    loss: str = ""
    complete: bool = True

    def shown(self, name: str) -> str:
        """The field as a reader sees it, empty when there is none."""
        field = self.fields.get(name)
        return field.shown if field else ""


def resolve(library: Library, entry: Entry, style: Style = "biblatex") -> ResolvedEntry:
    """The entry with macros, inheritance, names, date and LaTeX resolved. Never raises."""
    held = held_fields(library, entry, style)
    fields = {name: _field(name, h, entry) for name, h in held.items()}
    return ResolvedEntry(
        entry.type,
        entry.key,
        entry.position,
        fields,
        {n: parse_names(f.value) for n, f in fields.items() if n in NAME_FIELDS},
        date_of({n: f.value for n, f in fields.items()}),
        entry.loss,
        entry.complete,
    )


def _field(name: str, held: Held, entry: Entry) -> ResolvedField:
    value, undefined, _ = held.owner.resolve(held.field)
    shown = _SHOWN.get(name, decode)(value)
    owner = "" if held.owner is entry else held.owner.key
    return ResolvedField(held.field.raw, value, shown, owner, undefined)
