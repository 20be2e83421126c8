"""What `refs add` is given → works to add: identifiers are looked up, files are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct

from rvc.adapters import csl_json, ris
from rvc.adapters.bib_files import decode_bib
from rvc.adapters.opened import read_bytes
from rvc.adapters.services.lookup import Services
from rvc.analysis.draft_text import Written
from rvc.bib.borrowed import macros_in
from rvc.bib.library import Entry, Field, Library
from rvc.errors import RvcError
from rvc.model.identifiers import Identifier, IdentifierKind, read_identifier
from rvc.model.imported import Described, Imported

_FORMS = {".bib": "bib", ".bibtex": "bib", ".ris": "ris", ".json": "json", ".csljson": "json"}


class Copied(Struct, frozen=True):
    """An entry of another .bib file, its values as written there."""

    type: str
    key: str
    fields: Written
    macros: dict[str, str] = {}
    """What macros in its values stand for, in lower case: those of its file, and months."""


class Incoming(Struct, frozen=True):
    """One work to add, and where it comes from (`doi 10.5555/x`, `export.ris`)."""

    source: str
    work: Imported | Described | Copied
    line: int = 0
    """Where its entry begins in that file; 0 when nobody counted."""
    asked: str = ""
    """The DOI that it was asked for by, if any."""


def incoming(
    given: str, services: Callable[[], Services], standard_input: Callable[[], bytes]
) -> tuple[Incoming, ...]:
    """Return the works that an argument stands for: `-`, a file, or an identifier.

    Services are only made when one has to be asked. RvcError when there is nothing of that kind,
    HttpError when nobody could be asked.
    """
    if given == "-":
        return tuple(from_text(standard_input(), "standard input"))
    path = Path(given)
    if is_file(given):
        return tuple(from_text(read_bytes(path), given, _FORMS.get(path.suffix.lower(), "")))
    identifier = read_identifier(given)
    if identifier is None:
        raise RvcError(f"'{given}' is neither an identifier nor a file", hint=_hint(given))
    return (looked_up(identifier, services()),)


def is_file(given: str) -> bool:
    """Say whether an argument is the path of a file, which goes before all else it could be."""
    try:
        return Path(given).is_file()
    except (OSError, ValueError):
        return False


def _hint(given: str) -> str:
    if given.isdecimal() and len(given) <= 8:
        return f"for PubMed write pmid:{given}"
    if given.replace("-", "").isdecimal() and len(given.replace("-", "")) in {10, 13}:
        return "if it is an ISBN, its check digit is wrong"
    if Path(given).suffix.lower() in _FORMS:
        return "there is no such file"
    return "a DOI, arXiv number, ISBN, pmid:NUMBER, web address, or a .bib, .ris, .json file"


def looked_up(identifier: Identifier, services: Services) -> Incoming:
    """Return the work that the services have under an identifier; RvcError when they have none."""
    record = services.look_up(identifier)
    source = f"{identifier.kind.value} {identifier.value}"
    if record is None or not record.title:
        said = f"nobody knows {_NAMES[identifier.kind]} {identifier.value}"
        if record is not None:
            said = f"what {record.service} has under {source} has no title"
        raise RvcError(said, hint="check it for a slip, or add the work from a file")
    doi = identifier.value if identifier.kind is IdentifierKind.DOI else ""
    return Incoming(source, Imported(record), asked=doi)


_NAMES = {
    IdentifierKind.DOI: "the DOI",
    IdentifierKind.ARXIV: "the arXiv number",
    IdentifierKind.ISBN: "the ISBN",
    IdentifierKind.PMID: "the PubMed number",
    IdentifierKind.URL: "the address",
}


def from_text(data: bytes, where: str, form: str = "") -> Iterator[Incoming]:
    """Yield the works in a .bib, RIS or CSL-JSON text; without `form` it is found out.

    RvcError when it is none of these, or holds no work.
    """
    file = decode_bib(data, Path(where))
    text = file.text
    form = form or _form(text)
    if form == "ris":
        works = (Incoming(where, work) for work in ris.read(text, where))
    elif form == "json":
        works = (Incoming(where, work) for work in csl_json.read(text, where))
    else:
        works = (entry for entry in _entries(file.library(), where))
    found = False
    for work in works:
        found = True
        yield work
    if not found:
        raise RvcError("there is no work in it", where=where)


def _form(text: str) -> str:
    if ris.looks_like(text):
        return "ris"
    return "json" if text.lstrip("\ufeff \t\r\n")[:1] in ("[", "{") else "bib"


def _entries(library: Library, where: str) -> Iterator[Incoming]:
    for entry in library.entries:
        line = library.position(entry.start).line
        if not entry.complete or entry.loss:
            why = next((d.message for d in library.diagnostics if d.key == entry.key), "broken")
            said = f"the entry '{_short(entry.key)}' is not whole: {_short(why)}"
            raise RvcError(said, where=f"{where}:{line}")
        copied = _copied(entry)
        for name in copied.macros.keys() & library.source.macros.lacking.keys():
            lacks = library.source.macros.lacking[name]
            said = f"{_short(entry.key)}: the macro '{_short(name)}' is made of '{_short(lacks)}'"
            hint = "define it in that file, or write the value out"
            raise RvcError(f"{said}, which is not defined", where=f"{where}:{line}", hint=hint)
        yield Incoming(where, copied, line)


_LONGEST = 60


def _short(text: str) -> str:
    """What a message quotes of a file that may be no bibliography at all."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _copied(entry: Entry) -> Copied:
    """Return the entry with its values as written; of a field that stands twice, the first."""
    fields: dict[str, Field] = {}
    macros: dict[str, str] = {}
    for field in entry.fields:
        if fields.setdefault(field.lower, field) is not field:
            continue
        for name in macros_in(field.raw):
            value = entry.source.macros.get(name, field.value_start)
            if value is not None:
                macros[name] = value
    return Copied(entry.type, entry.key, [(f.name, f.raw) for f in fields.values()], macros)
