#!/usr/bin/env python3
"""Time and memory of reading .bib files, as ratios to bibtexparser 2 in the same run.

    bib_parse.py FILE ... [--reps 5]

Every measurement is a fresh process, all readers take turns. `seconds` are those of reading a text
in memory, `MiB` the peak of the whole process with the text.
Readers:
    rvc             read(text): every entry with its place, fields cut out when asked for
    rvc, fields     the same, and the fields of every entry
    rvc, values     the same, and every value with macros and white space resolved
    rvc, all        the same, and all diagnostics
    bibtexparser    parse_string(text), its default
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

READERS = ("rvc", "rvc, fields", "rvc, values", "rvc, all", "bibtexparser")


def reader(name: str):
    """A function from text to a number of entries; its result is kept alive by the caller."""
    if name == "bibtexparser":
        import bibtexparser

        return bibtexparser.parse_string
    from rvc.bib.reader import read

    def run(text: str):
        library = read(text)
        if name in ("rvc, fields", "rvc, all"):
            for entry in library.entries:
                _ = entry.fields
        if name in ("rvc, values", "rvc, all"):
            for entry in library.entries:
                entry.values()
        if name == "rvc, all":
            _ = library.diagnostics
        return library

    return run


def worker(name: str, path: str) -> None:
    import logging
    import resource

    logging.disable(logging.CRITICAL)
    run = reader(name)
    text = Path(path).read_text(encoding="utf-8")
    start = time.perf_counter()
    library = run(text)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps([seconds, peak, len(library.entries)]))


def measure(path: str, reps: int) -> dict[str, tuple[float, float, int]]:
    got: dict[str, list[list[float]]] = {name: [] for name in READERS}
    for _ in range(reps):
        for name in READERS:
            command = [sys.executable, __file__, "--worker", name, path]
            done = subprocess.run(command, capture_output=True, check=True)
            got[name].append(json.loads(done.stdout))
    return {
        name: (
            statistics.median(r[0] for r in rows),
            statistics.median(r[1] for r in rows),
            int(rows[0][2]),
        )
        for name, rows in got.items()
    }


def main() -> None:
    if sys.argv[1:2] == ["--worker"]:
        worker(*sys.argv[2:4])
        return
    ap = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ap.add_argument("files", nargs="+", metavar="FILE")
    ap.add_argument("--reps", type=int, default=5)
    o = ap.parse_args()
    said = []
    for path in o.files:
        found = measure(path, o.reps)
        base = found["bibtexparser"]
        print(f"\n{Path(path).name}, {Path(path).stat().st_size / 1e6:.2f} MB, {o.reps} turns")
        print(f"{'':20}{'seconds':>10}{'ratio':>8}{'MiB':>8}{'ratio':>8}{'entries':>9}")
        for name, (seconds, mib, entries) in found.items():
            ratios = seconds / base[0], mib / base[1]
            print(f"{name:20}{seconds:10.4f}{ratios[0]:8.3f}{mib:8.0f}{ratios[1]:8.2f}{entries:9}")
            label = name.replace(", ", "_")
            said.append(f"{Path(path).name}:{label}={ratios[0]:.3f}t/{ratios[1]:.2f}m")
    print("RESULT bib_parse " + " ".join(said))


if __name__ == "__main__":
    main()
