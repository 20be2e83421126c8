"""Time to list a bibliography, against papis listing the same works from its own database.

    python benchmarks/bib_list.py 10k.bib --papis VENV/bin/papis

papis gets one folder a work, as it keeps them, and is warm: its database is built before the clock
starts. Its plain list prints one folder a work; with a format it prints what rvc does (key, names,
year, title). Bars: without any cache at most 1.0, with the content-hash cache at most 0.4 times the
plain list of papis.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FORMAT = "{doc[ref]} {doc[author]} {doc[year]} {doc[title]}"
LAWS = Path(__file__).parent.parent / "tests" / "toy" / "laws.yaml"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("bib", type=Path, help="a .bib file")
    parser.add_argument("--papis", type=Path, help="the program papis; none: rvc alone")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--formatted", action="store_true", help="papis with a format too (slow)")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        env = {**os.environ, "XDG_CONFIG_HOME": f"{name}/conf", "XDG_CACHE_HOME": f"{name}/cache"}
        env.pop("RVC_CACHE", None)
        commands = {**rvc_commands(asked.bib, folder, env)}
        if asked.papis:
            plain = [str(asked.papis), "list", "--all"]
            papis_library(asked.bib, folder)
            commands["papis"] = (plain, env)
            if asked.formatted:
                commands["papis, formatted"] = ([*plain, "--format", FORMAT], env)
        times = measure(commands, asked.runs)
    return report(times)


def rvc_commands(
    bib: Path, folder: Path, env: dict[str, str]
) -> dict[str, tuple[list[str], dict[str, str]]]:
    data = folder / "data"
    data.mkdir()
    (data / "laws.yaml").write_bytes(LAWS.read_bytes())
    (data / "references.bib").write_bytes(bib.read_bytes())
    command = [sys.executable, "-m", "rvc", "--data", str(data), "refs", "list"]
    return {
        "rvc without cache": (command, {**env, "RVC_CACHE": "off"}),
        "rvc with cache": (command, env),
    }


def papis_library(bib: Path, folder: Path) -> None:
    """Keep each work as papis does: a folder with info.yaml."""
    import yaml

    from rvc.bib.latex import decode
    from rvc.bib.names import parse_names
    from rvc.bib.reader import read

    settings = folder / "conf" / "papis"
    settings.mkdir(parents=True)
    library = folder / "library"
    (settings / "config").write_text(
        f"[settings]\ndefault-library = papers\n[papers]\ndir = {library}\n", "utf-8"
    )
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    for number, entry in enumerate(read(bib.read_text("utf-8")).kept):
        values = entry.values()
        people = parse_names(values.get("author") or values.get("editor") or "").people
        work = {name: decode(value) for name, value in values.items()}
        work["author_list"] = [{"family": one.last(), "given": one.given} for one in people]
        work |= {"type": entry.type, "ref": entry.key, "papis_id": f"{number:032x}"}
        place = library / f"work{number}"
        place.mkdir(parents=True)
        text = yaml.dump(work, Dumper=dumper, allow_unicode=True)
        (place / "info.yaml").write_text(text, "utf-8")


def measure(
    commands: dict[str, tuple[list[str], dict[str, str]]], runs: int
) -> dict[str, list[float]]:
    """Seconds of each command, in turn so that a busy moment hits all; the first run is to warm."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for run in range(runs + 1):
        for name, (command, env) in commands.items():
            start = time.perf_counter()
            subprocess.run(command, env=env, check=True, capture_output=True)
            if run:
                times[name].append(time.perf_counter() - start)
    return times


def report(times: dict[str, list[float]]) -> int:
    medians = {name: statistics.median(found) for name, found in times.items()}
    for name, seconds in medians.items():
        print(f"{name:<20} {seconds:6.3f} s")
    ratios = (
        {name: medians[name] / medians["papis"] for name in medians if name.startswith("rvc")}
        if "papis" in medians
        else {}
    )
    said = ", ".join(f"{name} {ratio:.2f}x papis" for name, ratio in ratios.items())
    print(f"RESULT bib_list: {said or 'no peer'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
