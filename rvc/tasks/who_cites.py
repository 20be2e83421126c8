"""Who cites the entries of a bibliography: the register of laws, and manuscripts."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from rvc.adapters.bib_files import read_bib
from rvc.adapters.data_folder import DataFolder
from rvc.adapters.laws_yaml import decode
from rvc.adapters.manuscript_files import read_manuscript
from rvc.adapters.opened import read_bytes
from rvc.adapters.references_bib import works_of
from rvc.adapters.register_folder import load_register, shown
from rvc.adapters.yaml_text import locate
from rvc.analysis.citations import citings
from rvc.analysis.cited import Cited
from rvc.analysis.cited_markdown import own_works
from rvc.analysis.cited_report import places_of, with_works_found
from rvc.analysis.cited_word import keyless_in_word
from rvc.analysis.included import included_in
from rvc.analysis.manuscripts import ManuscriptFormat, cited_keys, cites_all, format_of
from rvc.errors import RvcError
from rvc.lint.bib_rule import Citations
from rvc.model.finding import Place
from rvc.model.output_refs import CitedAt
from rvc.model.reference import Reference


def citations_of(
    bibliography: Path, manuscripts: Sequence[Path], folder: DataFolder | None
) -> Citations:
    """Return which keys the manuscripts and, with a folder, its register cite, and where.

    What nothing cites is of interest only where manuscripts are given: a register does not claim
    to use the whole bibliography.
    """
    places: dict[str, Place] = {}
    every = False
    if folder is not None and folder.has_laws:
        places |= _of_register(bibliography, folder)
    for manuscript in manuscripts:
        every = _of_manuscript(bibliography, manuscript, places) or every
    return Citations(places, unused=bool(manuscripts), all=every)


def _of_register(bibliography: Path, folder: DataFolder) -> dict[str, Place]:
    """Places are looked up only for keys that the bibliography does not name."""
    register = load_register(folder).register
    if register is None:
        return {}
    text = read_bytes(bibliography)
    name = shown(folder.laws)
    found = {}
    missing = {}
    for citing in citings(register):
        key = citing.cite.key
        if key not in found:
            found[key] = Place(name)
            if key.encode() not in text:
                missing[key] = citing.path
    if missing:
        source, _ = decode(read_bytes(folder.laws), name)
        located = locate(source, set(missing.values()), name)
        found |= {key: located[path] for key, path in missing.items()}
    return found


def _of_manuscript(bibliography: Path, path: Path, places: dict[str, Place]) -> bool:
    """Add what a manuscript cites to `places`; say whether it cites everything."""
    found = cited_in(path, shown(path))
    works = works_of(read_bib(bibliography).library()) if found.keyless else ()
    for one in (*found.places, *with_works_found(found.keyless, works)[0]):
        if one.key not in found.own:
            places.setdefault(one.key, Place(one.file, one.line, one.column))
    return found.every


class CitedIn(Struct):
    """What a manuscript cites, with the files that it includes."""

    places: list[CitedAt] = []
    every: bool = False
    """Whether it cites all works besides."""
    own: set[str] = set()
    """Keys of works that it brings along."""
    keyless: list[tuple[CitedAt, Reference]] = []
    """Citations that name no key, and the works as they tell them."""
    missing: list[CitedAt] = []
    """Files that it includes and that are not there."""


def cited_in(path: Path, name: str, seen: set[Path] | None = None) -> CitedIn:
    """Return what a manuscript and the files that it includes cite.

    `name` is what places call the file. `seen` are the files that were read already: they are not
    read again, and those read now are added.
    """
    read = set() if seen is None else seen
    found = CitedIn()
    waiting = [(path, name, format_of(str(path)))]
    for file, called, form in waiting:  # grows while it is walked
        if file.resolve() in read:
            continue
        read.add(file.resolve())
        text = read_manuscript(file).text
        try:
            _add(found, text, called, form)
        except RvcError as error:
            raise RvcError(error.problem, where=called, hint=error.hint) from error
        for at in places_of(included_in(text, form), text, called):
            part = _included(at.key, form, path.parent, file.parent)
            if part is None:
                found.missing.append(at)
            else:
                waiting.append(
                    (part, str(Path(name).parent / os.path.relpath(part, path.parent)), form)
                )
    return found


def _add(found: CitedIn, text: str, name: str, form: ManuscriptFormat) -> None:
    found.places += places_of(cited_keys(text, form), text, name)
    found.every = cites_all(text, form) or found.every
    if form in (ManuscriptFormat.MARKDOWN, ManuscriptFormat.QUARTO):
        found.own |= own_works(text)
    if form is ManuscriptFormat.DOCX:
        keyless = keyless_in_word(text)
        said = [Cited(one.said, one.start, one.end) for one in keyless]
        places = places_of(said, text, name)
        found.keyless += zip(places, (one.work for one in keyless), strict=True)


def _included(name: str, form: ManuscriptFormat, *folders: Path) -> Path | None:
    """Return the file that a source means by a name: beside the main file, or beside itself."""
    endings = ("", ".aux") if form is ManuscriptFormat.AUX else (".tex", "")
    for folder in folders:
        for ending in endings:
            path = folder / f"{name}{ending}"
            if path.is_file():
                return path
    return None
