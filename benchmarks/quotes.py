"""Find 500 phrases in 10 MB of text: time against rapidfuzz, altered ones found, absent ones not.

The text is made up (words with the frequencies of a natural language, one seed) unless --text
names a file. Half of the phrases stand in it with changes of form only (apostrophes, dashes,
hyphenation, ligatures, Unicode form, capitals, spaces); a quarter with changed words or letters;
a quarter does not stand in it: words of the same text, drawn at random or in reverse order.

Time is that of a whole process each: this program's, and one that asks rapidfuzz's partial_ratio
for every phrase (with --sample N, for every Nth phrase, times N).
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
import time
import unicodedata
from importlib.util import find_spec
from pathlib import Path

MOST_TIME, LEAST_FOUND = 0.16, 0.97
LETTERS = "eeeeaaaiiioooussttnnrrllddmmccppuvbghfqyjxzkwéèàêç"


def make_text(size: int, chance: random.Random) -> str:
    """Return `size` characters of sentences whose words are as unevenly common as in a language."""
    vocabulary = [
        "".join(chance.choice(LETTERS) for _ in range(chance.choice((2, 3, 4, 5, 6, 7, 8, 9, 11))))
        for _ in range(30_000)
    ]
    weights = [1 / (rank + 3) for rank in range(len(vocabulary))]
    lines, length = [], 0
    while length < size:
        words = chance.choices(vocabulary, weights, k=chance.randint(20, 120))
        for place in range(0, len(words) - 1, 9):
            words[place] = chance.choice(("l'", "d’", "", "", "(", "« ")) + words[place]
        for place in range(6, len(words), 11):
            words[place] += chance.choice((",", ";", " :", ".", "-ci"))
        lines.append(" ".join(words).capitalize() + ".")
        length += len(lines[-1]) + 1
    return "\n".join(lines)[:size]


def pick(text: str, chance: random.Random, words: int) -> str:
    """Return a phrase of the text of so many words."""
    while True:
        at = chance.randrange(len(text) - 4000)
        found = text[at : at + 4000].split()[1 : words + 1]
        phrase = " ".join(found)
        if phrase in text and sum(any(map(str.isalnum, word)) for word in found) == words:
            return phrase


def other_form(phrase: str, chance: random.Random) -> str:
    """Return the phrase as another program or printer would write it: the words stay."""
    forms = [
        lambda p: p.replace("'", "’").replace(" ", "\u00a0", 2),
        lambda p: unicodedata.normalize("NFD", p),
        lambda p: p[0].swapcase() + p[1:],
        lambda p: re.sub(
            "oe(?!\u0302|\u0300|\u0301)", "œ", p.replace("fi", "ﬁ").replace("fl", "ﬂ")
        ),
        lambda p: p.replace("’", "' ").replace("-", "–").replace(",", " ,"),
        hyphenate,
    ]
    for form in chance.sample(forms, 2):
        phrase = form(phrase)
    return phrase


def hyphenate(phrase: str) -> str:
    """Return the phrase with its longest word hyphenated at the end of a line."""
    longest = max(phrase.split(), key=lambda word: len(word) * word.isalpha())
    middle = len(longest) // 2
    return phrase.replace(longest, f"{longest[:middle]}-\n{longest[middle:]}", 1)


def altered(phrase: str, text: str, chance: random.Random) -> str:
    """Return the phrase with a word or a few letters changed."""
    words = phrase.split()
    place = chance.randrange(len(words))
    other = chance.choice(text[chance.randrange(len(text) - 500) :][:500].split()[1:-1])
    kind = chance.randrange(5)
    if kind == 0:
        words[place] = other
    elif kind == 1:
        words.insert(place, other)
    elif kind == 2:
        del words[place]
    elif kind == 3:
        words[place - 1], words[place] = words[place], words[place - 1]
    else:
        for _ in range(3):
            at = chance.randrange(len(words))
            spot = chance.randrange(len(words[at]))
            words[at] = words[at][:spot] + chance.choice(LETTERS) + words[at][spot + 1 :]
    return " ".join(words)


def make_phrases(text: str, count: int, chance: random.Random) -> list[tuple[str, str]]:
    """Return (kind, phrase): form, altered or absent."""
    made = []
    for number in range(count):
        phrase = pick(text, chance, chance.randint(6, 10))
        if number % 4 < 2:
            made.append(("form", other_form(phrase, chance)))
        elif number % 4 == 2:
            made.append(("altered", altered(phrase, text, chance)))
        else:
            drawn = [pick(text, chance, 6).split()[0] for _ in phrase.split()]
            words = drawn if number % 8 == 3 else phrase.split()[::-1]
            made.append(("absent", " ".join(words)))
    return made


PEER = """
import json, sys
from rapidfuzz.fuzz import partial_ratio
text, phrases = json.load(open(sys.argv[1], encoding="utf-8"))
print(json.dumps([partial_ratio(phrase, text) for phrase in phrases]))
"""
OURS = """
import json, sys
from rvc.analysis.quotes import find_quotes
text, phrases = json.load(open(sys.argv[1], encoding="utf-8"))
print(json.dumps([[[m.start, m.end, m.score] for m in f] for f in find_quotes(text, phrases)]))
"""


def timed(program: str, text: str, phrases: list[str]) -> tuple[float, list]:
    """Return the seconds that a whole process takes, and what it prints."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "input.json"
        path.write_text(json.dumps([text, phrases], ensure_ascii=False), encoding="utf-8")
        start = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", program, str(path)], capture_output=True, check=True, text=True
        )
        return time.perf_counter() - start, json.loads(done.stdout)


