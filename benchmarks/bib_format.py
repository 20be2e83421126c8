"""How often `rvc refs format` agrees with the wishes written down in cases.jsonl, and its speed.

    python benchmarks/bib_format.py ../shared/benchmarks/bib/bibtex_tidy/cases.jsonl [FILE.bib …]

A case names options of another formatter, an input and the output that it expects. Cases whose
options have a counterpart among the rules of rvc are run and compared: the whole text, and the
entries alone (what stands between them is laid out by other habits). For each FILE.bib: seconds of
a run with the usual rules, whether a second run changes anything, and whether a value changed.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from typing import Any

from rvc.adapters.bib_files import read_bib
from rvc.bib.format.rule import Options
from rvc.bib.format.table import format_text
from rvc.bib.reader import read

BASE = [
    "lower-case",
    "lines",
    "indent",
    "align",
    "no-trailing-comma",
    "compact",
    "trim",
    "white-space",
    "dashes",
    "escape",
]
USUAL = ["lower-case", "lines", "indent", "align", "trailing-comma", "blank-lines", "trim"]
IGNORED = {"tidyComments", "encodeUrls", "removeDuplicateFields", "merge", "duplicates", "wrap"}
"""Options that are named to switch something off that rvc never does."""
_FIELDS = """title shorttitle author year month day journal booktitle location on publisher address
    series volume number pages doi isbn issn url urldate copyright category note metadata"""
FIELDS = _FIELDS.split()
"""The order of fields that the other formatter takes when none is named."""


def translated(options: dict[str, Any]) -> tuple[list[str], Options] | None:
    """Return the rules and options that mean the same; None when there are none."""
    rules, indent, align = list(BASE), "  ", 14
    order: tuple[str, ...] = ()
    sort: tuple[str, ...] = ("key",)
    for name, value in options.items():
        if name == "align":
            if value is False:
                rules[rules.index("align")] = "equals"
            else:
                align = int(value)
        elif name == "tab":
            indent = "\t" if value else "  "
        elif name == "space":
            indent = " " * (2 if value is True else int(value))
        elif name in SWITCHED:
            rules = SWITCHED[name](rules) if value else rules
        elif name in ("escape", "lowercase") and value is False:
            rules.remove("escape" if name == "escape" else "lower-case")
        elif name == "sort":
            rules.append("sort")
            sort = tuple(value) if isinstance(value, list) else ("key",)
        elif name == "sortFields":
            rules.append("field-order")
            order = tuple(value) if isinstance(value, list) else tuple(FIELDS)
        elif not (value is False and name in IGNORED) and name != "escape":
            return None
    if "special" in sort:
        return None
    return rules, Options(indent, align, order, sort)


SWITCHED = {
    "months": lambda rules: [*rules, "months"],
    "curly": lambda rules: [*rules, "braces"],
    "numeric": lambda rules: [*rules, "numbers"],
    "removeEmptyFields": lambda rules: [*rules, "empty-fields"],
    "stripEnclosingBraces": lambda rules: [*rules, "outer-braces"],
    "blankLines": lambda rules: ["blank-lines" if r == "compact" else r for r in rules],
    "trailingCommas": lambda rules: [
        "trailing-comma" if r == "no-trailing-comma" else r for r in rules
    ],
}


def entries(text: str) -> list[str]:
    """Return the entries of a text as written."""
    return [entry.text for entry in read(text).entries]


def compare(cases: Path, *, listed: bool) -> tuple[int, int, int, int]:
    """Return cases with an expectation, those that can be run, equal texts, equal entries."""
    wanted = run = whole = inside = 0
    for line in cases.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        if "expected" not in case or not isinstance(case["input"], str):
            continue
        wanted += 1
        how = translated(case["options"])
        if how is None:
            continue
        run += 1
        got = format_text(case["input"], how[0], how[1]).text
        same = got.strip() == case["expected"].strip()
        alike = entries(got) == entries(case["expected"])
        whole += same
        inside += alike
        if listed and not alike:
            print(f"--- {case['id']} {case['options']}\n{got}\n... expected:\n{case['expected']}")
    return wanted, run, whole, inside


def measure(path: Path) -> None:
    """Print time, idempotence and harmlessness of the usual rules on one file."""
    text = read_bib(path).text
    start = time.perf_counter()
    done = format_text(text, USUAL, Options(align=14))
    seconds = time.perf_counter() - start
    again = format_text(done.text, USUAL, Options(align=14)).text
    before = [(entry.key, entry.values()) for entry in read(text).entries]
    after = [(entry.key, entry.values()) for entry in read(done.text).entries]
    fixed = "a second run changes nothing" if again == done.text else "NOT IDEMPOTENT"
    kept = "no value changed" if before == after else "VALUES CHANGED"
    print(f"{path.name}: {len(before)} entries, {seconds:.2f} s, {fixed}, {kept}")


def main() -> int:
    """Run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("cases", type=Path, help="cases.jsonl")
    parser.add_argument("files", type=Path, nargs="*", help=".bib files to measure")
    parser.add_argument("--list", action="store_true", help="print the cases that disagree")
    asked = parser.parse_args()
    for path in asked.files:
        measure(path)
    wanted, run, whole, inside = compare(asked.cases, listed=asked.list)
    print(f"cases with an expected output: {wanted}; with options that rvc has: {run}")
    print(f"RESULT same entries {inside}/{run}, same whole text {whole}/{run}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
