"""Deterministic pairs of long texts for textdiff_speed.py: ordinary edits and hostile ones."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable
from functools import cache
from itertools import accumulate
from pathlib import Path

Pair = tuple[str, str]


@cache
def _vocabulary(size: int = 12_000) -> tuple[list[str], list[float]]:
    """Invented words with the frequencies (Zipf) and lengths of language, five letters a word."""
    rng = random.Random(0)
    letters = "etaoinsrhldcumfpgwybvk"
    words: dict[str, None] = {}
    while len(words) < size:
        length = 1 + int(len(words) ** 0.2) + rng.randrange(4)
        words["".join(rng.choices(letters, range(len(letters), 0, -1), k=length))] = None
    return list(words), list(accumulate(1 / (rank + 3) for rank in range(size)))


def _paragraphs(rng: random.Random, count: int) -> list[str]:
    """Numbered provisions of sentences, headings between them, `count` words in all."""
    words, weights = _vocabulary()
    out: list[str] = []
    total = number = 0
    while total < count:
        number += 1
        if number % 8 == 1:
            out.append(f"Article {number // 8 + 1}")
            total += 2
        length = min(rng.randrange(20, 140), max(1, count - total))
        drawn = rng.choices(words, cum_weights=weights, k=length)
        for at in range(0, len(drawn), 17):
            drawn[at] = drawn[at].capitalize()
            if at:
                drawn[at - 1] += "."
        out.append(" ".join(drawn) + ".")
        total += length
    return out


def edited(words: int, seed: int = 1, share: float = 0.20, *, strange: bool = False) -> Pair:
    """`share` of the paragraphs edited in places, a few added, dropped or moved far away.

    The edits put in words of the same language or, when `strange`, words found nowhere else.
    """
    rng = random.Random(seed)
    left = _paragraphs(rng, words)
    right: list[str] = []
    carried: list[str] = []
    for paragraph in left:
        draw = rng.random()
        if draw < share:
            right.append(_edit(rng, paragraph, strange))
        elif draw < share + 0.02:
            right += [paragraph, _paragraphs(rng, 60)[1]]
        elif draw < share + 0.04:
            continue
        elif draw < share + 0.05 and len(paragraph) > 100:
            carried.append(paragraph)
        else:
            right.append(paragraph)
    for paragraph in carried:
        right.insert(rng.randrange(len(right)), paragraph)
    return "\n".join(left) + "\n", "\n".join(right) + "\n"


def _edit(rng: random.Random, paragraph: str, strange: bool) -> str:
    """Replace up to two words by up to two others in one to four places."""
    vocabulary, weights = _vocabulary()
    words = paragraph.split(" ")
    for _ in range(rng.randrange(1, 5)):
        at = rng.randrange(len(words) + 1)
        count = rng.randrange(3)
        if strange:
            new = ["".join(rng.choices("abcdefgh", k=7)) for _ in range(count)]
        else:
            new = rng.choices(vocabulary, cum_weights=weights, k=count)
        words[at : at + rng.randrange(3)] = new
    return " ".join(words)


def bills(path: Path, words: int) -> Pair:
    """The first versions of French bills and the next ones, joined until there are `words`.

    `path` is a file of the form of fr_bills/align.jsonl.gz: one JSON object a line with task,
    left and right, each a list of articles with their text.
    """
    left: list[str] = []
    right: list[str] = []
    total = 0
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        for pair in map(json.loads, lines):
            if pair["task"] != "adjacent" or total >= words:
                continue
            left += [article["text"] for article in pair["left"]]
            right += [article["text"] for article in pair["right"]]
            total += sum(len(article["text"].split()) for article in pair["left"])
    return "\n".join(left) + "\n", "\n".join(right) + "\n"


def one_line(words: int) -> Pair:
    """The edited pair with no line break at all."""
    left, right = edited(words, seed=2)
    return left.replace("\n", " "), right.replace("\n", " ")


def unrelated(words: int) -> Pair:
    """Two texts of the same language that have nothing to do with each other."""
    return (
        "\n".join(_paragraphs(random.Random(3), words)),
        "\n".join(_paragraphs(random.Random(4), words)),
    )


def shuffled(words: int) -> Pair:
    """The same words in another order."""
    rng = random.Random(5)
    drawn = " ".join(_paragraphs(rng, words)).split()
    other = drawn[:]
    rng.shuffle(other)
    return _rows(drawn, 12), _rows(other, 12)


def table(words: int) -> Pair:
    """Rows of eight cells out of a dozen values, one cell in fifty changed, a few rows dropped."""
    rng = random.Random(6)
    values = ["yes", "no", "0", "1", "2", "n/a", "Annex", "I", "II", "true", "false", "-"]
    cells = rng.choices(values, k=words)
    other = [rng.choice(values) if rng.random() < 0.02 else cell for cell in cells]
    for _ in range(words // 2000):
        at = 8 * rng.randrange(len(other) // 8)
        del other[at : at + 8]
    return _rows(cells, 8), _rows(other, 8)


def _rows(cells: list[str], size: int) -> str:
    return "".join(" ".join(cells[at : at + size]) + "\n" for at in range(0, len(cells), size))


HOSTILE: dict[str, Callable[[int], Pair]] = {
    "unrelated": unrelated,
    "shuffled": shuffled,
    "one line": one_line,
    "table": table,
}
