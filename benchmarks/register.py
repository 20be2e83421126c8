"""Reading a large register: time and memory as ratios to PyYAML's CSafeLoader on the same file.

    python benchmarks/register.py [DATA_DIR] [--turns 5]

Without DATA_DIR a register of 1,000 laws x 10 versions x 20 demands is generated (200,000 codings).
Every measurement is a process of its own; medians; the warm diff is a whole command.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
MEASURE = """
import json, resource, sys, time
from pathlib import Path
text = Path(sys.argv[1], "laws.yaml").read_text(encoding="utf-8")
{imports}
start = time.perf_counter()
{job}
took = time.perf_counter() - start
unit = 1024 if sys.platform == "darwin" else 1  # bytes there, KiB elsewhere
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // unit
print(json.dumps([took, peak / 1024]))
"""
JOBS = {
    "CSafeLoader": ("import yaml", "yaml.load(text, Loader=yaml.CSafeLoader)"),
    "load": (
        "from rvc.adapters.laws_yaml import read_register",
        "assert read_register(text).register is not None",
    ),
    "load + rules": (
        (
            "from rvc.adapters.data_folder import DataFolder\n"
            "from rvc.adapters.register_folder import load\nfrom rvc.tasks.check import check"
        ),
        "assert not check(load(DataFolder(Path(sys.argv[1]))))",
    ),
}


def measured(name: str, folder: Path) -> tuple[float, float]:
    """Return seconds and MiB of one job in a fresh process."""
    imports, job = JOBS[name]
    done = subprocess.run(
        [sys.executable, "-c", MEASURE.format(imports=imports, job=job), str(folder)],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, "RVC_CACHE": "off"},
    )
    took, peak = json.loads(done.stdout)
    return took, peak


def warm_diff(folder: Path, turns: int) -> tuple[float, float]:
    """Return the median seconds of `rvc laws diff LAW` with a warm cache, and those of CPU.

    They are those of the whole process; on a busy computer only those of CPU mean much.
    """
    times, busy = [], []
    with tempfile.TemporaryDirectory() as cache:
        for turn in range(turns + 1):
            start, before = time.perf_counter(), os.times()
            subprocess.run(
                [sys.executable, "-m", "rvc", "--data", folder, "laws", "diff", "law-0007"],
                capture_output=True,
                check=True,
                env={**os.environ, "RVC_CACHE": cache},
            )
            if turn:
                times.append(time.perf_counter() - start)
                now = os.times()
                busy.append(sum(now[2:4]) - sum(before[2:4]))
    return statistics.median(times), statistics.median(busy)


def main() -> None:
    """Measure and print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--turns", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = options.folder or Path(made)
        if options.folder is None:
            generate = [sys.executable, HERE / "gen_register.py", "-o", folder]
            subprocess.run(generate, check=True)
        found: dict[str, list[tuple[float, float]]] = {name: [] for name in JOBS}
        for _ in range(options.turns):
            for name in JOBS:
                found[name].append(measured(name, folder))
        diff, busy = warm_diff(folder, options.turns)
    times = {name: statistics.median(t for t, _ in runs) for name, runs in found.items()}
    peaks = {name: statistics.median(p for _, p in runs) for name, runs in found.items()}
    for name in JOBS:
        time_ratio = times[name] / times["CSafeLoader"]
        peak_ratio = peaks[name] / peaks["CSafeLoader"]
        print(
            f"{name:14} {times[name]:7.2f} s {time_ratio:5.2f}x   "
            f"{peaks[name]:7.0f} MiB {peak_ratio:5.2f}x"
        )
    print(f"diff of one law, warm: {diff:.2f} s, of CPU {busy:.2f} s")
    load, rules = (times[name] / times["CSafeLoader"] for name in ("load", "load + rules"))
    memory = max(peaks[name] for name in ("load", "load + rules")) / peaks["CSafeLoader"]
    print(
        f"RESULT load={load:.2f} load_and_rules={rules:.2f} memory={memory:.2f} "
        f"warm_diff_seconds={diff:.2f} warm_diff_cpu_seconds={busy:.2f}"
    )


if __name__ == "__main__":
    main()
