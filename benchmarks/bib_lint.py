"""Seconds of `rvc refs check` on a .bib file, as a ratio to `cobib lint` in the same run.

    python benchmarks/bib_lint.py FILE.bib --peer PATH/TO/cobib [--runs 3]

The peer (pip install cobib, in an environment of its own) keeps a database: it is filled from the
file once, in a temporary folder, and that is not counted. Both programs then run in turns, as whole
processes; the ratio is that of the medians of processor time, and of wall clock in brackets.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median


def timed(command: list[str], surroundings: dict[str, str], folder: str) -> tuple[float, float]:
    """Return seconds of wall clock and of processor time of a command."""
    before = os.times()
    start = time.perf_counter()
    subprocess.run(command, env=surroundings, cwd=folder, capture_output=True, check=False)
    wall = time.perf_counter() - start
    after = os.times()
    spent = after.children_user + after.children_system
    return wall, spent - before.children_user - before.children_system


def peer_home(folder: str) -> dict[str, str]:
    """Return an environment in which the peer finds nothing and writes only below `folder`."""
    places = {
        "HOME": folder,
        "XDG_DATA_HOME": f"{folder}/data",
        "XDG_CACHE_HOME": f"{folder}/cache",
        "XDG_CONFIG_HOME": f"{folder}/config",
    }
    for name in ("data/cobib", "cache", "config"):
        Path(folder, name).mkdir(parents=True, exist_ok=True)
    return {**os.environ, **places}


def main() -> int:
    """Run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path, help="a .bib file")
    parser.add_argument("--peer", help="the program cobib; without it only rvc is measured")
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    file = str(asked.file.resolve())
    ours = [sys.executable, "-m", "rvc", "refs", "check", file]
    root = str(Path(__file__).resolve().parent.parent)
    with tempfile.TemporaryDirectory() as folder:
        home = peer_home(folder)
        if asked.peer:
            for words in (["init"], ["add", "-b", file]):
                subprocess.run(
                    [asked.peer, *words], env=home, cwd=folder, capture_output=True, check=False
                )
        mine, theirs = [], []
        for _ in range(asked.runs):
            mine.append(timed(ours, dict(os.environ), root))
            if asked.peer:
                theirs.append(timed([asked.peer, "lint"], home, folder))
    wall, spent = (median(run[i] for run in mine) for i in (0, 1))
    print(f"rvc refs check: {spent:.2f} s of processor ({wall:.2f} s)")
    if not theirs:
        print(f"RESULT rvc {spent:.2f} s, no peer measured")
        return 0
    peer_wall, peer_spent = (median(run[i] for run in theirs) for i in (0, 1))
    print(f"cobib lint:     {peer_spent:.2f} s of processor ({peer_wall:.2f} s)")
    ratio, rough = spent / peer_spent, wall / peer_wall
    print(f"RESULT ratio {ratio:.3f} ({rough:.3f} by wall clock); bar 0.100")
    return int(ratio > 0.1)


if __name__ == "__main__":
    sys.exit(main())
