"""Which of the records that a search gave does the matcher accept, and is it the right one?

    python benchmarks/bib_matching.py PATH

PATH is a folder with `index.json`: a list of objects with `file` (a search answer, `{"answer":
[records]}`), `service` (crossref, openalex or dblp), `reference` (title, authors, year, venue) and
the positions `same` and `other_version` judged by hand. A right answer is one from `same`; a wrong
one is any answer where `same` is empty, or an answer outside of `same`.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import Any

from rvc.adapters.services import crossref, dblp, openalex
from rvc.analysis.matching import Description, Verdict, best_match
from rvc.model.record import Person

READERS = {"crossref": crossref.read, "openalex": openalex.read, "dblp": dblp.read}


def describe(reference: dict[str, Any]) -> Description:
    """Return the reference as the matcher wants it."""
    return Description(
        title=reference["title"],
        people=tuple(Person(name=name) for name in reference["authors"] or []),
        year=reference["year"] or 0,
        container=reference["venue"] or "",
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("path", type=Path, metavar="PATH")
    parser.add_argument("--list", action="store_true", help="show every search that is not right")
    arguments = parser.parse_args()
    index = json.loads((arguments.path / "index.json").read_text("utf-8"))
    searches = [item for item in index if "reference" in item]
    right = wrong = versions = versions_right = 0
    holding = sum(bool(item["same"]) for item in searches)
    seconds = 0.0
    for item in searches:
        answer = json.loads((arguments.path / item["file"]).read_text("utf-8"))["answer"]
        began = time.perf_counter()
        records = [READERS[item["service"]](work) for work in answer]
        best = best_match(describe(item["reference"]), records)
        seconds += time.perf_counter() - began
        place = records.index(best.record) if best else None
        verdict = best.verdict if best else None
        accepted = place if verdict is Verdict.SAME else None
        good = accepted in item["same"] if item["same"] else accepted is None
        right += bool(item["same"]) and good
        wrong += accepted is not None and accepted not in item["same"]
        if verdict is Verdict.OTHER_VERSION:
            versions += 1
            versions_right += place in item["other_version"] + item["same"]
        if arguments.list and not good:
            reason = best.reason if best else "nothing like it"
            print(f"{item['file']}: chose {place} ({verdict}: {reason}), same is {item['same']}")
    print(f"searches that hold the work: {holding}; answered right: {right}")
    print(
        f"searches that do not hold it: {len(searches) - holding}; wrong answers anywhere: {wrong}"
    )
    print(f"offered as another version: {versions}, of which rightly {versions_right}")
    print(f"seconds for {len(searches)} searches: {seconds:.3f}")
    print(f"RESULT right {right}/{holding} wrong {wrong}/{len(searches)}")


if __name__ == "__main__":
    main()
