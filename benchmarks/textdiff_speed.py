#!/usr/bin/env python3
"""Speed of comparing two long files word by word, against GNU wdiff and git.

Whole processes in one run (`rvc laws redline --left A --right B --format plain`), peers in turn
with ours, medians of CPU time (user and system, children included: other work on the computer
disturbs it least). Needs `wdiff` and `git`; a peer that is not installed is left out and its bar is
not judged. Pairs are generated (the same at every run), and with --bills taken from real bills too;
--left A --right B compares any two text files instead.

Bars: 100,000 words <= 0.40 x wdiff; 1,000,000 words <= 0.22 x wdiff and <= 300 MB; edit script <=
1.02 x `git diff --minimal` on words; 1M costs <= 10 x 100k; unrelated, shuffled, one-line and table
pairs of 100,000 words <= 10 x `git diff --histogram` on words, the table marking <= 2 x the minimal
script.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from textdiff_pairs import HOSTILE, bills, edited

OURS = "from rvc.__main__ import main; main()"  # what the installed command does
BARS = {100_000: 0.40, 1_000_000: 0.22}  # words: times wdiff
COUNT = (
    "import sys; from rvc.tasks.redline_files import redline_files; "
    "print(sum(len(t.split()) for k, t, _ in redline_files(*sys.argv[1:]) if k != '='))"
)


class Pair:
    """Two files, and the same with one word a line for git."""

    def __init__(self, folder: Path, name: str, texts: tuple[str, str]) -> None:
        self.files: list[str] = []
        self.words: list[str] = []
        for side, text in zip("lr", texts, strict=True):
            for suffix, content, paths in (
                ("txt", text, self.files),
                ("words", "\n".join(text.split()) + "\n", self.words),
            ):
                path = folder / f"{name.replace(' ', '-')}-{side}.{suffix}"
                path.write_text(content, encoding="utf-8", newline="")
                paths.append(str(path))

    def ours(self) -> list[str]:
        left, right = self.files
        call = ["laws", "redline", "--left", left, "--right", right, "--format", "plain"]
        return [sys.executable, "-c", OURS, *call]

    def wdiff(self) -> list[str]:
        return ["wdiff", *self.files]

    def git(self, algorithm: str) -> list[str]:
        return ["git", "diff", "--no-index", f"--{algorithm}", *self.words]

    def marked(self) -> int:
        """Words that our script takes out or puts in."""
        return int(_output([sys.executable, "-c", COUNT, *self.files]))

    def least(self) -> int:
        """Words that git's minimal script takes out or puts in."""
        command = ["git", "diff", "--no-index", "--minimal", "--numstat", *self.words]
        out = _output(command).split()
        return int(out[0]) + int(out[1]) if out else 0


