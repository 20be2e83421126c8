"""Who cites the entries of a bibliography: the register of laws, and manuscripts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rvc.adapters.bib_files import read_bib
from rvc.adapters.data_folder import DataFolder
from rvc.adapters.laws_yaml import decode
from rvc.adapters.opened import read_bytes
from rvc.adapters.references_bib import works_of
from rvc.adapters.register_folder import load_register, shown
from rvc.adapters.yaml_text import locate
from rvc.analysis.citations import citings
from rvc.analysis.cited_report import with_works_found
from rvc.lint.bib_rule import Citations
from rvc.model.finding import Place
from rvc.tasks.cited_works import cited_in


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
    found = cited_in([(path, shown(path))])
    works = works_of(read_bib(bibliography).library()) if found.keyless else ()
    for one in (*found.places, *with_works_found(found.keyless, works)[0]):
        if one.key not in found.own:
            places.setdefault(one.key, Place(one.file, one.line, one.column))
    return found.every
