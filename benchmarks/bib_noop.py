#!/usr/bin/env python3
"""Does editing a .bib file and taking the edit back leave every byte as it was?

    bib_noop.py PATH ...            PATH: .bib files, or folders searched for *.bib
    bib_noop.py --rewrite FILE      do it with FILE itself, in place (for noop_check.py)

For up to --entries entries of each file (first, last and some between), each time through a file
on the disk: every field set to another value and set back; a field added and removed; an entry
added and removed. A file is `identical` when its bytes are the same at the end; `refused` counts
the files in which an edit was refused, with the reason.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from rvc.adapters.bib_files import read_bib, write_bib
from rvc.bib import patch
from rvc.bib.library import Entry, Library
from rvc.errors import RvcError


def change(path: Path, edit) -> None:
    file = read_bib(path)
    write_bib(file, edit(file.library()))


def set_and_set_back(path: Path, index: int) -> int:
    count = 0
    number = len(read_bib(path).library().entries[index].fields)
    for i in range(number):
        kept = read_bib(path).library().entries[index].fields[i].raw

        def away(library: Library, i: int = i) -> str:
            entry = library.entries[index]
            return patch.set_raw(library, entry, entry.fields[i], "{something {else}}")

        def back(library: Library, i: int = i, kept: str = kept) -> str:
            entry = library.entries[index]
            return patch.set_raw(library, entry, entry.fields[i], kept)

        change(path, away)
        change(path, back)
        count += 2
    return count


def add_and_remove(path: Path, index: int) -> int:
    def add(library: Library) -> str:
        return patch.add_field(library, library.entries[index], "x-added", "a value")

    def remove(library: Library) -> str:
        return patch.remove_field(library, library.entries[index], "x-added")

    change(path, add)
    change(path, remove)
    return 2


def entry_and_back(path: Path) -> int:
    key = "an-added-key:2024"
    change(path, lambda lib: patch.add_entry(lib, "misc", key, {"title": "T", "year": "2024"}))

    def remove(library: Library) -> str:
        entry = library.get(key)
        assert isinstance(entry, Entry)
        return patch.remove_entry(library, entry)

    change(path, remove)
    return 2


def work(path: Path, most: int) -> tuple[int, list[str]]:
    """Edits made, and the reasons of those refused."""
    library = read_bib(path).library()
    sound = [i for i, e in enumerate(library.entries) if e.complete]
    step = max(1, len(sound) // most)
    chosen = sorted({*sound[::step][:most], *sound[-1:]})
    edits, refused = 0, []
    tasks = [lambda: entry_and_back(path)]
    for i in chosen:
        tasks += [lambda i=i: set_and_set_back(path, i), lambda i=i: add_and_remove(path, i)]
    for task in tasks:
        try:
            edits += task()
        except RvcError as error:
            refused.append(str(error))
    return edits, refused


def files_of(paths: list[str]) -> list[Path]:
    found = []
    for path in map(Path, paths):
        found += [path] if path.is_file() else sorted(path.rglob("*.bib"))
    return found


def main() -> None:
    ap = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ap.add_argument("paths", nargs="+", metavar="PATH")
    ap.add_argument("--rewrite", action="store_true")
    ap.add_argument("--entries", type=int, default=5)
    o = ap.parse_args()
    files = files_of(o.paths)
    if not files:
        sys.exit("no .bib file found")
    if o.rewrite:
        for path in files:
            work(path, o.entries)
        return
    same = edits = failed = 0
    for path in files:
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / path.name
            shutil.copyfile(path, copy)
            made, refused = work(copy, o.entries)
            edits += made
            failed += bool(refused)
            same += copy.read_bytes() == path.read_bytes()
            if refused or copy.read_bytes() != path.read_bytes():
                print(f"{path}: identical={copy.read_bytes() == path.read_bytes()} {refused[:2]}")
    print(f"RESULT bib_noop files={len(files)} identical={same} edits={edits} refused={failed}")


if __name__ == "__main__":
    main()
