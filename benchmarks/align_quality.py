#!/usr/bin/env python3
"""Quality of the alignment on real bills: write the predictions that the scorers read.

    align_quality.py INPUT.jsonl[.gz] -o predictions.jsonl

INPUT is what `score_align.py input` or `score_moves.py input` writes, or align.jsonl.gz and
moves.jsonl.gz themselves. Only ids and texts are read: numbers stay hidden unless --labels visible
is given and the input has them. Where the input holds the truth ("gold" or "links"), F1 is printed
too; it is read after the predictions are made.

Bars (labels hidden): first_to_final F1 > 0.978, adjacent > 0.996, final_renumber 1.000, moves,
splits and merges > 0.975.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

from worddiff_quality import read_lines

from rvc.analysis.alignment import Link, LinkKind, Unit, align

BARS = {"first_to_final": 0.978, "adjacent": 0.996, "final_renumber": 1.0, "moves": 0.975}
KINDS = {LinkKind.CHANGED: "same", LinkKind.RENUMBERED: "same"}


def units(articles: list[dict], visible: bool) -> list[Unit]:
    return [
        Unit(article["id"], article.get("label", "") if visible else "", article["text"])
        for article in articles
    ]


def links_of(row: dict, visible: bool) -> list[Link]:
    links = align(units(row["left"], visible), units(row["right"], visible))
    return [link for link in links if link.left is not None and link.right is not None]


def prediction(row: dict, links: list[Link], labels: str) -> dict:
    """Return the line that the scorer of this kind of row reads."""
    names = {key: row[key] for key in ("task", "bill", "left_step", "right_step") if key in row}
    if "task" in row:
        return names | {"labels": labels, "pairs": [[link.left, link.right] for link in links]}
    kinds = [[link.left, link.right, KINDS.get(link.kind, link.kind.value)] for link in links]
    return names | {"links": kinds}


def truth(row: dict) -> set[tuple[str, str]] | None:
    gold = row.get("gold", row.get("links"))
    return None if gold is None else {(pair["left"], pair["right"]) for pair in gold}


def f1(count: list[int]) -> float:
    right, found, gold = count
    return 2 * right / max(1, found + gold)


def missed_bars(counts: dict[str, list[int]]) -> list[str]:
    """The tasks that are not better than the best that others reach; 1 cannot be exceeded."""
    return [
        task for task, count in counts.items() if f1(count) < 1 and f1(count) <= BARS.get(task, 0)
    ]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("-o", "--out", type=Path, help="write the predictions here")
    parser.add_argument("--labels", choices=("hidden", "visible"), default="hidden")
    options = parser.parse_args()
    lines = []
    counts: dict[str, list[int]] = {}
    seconds = 0.0
    for row in read_lines(options.data):
        start = time.perf_counter()
        links = links_of(row, options.labels == "visible")
        seconds += time.perf_counter() - start
        lines.append(json.dumps(prediction(row, links, options.labels)) + "\n")
        gold = truth(row)
        if gold is not None:
            found = {(link.left, link.right) for link in links}
            count = counts.setdefault(row.get("task", "moves"), [0, 0, 0])
            count[0] += len(found & gold)
            count[1] += len(found)
            count[2] += len(gold)
    if options.out:
        options.out.write_text("".join(lines), encoding="utf-8")
    said = " ".join(f"{task}.f1={f1(c):.4f}" for task, c in counts.items())
    missed = missed_bars(counts) if options.labels == "hidden" else []
    print(
        f"RESULT align_quality labels={options.labels} {said} seconds={seconds:.2f}"
        + (f" missed={','.join(missed)}" if missed else "")
    )


if __name__ == "__main__":
    main()
