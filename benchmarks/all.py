"""Run every benchmark whose data and peers are here, and print its RESULT line.

    python benchmarks/all.py [texts|bib|register …] [--data DIR] [--verbose]

DIR holds the benchmark data (`fr_bills`, `parsers`, `bib` and the scorers); by default the folder
`shared/benchmarks` beside the checkout. Single figures: run the script named in front of the line.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
DATA = HERE.parent.parent / "shared" / "benchmarks"
Command = list[str | Path]


def texts(data: Path, scratch: Path) -> Iterator[tuple[str, list[Command]]]:
    """Yield the benchmarks of reading, comparing and searching official texts."""
    bills = data / "fr_bills"
    for name, scorer in (("align", "score_align.py"), ("moves", "score_moves.py")):
        file, out = bills / f"{name}.jsonl.gz", scratch / f"{name}.jsonl"
        yield (
            f"align_quality.py {name}",
            [[HERE / "align_quality.py", file, "-o", out], [data / scorer, "score", file, out]],
        )
    file, out = bills / "align.jsonl.gz", scratch / "words.jsonl"
    yield (
        "worddiff_quality.py",
        [
            [HERE / "worddiff_quality.py", file, "-o", out],
            [data / "bench_worddiff.py", "score", file, out],
        ],
    )
    yield "textdiff_speed.py", [[HERE / "textdiff_speed.py"]]
    yield "align_speed.py", [[HERE / "align_speed.py"]]
    yield "quotes.py", [[HERE / "quotes.py"]]
    yield "reading.py", [[HERE / "reading.py", data / "parsers"]]
    yield "pdf_text.py", [[HERE / "pdf_text.py"]]


def bib(data: Path, scratch: Path) -> Iterator[tuple[str, list[Command]]]:
    """Yield the benchmarks of the bibliography."""
    files = data / "bib"
    large = scratch / "large.bib"
    generate: Command = [files / "gen_bib.py", "10000", "-o", large]
    folders = [files / name for name in ("bibtex_tidy", "typst", "retorquere_dev", "edge")]
    yield "bib_noop.py", [[HERE / "bib_noop.py", *folders]]
    for name in ("retorquere_dev", "edge"):
        truth: list[str | Path] = [files / name / "expected.json", files / name]
        yield f"bib_recall.py {name}", [[HERE / "bib_recall.py", "--score", *truth]]
    yield "bib_parse.py", [generate, [HERE / "bib_parse.py", large]]
    yield "bib_list.py", [generate, [HERE / "bib_list.py", large]]
    yield "bib_lint.py", [generate, [HERE / "bib_lint.py", large]]
    cases = files / "bibtex_tidy" / "cases.jsonl"
    yield "bib_format.py", [[HERE / "bib_format.py", cases]]
    yield "bib_matching.py", [[HERE / "bib_matching.py", files / "api"]]


def register(data: Path, scratch: Path) -> Iterator[tuple[str, list[Command]]]:
    """Yield the benchmarks of the register and of starting up; they make their own data."""
    _ = data, scratch
    yield "start_up.py", [[HERE / "start_up.py"]]
    yield "register.py", [[HERE / "register.py"]]


AREAS = {"texts": texts, "bib": bib, "register": register}


def run(commands: list[Command], *, verbose: bool) -> str:
    """Run the commands in turn and return the last RESULT line, or why there is none."""
    said = ""
    for command in commands:
        if not Path(command[0]).exists():
            return f"left out: {Path(command[0]).name} is not here"
        done = subprocess.run(
            [sys.executable, *map(str, command)], capture_output=True, encoding="utf-8", check=False
        )
        if verbose:
            print(done.stdout)
        if done.returncode and "RESULT" not in done.stdout:
            lines = (done.stderr or done.stdout).strip().splitlines()
            return f"failed: {lines[-1] if lines else done.returncode}"
        said = done.stdout
    results = [line for line in said.splitlines() if line.startswith("RESULT")]
    return "\n    ".join(results) or said.strip().splitlines()[-1]


def main() -> None:
    """Run the areas that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("areas", nargs="*", choices=[[], *AREAS], default=[])
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--verbose", action="store_true", help="print all that the scripts print")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        for area in options.areas or AREAS:
            for name, commands in AREAS[area](options.data, Path(scratch)):
                print(f"{name}\n    {run(commands, verbose=options.verbose)}", flush=True)


if __name__ == "__main__":
    main()
