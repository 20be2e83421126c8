"""Which identifiers name works that the bibliography has already: found before anybody is asked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rvc.adapters.bib_files import read_bib
from rvc.adapters.references_bib import readable, reference
from rvc.adapters.register_folder import shown
from rvc.analysis.twins import Twins
from rvc.model.identifiers import IdentifierKind, read_identifier
from rvc.model.imported import LeftOut
from rvc.model.reference import Reference
from rvc.tasks.add_works import How, refusal, said_of
from rvc.tasks.incoming import is_file

_FIELDS = {
    IdentifierKind.DOI: "doi",
    IdentifierKind.ARXIV: "eprint",
    IdentifierKind.ISBN: "isbn",
}


def there_already(
    path: Path, given: Sequence[str], how: How
) -> tuple[tuple[str, ...], tuple[LeftOut, ...]]:
    """Return which of the arguments to look up, and those whose numbers are in the file already.

    So nobody is asked about what is there. RvcError names their keys, unless `how` leaves them out.
    """
    found = {} if how.force else _with_their_numbers(path, given)
    if found and not how.only_new:
        said = [said_of(one) for one in found.values()]
        raise refusal(said, shown(path), others=len(given) > len(found))
    return tuple(one for one in given if one not in found), tuple(found.values())


def _with_their_numbers(path: Path, given: Sequence[str]) -> dict[str, LeftOut]:
    numbers = {one: number for one in given if (number := _numbered(one))}
    if not numbers or not path.exists():
        return {}
    clean = readable(read_bib(path).library())
    known = Twins(reference(clean, entry) for entry in clean.kept)
    found = {}
    for one, work in numbers.items():
        twin = known.twin_of(work)
        if twin:
            found[one] = LeftOut(one, twin.key, twin.reason)
    return found


def _numbered(given: str) -> Reference | None:
    """A work of which only a number is known; None for what has no number that entries hold."""
    identifier = None if is_file(given) else read_identifier(given)
    if identifier is None or identifier.kind not in _FIELDS:
        return None
    fields = {_FIELDS[identifier.kind]: identifier.value, "eprinttype": "arxiv"}
    return Reference("", "book", "", fields=fields)
