#!/usr/bin/env python3
"""Speed of the alignment on long generated laws, against TF-IDF cosine and assignment.

The peer is scikit-learn's TfidfVectorizer (its fastest setting, single words) with the assignment
of scipy, measured in the same run in CPU seconds without those of importing them. The pairs
hold 40 % edited provisions, 4 % moved, 3 % split, 3 % merged, 4 % added and as many dropped;
numbers are hidden.

Bars: 2,000 x 2,000 provisions of about 180 words <= 0.40 x the peer, F1 >= .99; 8,000 near-linear
(<= 5 x 2,000).
"""

from __future__ import annotations

import argparse
import statistics
import time

from align_pairs import Provisions, Truth, law_pair

from rvc.analysis.alignment import Unit, align


def ours(left: Provisions, right: Provisions) -> tuple[float, Truth]:
    units = [[Unit(eid, "", text) for eid, text in side] for side in (left, right)]
    start = time.process_time()
    links = align(*units)
    seconds = time.process_time() - start
    return seconds, {(k.left, k.right) for k in links if k.left and k.right}


def peer(left: Provisions, right: Provisions) -> tuple[float, Truth]:
    from scipy.optimize import linear_sum_assignment
    from sklearn.feature_extraction.text import TfidfVectorizer

    texts = [text for _, text in left], [text for _, text in right]
    start = time.process_time()
    vectors = TfidfVectorizer().fit(texts[0] + texts[1])
    likeness = (vectors.transform(texts[0]) @ vectors.transform(texts[1]).T).toarray()
    rows, columns = linear_sum_assignment(-likeness)
    seconds = time.process_time() - start
    return seconds, {
        (left[i][0], right[j][0])
        for i, j in zip(rows, columns, strict=True)
        if likeness[i, j] >= 0.15
    }


def f1(found: Truth, truth: Truth) -> float:
    return 2 * len(found & truth) / (len(found) + len(truth))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1, help="another seed makes another law")
    options = parser.parse_args()
    left, right, truth = law_pair(2000, options.seed)
    own: list[float] = []
    other: list[float] = []
    figures: dict[str, float] = {}
    for _ in range(options.runs):
        seconds, found = ours(left, right)
        own.append(seconds)
        figures["f1"] = f1(found, truth)
        try:
            seconds, found = peer(left, right)
        except ImportError:
            continue
        other.append(seconds)
        figures["peer_f1"] = f1(found, truth)
    middle = statistics.median(own)
    figures["seconds"] = middle
    if other:
        figures["over_peer"] = middle / statistics.median(other)
    left, right, truth = law_pair(8000, options.seed)
    seconds, found = ours(left, right)
    figures["8000_over_2000"] = seconds / middle
    figures["8000_f1"] = f1(found, truth)
    said = " ".join(f"{name}={figure:.4f}" for name, figure in figures.items())
    missed = [
        name
        for name, is_missed in (
            ("f1", figures["f1"] < 0.99),
            ("over_peer", figures.get("over_peer", 0) > 0.40),
            ("8000_over_2000", figures["8000_over_2000"] > 5),
        )
        if is_missed
    ]
    print(f"RESULT align_speed {said}" + (f" missed={','.join(missed)}" if missed else ""))


if __name__ == "__main__":
    main()