def _output(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def _run(command: list[str]) -> tuple[float, float]:
    """Return seconds of CPU time and megabytes of peak memory of one process."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def medians(commands: list[list[str]], runs: int) -> list[tuple[float, float]]:
    """Run the commands in turn; return median seconds and greatest memory of each."""
    seen: list[list[tuple[float, float]]] = [[] for _ in commands]
    for _ in range(runs):
        for command, results in zip(commands, seen, strict=True):
            results.append(_run(command))
    return [
        (statistics.median(seconds for seconds, _ in results), max(mb for _, mb in results))
        for results in seen
    ]


class Report:
    """Prints each measure beside its bar and remembers the misses."""

    def __init__(self) -> None:
        self.figures: list[str] = []
        self.missed: list[str] = []

    def say(self, name: str, figure: float, bar: float, detail: str) -> None:
        verdict = "ok" if figure <= bar else "MISSED"
        if figure > bar:
            self.missed.append(name)
        print(f"{name:34} {figure:8.3f}  bar {bar:<6} {verdict:6} {detail}", flush=True)
        self.figures.append(f"{name.replace(' ', '_')}={figure:.3f}")


def ordinary(report: Report, folder: Path, runs: int) -> None:
    seconds = {words: _edited(report, folder, runs, words) for words in BARS}
    detail = f"{seconds[1_000_000]:.2f} s / {seconds[100_000]:.3f} s"
    report.say("1M / 100k", seconds[1_000_000] / seconds[100_000], 10, detail)
    for words in BARS:
        # easy for wdiff, whose diff leaves out at once what only one of the files has
        _edited(report, folder, runs, words, strange=True)


def _edited(report: Report, folder: Path, runs: int, words: int, *, strange: bool = False) -> float:
    """Measure one invented pair; return the seconds that ours took."""
    name = f"{words // 1000}k words" + ", strange edits" * strange
    pair = Pair(folder, name, edited(words, strange=strange))
    commands = [pair.ours()] + ([pair.wdiff()] if shutil.which("wdiff") else [])
    (ours, memory), *peer = medians(commands, runs)
    if peer:
        detail = f"{ours * 1000:.0f} ms, wdiff {peer[0][0] * 1000:.0f} ms"
        report.say(f"{name} / wdiff", ours / peer[0][0], BARS[words], detail)
    if words == 1_000_000:
        report.say(f"{name} MB", memory, 300, "peak memory of the process")
    marked, least = pair.marked(), pair.least()
    detail = f"{marked} words marked, {least} by git --minimal"
    report.say(f"{name} script / minimal", marked / least, 1.02, detail)
    return ours


def real(report: Report, folder: Path, runs: int, path: Path) -> None:
    """Measure versions of real bills; the texts of laws repeat more words than invented ones."""
    for words in BARS:
        texts = bills(path, words)
        pair = Pair(folder, f"bills-{words}", texts)
        (ours, memory), (peer, _) = medians([pair.ours(), pair.wdiff()], runs)
        count = len(texts[0].split())
        detail = f"{ours * 1000:.0f} ms, {memory:.0f} MB, wdiff {peer * 1000:.0f} ms"
        report.say(f"bills, {count // 1000}k words / wdiff", ours / peer, 0.40, detail)
        if count < words:
            break  # there are no more bills in the file


def hostile(report: Report, folder: Path, runs: int) -> None:
    for name, make in HOSTILE.items():
        pair = Pair(folder, name, make(100_000))
        (ours, _), (peer, _) = medians([pair.ours(), pair.git("histogram")], runs)
        detail = f"{ours * 1000:.0f} ms, git {peer * 1000:.0f} ms"
        report.say(f"{name} / git histogram", ours / peer, 10, detail)
        if name == "table":
            marked, least = pair.marked(), pair.least()
            report.say("table script / minimal", marked / least, 2, f"{marked} / {least} words")


def given(report: Report, folder: Path, left: Path, right: Path, runs: int) -> None:
    texts = left.read_bytes().decode("utf-8"), right.read_bytes().decode("utf-8")
    pair = Pair(folder, "given", texts)
    (ours, memory), (peer, _) = medians([pair.ours(), pair.wdiff()], runs)
    detail = f"{ours * 1000:.0f} ms, {memory:.0f} MB, wdiff {peer * 1000:.0f} ms"
    report.say("given files / wdiff", ours / peer, 0.40, detail)
    report.say("script / minimal", pair.marked() / max(1, pair.least()), 1.02, "")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=7, help="runs of each command (default 7)")
    parser.add_argument("--bills", type=Path, help="fr_bills/align.jsonl.gz, for real texts too")
    parser.add_argument("--left", type=Path, help="compare this file")
    parser.add_argument("--right", type=Path, help="with this one")
    options = parser.parse_args()
    # compiled modules are part of an installed program: keep them, whatever the environment says
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    report = Report()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
        if options.left and options.right:
            given(report, folder, options.left, options.right, options.runs)
        else:
            if options.bills and shutil.which("wdiff"):
                real(report, folder, options.runs, options.bills)
            ordinary(report, folder, options.runs)
            if shutil.which("git"):
                hostile(report, folder, max(3, options.runs // 2))
    missed = f" missed={','.join(report.missed).replace(' ', '_')}" if report.missed else ""
    print("RESULT textdiff_speed " + " ".join(report.figures) + missed)


if __name__ == "__main__":
    main()
