"""Run every benchmark whose data and peers are here, and print its RESULT lines.

    python benchmarks/all.py [texts|bib|register …] [--data DIR] [--verbose]

DIR holds the benchmark data (`fr_bills`, `parsers`, `bib` and the scorers); by default the folder
`shared/benchmarks` beside the checkout. Single figures: run the script named in front of the line.
Exit code 1 when a script failed; a bar that was missed is no failure, it is named at the end.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
DATA = HERE.parent.parent / "shared" / "benchmarks"
Command = list[str | Path]
_MISSED = re.compile(r"\bmissed\b", re.IGNORECASE)
_NO_MODULE = re.compile(r"No module named '([\w.]+)'")


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
    beside = ["--peer"] if find_spec("patiencediff") else []
    yield (
        "worddiff_quality.py",
        [
            [HERE / "worddiff_quality.py", file, "-o", out, *beside],
            [data / "bench_worddiff.py", "score", file, out],
        ],
    )
    real: Command = ["--bills", file] if file.exists() else []
    yield "textdiff_speed.py", [[HERE / "textdiff_speed.py", *real]]
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


class Outcome(NamedTuple):
    """What one benchmark said, whether a script of it failed, and whether it missed a bar."""

    said: str
    failed: bool = False
    missed: bool = False


def run(commands: list[Command], scratch: Path, *, verbose: bool) -> Outcome:
    """Run the commands in turn and return their RESULT lines, or why there are none.

    What they write lies in `scratch`; all other files must be there before.

    A script that prints its RESULT and exits with another code than 0 did not fail: it missed a
    bar, as one does that says so. One whose data or peer is not here is left out.
    """
    results: list[str] = []
    missed = False
    for command in commands:
        given = [path for path in command if isinstance(path, Path)]
        needed = [path for path in given if scratch not in path.parents]
        absent = next((path for path in needed if not path.exists()), None)
        if absent is not None:
            return Outcome(f"left out: {absent} is not here")
        done = subprocess.run(
            [sys.executable, *map(str, command)], capture_output=True, encoding="utf-8", check=False
        )
        if verbose:
            print(done.stdout)
        crashed = "RESULT" not in done.stdout or "Traceback" in done.stderr
        if done.returncode and crashed:
            return _why_not(done.stderr or done.stdout or str(done.returncode))
        missed |= bool(done.returncode) or _MISSED.search(done.stdout) is not None
        results += [line for line in done.stdout.splitlines() if line.startswith("RESULT")]
    if not results:
        return Outcome("failed: it printed no RESULT", failed=True)
    return Outcome("\n    ".join(results), missed=missed)


def _why_not(said: str) -> Outcome:
    """Tell a peer that is not installed, which is no failure, from a script that broke."""
    module = _NO_MODULE.search(said)
    if module and module[1] != "rvc":
        return Outcome(f"left out: {module[1]} is not installed")
    return Outcome(f"failed: {said.strip().splitlines()[-1]}", failed=True)


def main() -> int:
    """Run the areas that were asked for; 1 when a script failed, 0 also where a bar was missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("areas", nargs="*", choices=[[], *AREAS], default=[])
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--verbose", action="store_true", help="print all that the scripts print")
    options = parser.parse_args()
    if find_spec("rvc") is None:
        parser.error("rvc is not installed in this environment: pip install --editable '.[texts]'")
    outcomes: dict[str, Outcome] = {}
    with tempfile.TemporaryDirectory() as scratch:
        for area in options.areas or AREAS:
            for name, commands in AREAS[area](options.data, Path(scratch)):
                outcomes[name] = run(commands, Path(scratch), verbose=options.verbose)
                print(f"{name}\n    {outcomes[name].said}", flush=True)
    missed = [name for name, one in outcomes.items() if one.missed]
    failed = [name for name, one in outcomes.items() if one.failed]
    if missed:
        print(f"missed: {', '.join(missed)}")
    if failed:
        print(f"failed: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
