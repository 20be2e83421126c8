"""How long commands take to start, as ratios to `python -c pass` of the same interpreter.

    python benchmarks/start_up.py [--turns 15]

Each turn runs every command once, in alternation; medians over all turns; a warm cache.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time

COMMANDS = {
    "python -c pass": ["-c", "pass"],
    "rvc --help": ["-m", "rvc", "--help"],
    "rvc laws diff": ["-m", "rvc", "laws", "diff"],
    "rvc refs --help": ["-m", "rvc", "refs", "--help"],
    "rvc refs list": ["-m", "rvc", "refs", "list"],
}
BARS = {"rvc --help": 8.0, "rvc laws diff": 20.0, "rvc refs --help": 8.0}


def main() -> None:
    """Measure and print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--turns", type=int, default=15)
    turns = parser.parse_args().turns
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for turn in range(turns + 1):
        for name, arguments in COMMANDS.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, *arguments], capture_output=True, check=True)
            if turn:  # the first turn warms caches
                times[name].append(time.perf_counter() - start)
    bare = statistics.median(times["python -c pass"])
    ratios = {name: statistics.median(found) / bare for name, found in times.items()}
    for name, ratio in ratios.items():
        bar = f"  (bar {BARS[name]:g}x)" if name in BARS else ""
        print(f"{name:20} {ratio * bare * 1000:7.1f} ms  {ratio:5.1f}x{bar}")
    print("RESULT", " ".join(f"{name.replace(' ', '_')}={ratios[name]:.1f}" for name in BARS))


if __name__ == "__main__":
    main()
