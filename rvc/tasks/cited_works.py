"""What manuscripts cite of a bibliography, with the files that they include."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from rvc.adapters.manuscript_files import read_manuscript
from rvc.adapters.references_bib import works_of
from rvc.analysis.cited import Cited
from rvc.analysis.cited_markdown import own_works
from rvc.analysis.cited_report import further_keys, places_of, report, with_works_found
from rvc.analysis.cited_word import keyless_in_word
from rvc.analysis.included import included_in
from rvc.analysis.manuscripts import ManuscriptFormat, cited_keys, cites_all, format_of
from rvc.errors import RvcError
from rvc.model.output_refs import CitedAt, RefsCitedOutput
from rvc.model.reference import Reference
from rvc.tasks.works import Picked


def cited_works(picked: Picked, manuscripts: Iterable[Path]) -> RefsCitedOutput:
    """Return which of the picked works the manuscripts cite, and which citations lead nowhere."""
    read = cited_in((path, str(path)) for path in manuscripts)
    works = works_of(picked.library) if read.keyless else ()
    by_work, keyless = with_works_found(read.keyless, works)
    return report(
        read.places + by_work,
        [entry.key for entry in picked.entries],
        picked.unresolved,
        aliases=further_keys((entry.key, entry.value("ids") or "") for entry in picked.entries),
        every=read.every,
        own=read.own,
        keyless=keyless,
        missing=read.missing,
    )


class CitedIn(Struct):
    """What manuscripts cite, with the files that they include."""

    places: list[CitedAt] = []
    every: bool = False
    """Whether one cites all works besides."""
    own: set[str] = set()
    """Keys of works that they bring along."""
    keyless: list[tuple[CitedAt, Reference]] = []
    """Citations that name no key, and the works as they tell them."""
    missing: list[CitedAt] = []
    """Files that they include and that are not there."""


def cited_in(manuscripts: Iterable[tuple[Path, str]]) -> CitedIn:
    """Return what manuscripts and the files that they include cite; each file is read once.

    With each manuscript goes the name by which places call it. RvcError for one that cannot be
    read.
    """
    found = CitedIn()
    seen: set[Path] = set()
    for main, name in manuscripts:
        waiting = [(main, name, format_of(str(main)))]
        for file, called, form in waiting:  # grows while it is walked
            if file.resolve() in seen:
                continue
            seen.add(file.resolve())
            text = read_manuscript(file).text
            try:
                _add(found, text, called, form)
            except RvcError as error:
                raise RvcError(error.problem, where=called, hint=error.hint) from error
            for at in places_of(included_in(text, form), text, called):
                part = _included(at.key, form, main.parent, file.parent)
                if part is None:
                    found.missing.append(at)
                else:
                    beside = os.path.relpath(part, main.parent)
                    waiting.append((part, str(Path(name).parent / beside), form))
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
