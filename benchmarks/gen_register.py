"""Write a register of any size: the same numbers and seed give the same bytes.

python benchmarks/gen_register.py --laws 1000 --versions 10 --demands 20 -o DIR
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

GRADES = ("none", "symbolic", "partial", "substantial", "full")
HEAD = """\
format: "1"
title: Generated register
codebook:
  scale: {{none: not there, symbolic: named, partial: part, substantial: most, full: all}}
  not_checked: nobody looked
  coders:
    - {{id: generator, name: The generator}}
  dimensions:
{dimensions}
organisations:
  - {{id: coalition, name: A coalition, kind: network}}
laws:
"""
DIMENSION = """\
    - id: dimension-{n}
      label: Dimension {n}
      definition: What dimension {n} measures.
      instructions: Look for it.
      grades: {{none: not there, symbolic: named, partial: part, substantial: most, full: all}}"""


def register(laws: int, versions: int, demands: int, seed: int) -> Iterator[str]:
    """Yield the lines of a laws.yaml that passes the checks."""
    chance = random.Random(seed)
    dimensions = "\n".join(DIMENSION.format(n=n) for n in range(min(demands, 20)))
    yield HEAD.format(dimensions=dimensions)
    for law in range(laws):
        yield from _law(law, versions, demands, chance)


def _law(law: int, versions: int, demands: int, chance: random.Random) -> Iterator[str]:
    yield f"""\
  - id: law-{law:04}
    title: Law number {law} on the duties of companies
    short: Law {law}
    kind: statute
    status: in-force
    jurisdiction: Nowhere
    language: en
    summary: A law made up to measure with.
    coded: {{coder: generator, date: 2026-01-01}}
    first: v{law:04}-0
    final: v{law:04}-{versions - 1}
    sources: [work{law % 100}]
    versions:
"""
    for version in range(versions):
        stage = (
            "introduced" if version == 0 else "enacted" if version == versions - 1 else "chamber"
        )
        yield f"""\
      - id: v{law:04}-{version}
        date: {2000 + version}-0{1 + version % 9}-1{law % 9}
        stage: {stage}
        label: Reading {version}
        number: Bill {law}-{version}
        basis: reported
        sources: [work{law % 100}]
"""
    yield "    demands:\n"
    for demand in range(demands):
        yield from _demand(law, demand, versions, chance)


def _demand(law: int, demand: int, versions: int, chance: random.Random) -> Iterator[str]:
    yield f"""\
      - id: d{law:04}-{demand:02}
        title: Demand {demand}
        dimension: dimension-{demand % 20}
        asked: That companies answer for matter {demand}.
        basis: reported
        by: [coalition]
        asked_in: [work{demand % 100}]
        codings:
"""
    for version in range(versions):
        grade = chance.choice(GRADES)
        yield f"""\
          v{law:04}-{version}:
            attainment: {grade}
            basis: reported
            locator: art. {demand + 1}, para. {version + 1}
            phrase: companies shall answer for matter {demand} of {chance.randrange(10**6)}
            sources: ["work{chance.randrange(100)}, p. {version + 1}"]
            rationale: The text of version {version} says this much about matter {demand}.
"""


def references() -> str:
    """Return a references.bib with the works that the register cites."""
    return "".join(
        f"@book{{work{n},\n  author = {{Author, A{n}}},\n  title = {{Work {n}}},\n"
        f"  publisher = {{House}},\n  year = {{{1950 + n % 70}}}\n}}\n\n"
        for n in range(100)
    )


def main() -> None:
    """Write DIR/laws.yaml and DIR/references.bib."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--laws", type=int, default=1000)
    parser.add_argument("--versions", type=int, default=10)
    parser.add_argument("--demands", type=int, default=20)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("-o", "--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    with (options.out / "laws.yaml").open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(register(options.laws, options.versions, options.demands, options.seed))
    (options.out / "references.bib").write_text(references(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