def result(ours: float, peer: float | None, share: dict[str, float]) -> str:
    """Return the last line; without rapidfuzz, what was found is still told."""
    time_said = f"{ours / peer:.3f} of rapidfuzz" if peer else f"{ours:.2f} s, no rapidfuzz here"
    is_slow = peer is not None and ours / peer > MOST_TIME
    missed = is_slow or share["altered"] < LEAST_FOUND or share["absent"] > 0
    return (
        f"RESULT quotes time {time_said} (bar {MOST_TIME}), altered found {share['altered']:.3f} "
        f"(bar {LEAST_FOUND}), absent found {share['absent']:.3f} (bar 0)"
        + (" missed" if missed else "")
    )


def main() -> None:
    """Print what was found, and the time as a share of rapidfuzz's."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--text", type=Path, help="a UTF-8 text file to search instead")
    parser.add_argument("--size", type=int, default=10_000_000, help="characters of made-up text")
    parser.add_argument("--phrases", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sample", type=int, default=1, help="ask rapidfuzz every Nth phrase")
    parser.add_argument("--runs", type=int, default=3, help="of which the median counts")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    text = (
        options.text.read_text(encoding="utf-8")
        if options.text
        else make_text(options.size, chance)
    )
    made = make_phrases(text, options.phrases, chance)
    phrases = [phrase for _, phrase in made]
    runs = [timed(OURS, text, phrases) for _ in range(options.runs)]
    ours, found = sorted(runs, key=lambda run: run[0])[len(runs) // 2]
    peer = None
    if find_spec("rapidfuzz"):
        peer = timed(PEER, text, phrases[:: options.sample])[0] * options.sample
        print(f"rapidfuzz {peer:.2f} s")
    share = {}
    for kind in ("form", "altered", "absent"):
        hits = [bool(f) for (k, _), f in zip(made, found, strict=True) if k == kind]
        share[kind] = sum(hits) / len(hits)
        print(f"{kind}: {sum(hits)} of {len(hits)} found")
    exact = [f[0][2] == 1 for (k, _), f in zip(made, found, strict=True) if k == "form" and f]
    print(f"form only: {sum(exact)} word for word")
    print(f"ours {ours:.2f} s, {len(text) / 1e6:.1f} M characters")
    print(result(ours, peer, share))


if __name__ == "__main__":
    main()
