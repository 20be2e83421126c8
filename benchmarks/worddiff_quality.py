#!/usr/bin/env python3
"""Quality of the word comparison on real article pairs: write the predictions, print our own count.

    worddiff_quality.py PAIRS.jsonl[.gz] [-o predictions.jsonl] [--peer]

PAIRS has one {"pair", "left", "right"} object a line (what `bench_worddiff.py input` writes); the
predictions are what `bench_worddiff.py score` reads. Given align.jsonl.gz itself, the changed pairs
of its task first_to_final are compared. With --peer, patiencediff (GPL, a peer only) is counted in
the same way.

Bars: every pair rebuilds both texts, words marked <= 1.05 x the least possible, fewer hunks than
patience diff, no seam inside a word.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

from rvc.analysis.textdiff import DELETE, EQUAL, INSERT, diff_texts

WORD = re.compile(r"\w+")
TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
Ops = list[tuple[str, str]]


def read_lines(path: Path) -> Iterator[dict]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def pairs(path: Path) -> Iterator[tuple[str, str, str]]:
    """Yield (name, left, right), from a file of pairs or from one of aligned texts."""
    for row in read_lines(path):
        if "pair" in row:
            yield row["pair"], row["left"], row["right"]
        elif row.get("task") == "first_to_final":
            left, right = ({a["id"]: a["text"] for a in row[side]} for side in ("left", "right"))
            for gold in row["gold"]:
                if not gold["identical"]:
                    name = f"{gold['left']}-{gold['right']}"
                    yield name, left[gold["left"]], right[gold["right"]]


def ours(left: str, right: str) -> Ops:
    return [(kind, text) for kind, text, _ in diff_texts(left, right)]


def patience(left: str, right: str) -> Ops:
    from patiencediff import PatienceSequenceMatcher

    a, b = TOKEN.findall(left), TOKEN.findall(right)
    ops: Ops = []
    for tag, i, j, k, m in PatienceSequenceMatcher(None, a, b).get_opcodes():
        if tag == "equal":
            ops.append((EQUAL, "".join(a[i:j])))
            continue
        ops += [
            (kind, "".join(words)) for kind, words in ((DELETE, a[i:j]), (INSERT, b[k:m])) if words
        ]
    return ops


def least_words(left: str, right: str) -> int:
    """The fewest words any exact comparison can mark (longest common subsequence, bit-parallel)."""
    a, b = WORD.findall(left), WORD.findall(right)
    where: dict[str, int] = {}
    for place, word in enumerate(a):
        where[word] = where.get(word, 0) | 1 << place
    full = row = (1 << len(a)) - 1
    for word in b:
        hit = row & where.get(word, 0)
        row = ((row + hit) | (row - hit)) & full
    return len(b) - len(a) + 2 * row.bit_count()


def seams(ops: Ops) -> int:
    """Boundaries between unchanged and changed text that cut a word of either text."""
    cuts = 0
    for side in (DELETE, INSERT):
        kept = [(kind, text) for kind, text in ops if kind in (EQUAL, side)]
        for (kind, before), (other, after) in pairwise(kept):
            cuts += kind != other and before[-1].isalnum() and after[0].isalnum()
    return cuts


def count(compare: Callable[[str, str], Ops], path: Path) -> tuple[dict[str, float], list[dict]]:
    total = dict.fromkeys(
        ("pairs", "exact", "hunks", "words", "least", "inside_word", "seconds"), 0.0
    )
    predictions = []
    for name, left, right in pairs(path):
        start = time.perf_counter()
        ops = compare(left, right)
        seconds = time.perf_counter() - start
        old = "".join(text for kind, text in ops if kind != INSERT)
        new = "".join(text for kind, text in ops if kind != DELETE)
        total["pairs"] += 1
        total["exact"] += (old, new) == (left, right)
        total["hunks"] += sum(
            kind != EQUAL and (at == 0 or ops[at - 1][0] == EQUAL)
            for at, (kind, _) in enumerate(ops)
        )
        total["words"] += sum(len(WORD.findall(text)) for kind, text in ops if kind != EQUAL)
        total["least"] += least_words(left, right)
        total["inside_word"] += seams(ops)
        total["seconds"] += seconds
        predictions.append({"pair": name, "ops": ops, "seconds": round(seconds, 6)})
    return total, predictions


def said(total: dict[str, float]) -> str:
    return (
        f"exact={total['exact']:.0f}/{total['pairs']:.0f} hunks={total['hunks']:.0f} "
        f"words={total['words']:.0f} words/least={total['words'] / max(1, total['least']):.4f} "
        f"inside_word={total['inside_word']:.0f} seconds={total['seconds']:.2f}"
    )


def missed_bars(total: dict[str, float], peer_hunks: float | None) -> str:
    bars = {
        "exact": total["exact"] == total["pairs"],
        "words": total["words"] <= 1.05 * total["least"],
        "hunks": peer_hunks is None or total["hunks"] < peer_hunks,
        "inside_word": total["inside_word"] == 0,
    }
    return ",".join(name for name, is_met in bars.items() if not is_met)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("-o", "--out", type=Path, help="write the predictions here")
    parser.add_argument("--peer", action="store_true", help="count patiencediff as well")
    options = parser.parse_args()
    total, predictions = count(ours, options.data)
    if options.out:
        lines = (json.dumps(line, ensure_ascii=False) + "\n" for line in predictions)
        options.out.write_text("".join(lines), encoding="utf-8")
    hunks = None
    if options.peer:
        try:
            peer, _ = count(patience, options.data)
        except ImportError:
            sys.exit("patiencediff is not installed")
        print("RESULT patiencediff", said(peer))
        hunks = peer["hunks"]
    missed = missed_bars(total, hunks)
    print("RESULT worddiff_quality", said(total) + (f" missed={missed}" if missed else ""))


if __name__ == "__main__":
    main()
