#!/usr/bin/env python3
"""What is read from .bib files, as JSON, and how much of a folder of files is found.

    bib_recall.py FILE                       {"entries": [{type, key, fields}], "errors": [...]}
    bib_recall.py --stdin                    file names on stdin, one line of JSON each on stdout
    bib_recall.py --score EXPECTED.json DIR  files with exactly the expected keys, beside peers

`--bibtex`: as real BibTeX sees it (no entry that it loses, crossref fields inherited); otherwise
every entry that stands in the file. EXPECTED.json: {FILE: {"entries": [[type, key, [names]], ...],
"errors": N}}. Peers are measured when they are installed: bibtexparser 2 and pybtex.
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from rvc.adapters.bib_files import read_bib
from rvc.bib.inherit import held_fields
from rvc.bib.library import Entry, Library


def fields_of(library: Library, entry: Entry, bibtex: bool) -> dict[str, str]:
    if not bibtex:
        return entry.values()
    held = held_fields(library, entry, "bibtex")
    held.pop("crossref", None)
    return {n: h.owner.resolve(h.field).text for n, h in held.items()}


def answer(path: str, bibtex: bool) -> dict:
    library = read_bib(path).library()
    entries = library.kept if bibtex else library.entries
    return {
        "entries": [
            {"type": e.type, "key": e.key, "fields": fields_of(library, e, bibtex)} for e in entries
        ],
        "errors": [
            f"{library.position(d.start).line}:{library.position(d.start).column} {d.message}"
            for d in library.diagnostics
        ],
    }


def keys_bibtexparser(path: str) -> list[str]:
    import bibtexparser

    text = Path(path).read_text(encoding="utf-8")
    return [e.key for e in bibtexparser.parse_string(text).entries]


def keys_pybtex(path: str) -> list[str]:
    from pybtex import errors
    from pybtex.database import parse_file

    errors.set_strict_mode(False)
    return list(parse_file(path, "bibtex", encoding="utf-8").entries)


def score(expected: dict, folder: Path) -> list[str]:
    readers: dict[str, Callable[[str], list[str]]] = {
        "rvc": lambda p: [e["key"] for e in answer(p, False)["entries"]],
        "bibtexparser": keys_bibtexparser,
        "pybtex": keys_pybtex,
    }
    said = []
    for name, keys in readers.items():
        exact = missing = extra = 0
        try:
            for file, want in expected.items():
                wanted = Counter(e[1] for e in want["entries"])
                got = Counter(keys(str(folder / file)))
                exact += wanted == got
                missing += sum((wanted - got).values())
                extra += sum((got - wanted).values())
        except ModuleNotFoundError:
            print(f"{name}: not installed")
            continue
        print(f"{name:14} exact {exact} of {len(expected)}  missing {missing}  extra {extra}")
        said.append(f"{name}={exact}/{len(expected)}")
    return said


def main() -> None:
    ap = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ap.add_argument("file", nargs="?")
    ap.add_argument("--stdin", action="store_true")
    ap.add_argument("--bibtex", action="store_true")
    ap.add_argument("--score", nargs=2, metavar=("EXPECTED", "DIR"))
    o = ap.parse_args()
    logging.disable(logging.CRITICAL)
    if o.score:
        expected = json.loads(Path(o.score[0]).read_text(encoding="utf-8"))
        print("RESULT bib_recall " + " ".join(score(expected, Path(o.score[1]))))
    elif o.stdin:
        for line in sys.stdin:
            print(json.dumps(answer(line.rstrip("\n"), o.bibtex)))
    elif o.file:
        print(json.dumps(answer(o.file, o.bibtex)))
    else:
        ap.error("name a file, or give --stdin or --score")


if __name__ == "__main__":
    main()
